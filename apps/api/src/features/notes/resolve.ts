import { AfterEvents, bind, noEvent, type Queryable, resolveNote, submissionStream, written } from '@sepakat/db'
import type { Context } from '#http/route.ts'
import { lockedReview } from '#submissions/lockedReview.ts'
import { noteView } from '#submissions/noteView.ts'
import { noteOf } from './noteOf.ts'

type Asked = Pick<Context<'POST /submissions/:id/notes/:note/resolve'>, 'params' | 'actor' | 'now'>

/** @throws what `lockedReview` throws; not-found where the report has no such note */
export const resolve = async (tx: Queryable, { params, actor, now }: Asked) => {
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
