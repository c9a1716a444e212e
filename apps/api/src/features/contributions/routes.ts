import { findSubmission, listContributors, listHandedTo, reader } from '@sepakat/db'
import { invalid, problem } from '#http/problem.ts'
import { handlers } from '#http/route.ts'
import { mayTo } from '#submissions/asker.ts'
import { withVersion } from '#submissions/shownSubmission.ts'
import { give } from './give.ts'
import { movePart } from './movePart.ts'
import { handedPartView } from './view.ts'

/** Asked before a key is claimed. @throws invalid */
const dueAfter = (now: Date, dueAt: string): Date => {
  const due = new Date(dueAt)
  if (due <= now) throw invalid('/dueAt', 'Batas waktu ini sudah lewat. Pilih waktu yang akan datang.')
  return due
}

export const contributionHandlers = handlers({
  'GET /contributions': async ({ actor: { person, access }, db }) => {
    const reportTypes = access.kind === 'key' ? access.reportTypes : null
    const parts = await listHandedTo(reader(db), { person: person.id, offices: access.offices, reportTypes })
    return { items: parts.map(handedPartView) }
  },
  'GET /submissions/:id/contributors': async ({ params, actor, db, today }) => {
    const tx = reader(db)
    const submission = await findSubmission(tx, params.id)
    if (!submission || !mayTo(actor, 'contribution.manage', submission)) throw problem('not-found')
    return listContributors(tx, submission.officeId, today)
  },
  'POST /submissions/:id/contributions': async asked => {
    const dueAt = dueAfter(asked.now, asked.body.dueAt)
    return withVersion(asked.write(tx => give(tx, asked, dueAt)))
  },
  'POST /submissions/:id/contributions/:contribution/done': asked =>
    withVersion(asked.write(tx => movePart(tx, 'done', asked))),
  'POST /submissions/:id/contributions/:contribution/take-back': asked =>
    withVersion(asked.write(tx => movePart(tx, 'take-back', asked))),
  'POST /submissions/:id/contributions/:contribution/return': async asked => {
    const { note, dueAt } = asked.body
    const sent = { note, dueAt: dueAt === undefined ? undefined : dueAfter(asked.now, dueAt) }
    return withVersion(asked.write(tx => movePart(tx, 'return', asked, sent)))
  },
})
