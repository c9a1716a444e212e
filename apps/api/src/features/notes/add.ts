import { findNote, insertNote, noEvent, noteOwner, type Queryable, submissionStream, written } from '@sepakat/db'
import { isAnchorOf, kinds } from '@sepakat/rules'
import { invalid, problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { lockedReview } from '#submissions/lockedReview.ts'
import { noteView } from '#submissions/noteView.ts'
import { noteOf } from './noteOf.ts'

type Asked = Pick<Context<'POST /submissions/:id/notes'>, 'params' | 'body' | 'actor' | 'now'>

/** @throws what `lockedReview` throws; invalid; exists where the id is another note's */
export const add = async (tx: Queryable, { params, body, actor, now }: Asked) => {
  const submission = await lockedReview(tx, { id: params.id, asker: actor, now })
  const { anchor, text } = body
  // One id has one text, in the table and in history.
  const id = body.id.toLowerCase()
  if (!isAnchorOf(kinds[submission.form], anchor)) throw invalid('/anchor', 'Bagian ini tidak ada pada formulir.')
  const known = await findNote(tx, submission.id, id)
  // Sent again because its answer was lost on the way.
  if (known?.by === actor.id && known.anchor === anchor && known.text === text)
    return noEvent(await noteView(tx, known))
  if ((await noteOwner(tx, id)) !== null) throw problem('exists')
  const revision = submission.latestRevision
  await insertNote(tx, { id, submission: submission.id, anchor, text, revision, by: actor.id, at: now })
  return written(await noteView(tx, await noteOf(tx, submission.id, id)), {
    stream: submissionStream(submission.id),
    type: 'note.added',
    data: { note: id, anchor, revision },
    binds: { note: [id] },
  })
}
