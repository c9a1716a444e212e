import {
  AfterEvents,
  bind,
  findNote,
  insertNote,
  noEvent,
  noteOwner,
  type Queryable,
  submissionStream,
  written,
} from '@sepakat/db'
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
  const [known, owner] = await Promise.all([findNote(tx, submission.id, id), noteOwner(tx, id)])
  // Sent again because its answer was lost on the way.
  if (known?.by === actor.id && known.anchor === anchor && known.text === text)
    return noEvent(await noteView(tx, known))
  if (owner !== null) throw problem('exists')
  const revision = submission.latestRevision
  const binds = { note: [id] }
  const [, note, read] = await Promise.all([
    insertNote(tx, { id, submission: submission.id, anchor, text, revision, by: actor.id, at: now }),
    noteOf(tx, submission.id, id),
    bind(tx, binds),
  ])
  return written(new AfterEvents(tx => noteView(tx, note)), {
    stream: submissionStream(submission.id),
    type: 'note.added',
    data: { note: id, anchor, revision },
    binds,
    ...read,
  })
}
