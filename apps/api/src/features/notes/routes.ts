import {
  AfterEvents,
  bind,
  findSubmission,
  listNotes,
  noEvent,
  type Queryable,
  reader,
  resolveNote,
  submissionStream,
  withinPart,
  written,
} from '@sepakat/db'
import { type Context, handlers } from '#http/route.ts'
import { requireSeen } from '#submissions/asker.ts'
import { lockedReview } from '#submissions/lockedReview.ts'
import { noteView, noteViews } from '#submissions/noteView.ts'
import { add } from './add.ts'
import { answer } from './answer.ts'
import { noteOf } from './noteOf.ts'

/** @throws what `lockedReview` throws; not-found where the report has no such note */
const resolve = async (tx: Queryable, { params, actor, now }: Context<'POST /submissions/:id/notes/:note/resolve'>) => {
  const submission = await lockedReview(tx, { id: params.id, asker: actor, now })
  const note = await noteOf(tx, submission.id, params.note)
  if (note.status === 'resolved') return noEvent(await noteView(tx, note))
  const binds = { note: [note.id] }
  const [, resolved, read] = await Promise.all([
    resolveNote(tx, note.id),
    noteOf(tx, submission.id, note.id),
    bind(tx, binds),
  ])
  return written(new AfterEvents(tx => noteView(tx, resolved)), {
    stream: submissionStream(submission.id),
    type: 'note.resolved',
    data: { note: note.id },
    binds,
    ...read,
  })
}

/** All notes of a report, or those within the part that was handed to who asks. */
const list = async ({ params, actor, db }: Context<'GET /submissions/:id/notes'>) => {
  const tx = reader(db)
  const { submission, part } = requireSeen(actor, await findSubmission(tx, params.id))
  const notes = await listNotes(tx, submission.id)
  if (part === null) return { items: await noteViews(tx, notes) }
  const { has } = await withinPart(tx, submission, part)
  const within = notes.filter(({ anchor }) => has(anchor))
  return { items: await noteViews(tx, within) }
}

export const noteHandlers = handlers({
  'GET /submissions/:id/notes': list,
  'POST /submissions/:id/notes': asked => asked.write(tx => add(tx, asked)),
  'POST /submissions/:id/notes/:note/answers': asked => asked.write(tx => answer(tx, asked)),
  'POST /submissions/:id/notes/:note/resolve': asked => asked.write(tx => resolve(tx, asked)),
})
