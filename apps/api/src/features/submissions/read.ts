import {
  type Asker,
  type Database,
  findSubmission,
  mayRead,
  mayTo,
  moveVersion,
  partOf,
  reader,
  type SubmissionRecord,
  viewSubmission,
  withinPart,
} from '@sepakat/db'
import { parseRowPointer, type RowId } from '@sepakat/rules'
import { isOwn } from '../../http/asker.ts'
import { invalid, problem } from '../../http/problem.ts'
import { handlers, reply } from '../../http/route.ts'
import { formOnWire } from './form-on-wire.ts'

/** The submission, whose form who asks may read; `handed`: the ids of the rows a contributor was handed, else null. */
const readable = async (
  db: Database,
  id: string,
  asker: Asker,
): Promise<SubmissionRecord & { handed: RowId[] | null }> => {
  const tx = reader(db)
  const submission = await findSubmission(tx, id)
  const part = submission ? partOf(asker, submission) : null
  if (!submission || (part === null && !mayTo(asker, 'submission.read', submission))) throw problem('not-found')
  if (part === null && !mayRead(asker, submission)) throw problem('no-right')
  const handed = part && (await withinPart(tx, submission, part)).rows.map(at => parseRowPointer(at)!.row)
  return { ...submission, handed }
}

const view = async (db: Database, id: string, asker: Asker, now: Date, refresh: boolean) => {
  const submission = await viewSubmission(db, { id, asker, now, refresh })
  if (submission === null) throw problem('not-found')
  return submission
}

export const readHandlers = handlers({
  'GET /submissions/:id': async ({ params, actor, db, now, today }) =>
    view(db, params.id, { ...actor, today }, now, true),

  'GET /submissions/:id/form': async ({ params, actor, db, today }) => {
    const asker = { ...actor, today }
    const submission = await readable(db, params.id, asker)
    // Whoever fills in sees the rows that saving knows, of drafts too.
    const { handed } = submission
    const sent = await formOnWire(reader(db), submission, {
      drafts: handed !== null || isOwn(asker, submission),
      handed,
    })
    if (sent === null) throw problem('not-found')
    return sent
  },

  'POST /submissions/:id/version': async ({ params, body, actor, db, now, today, write }) => {
    const asker = { ...actor, today }
    const moved = await write(tx => moveVersion(tx, { id: params.id, to: body.to, asker, now }))
    if (moved.outcome === 'not-newest')
      throw invalid('/to', `Versi terbaru formulir ini adalah ${moved.newest}. Muat ulang, lalu pilih versi itu.`)
    if (moved.outcome !== 'moved' && moved.outcome !== 'there') throw problem(moved.outcome)
    const submission = await view(db, params.id, asker, now, true)
    return reply(submission, { version: submission.version })
  },
})
