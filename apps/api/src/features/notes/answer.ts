import {
  AfterEvents,
  answerNote,
  bind,
  findNote,
  lockHead,
  lockSubmission,
  type Queryable,
  submissionStream,
  written,
} from '@sepakat/db'
import { isOpen, statusLabels } from '@sepakat/rules'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { requireMay } from '#submissions/asker.ts'
import { noteView } from '#submissions/noteView.ts'
import { noteOf } from './noteOf.ts'

type Asked = Pick<Context<'POST /submissions/:id/notes/:note/answers'>, 'params' | 'body' | 'actor' | 'now'>

/** @throws not-found, no-right; wrong-status where the report is not with its office, or the note is resolved */
export const answer = async (tx: Queryable, { params, body, actor, now }: Asked) => {
  const [found, note] = await Promise.all([
    lockSubmission(tx, params.id),
    findNote(tx, params.id, params.note),
    lockHead(tx, submissionStream(params.id)),
  ])
  const submission = requireMay(actor, 'submission.write', found)
  if (note === null) throw problem('not-found')
  if (!isOpen(submission.status))
    throw problem('wrong-status', {
      detail: `Catatan dijawab selama laporan ada pada perangkat daerah. Laporan ini sedang berstatus "${statusLabels[submission.status]}".`,
    })
  if (note.status === 'resolved') throw problem('wrong-status', { detail: 'Catatan ini sudah dinyatakan selesai.' })
  const binds = { note: [note.id] }
  const [, answered, read] = await Promise.all([
    answerNote(tx, note.id, { text: body.text, by: actor.id, at: now.toISOString() }),
    noteOf(tx, submission.id, note.id),
    bind(tx, binds),
  ])
  return written(new AfterEvents(tx => noteView(tx, answered)), {
    stream: submissionStream(submission.id),
    type: 'note.answered',
    data: { note: note.id, answer: note.answers.length + 1 },
    binds,
    ...read,
  })
}
