import { type LineTable, reader } from '@sepakat/db'
import { problem } from '#http/problem.ts'
import { type Context, handlers, reply } from '#http/route.ts'
import { viewDetails, viewSubmission } from '#submissions/viewSubmission.ts'
import { create } from './create.ts'
import { list } from './list.ts'
import { listChanged } from './listChanged.ts'
import { moveVersion } from './moveVersion.ts'
import { readDraft } from './readDraft.ts'
import { readForm } from './readForm.ts'

type Asked = Pick<Context<'GET /submissions/:id'>, 'actor' | 'db' | 'now'>

const shown = async (id: string, { actor, db, now }: Asked, refresh: boolean) => {
  const submission = await viewSubmission(db, { id, asker: actor, now, refresh })
  if (submission === null) throw problem('not-found')
  return submission
}

const listOrChanged = (table: LineTable, query: Parameters<typeof list>[1], asked: Parameters<typeof list>[2]) =>
  query.updatedSince === undefined
    ? list(table, query, asked)
    : listChanged(table, { ...query, updatedSince: query.updatedSince }, asked)

export const submissionHandlers = handlers({
  'GET /obligations': ({ query, ...asked }) => listOrChanged('obligation', query, asked),
  'GET /obligations/:id/draft': readDraft,
  'GET /submissions': ({ query, ...asked }) => listOrChanged('submission', query, asked),

  'POST /submissions': async asked => {
    const { body, actor, now, deps } = asked
    const { zone } = (await deps.region.get()).region
    const { id, details } = await asked.write(tx => create(tx, body, { asker: actor, now, zone }))
    const known = details && (await viewDetails(reader(asked.db), details, { asker: actor, now }))
    const submission = known ?? (await shown(id, asked, false))
    return reply(submission, { version: submission.version })
  },

  'GET /submissions/:id': asked => shown(asked.params.id, asked, true),
  'GET /submissions/:id/form': readForm,

  'POST /submissions/:id/version': async asked => {
    await asked.write(tx => moveVersion(tx, asked))
    const submission = await shown(asked.params.id, asked, true)
    return reply(submission, { version: submission.version })
  },
})
