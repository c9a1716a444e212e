import { answerNote, lockSubmission, type Queryable, submissionStream, written } from '@sepakat/db'
import { isOpen, statusLabels } from '@sepakat/rules'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { requireMay } from '#submissions/asker.ts'
import { noteView } from '#submissions/noteView.ts'
import { noteOf } from './noteOf.ts'

type Asked = Pick<Context<'POST /submissions/:id/notes/:note/answers'>, 'params' | 'body' | 'actor' | 'now'>

/** @throws not-found, no-right; wrong-status where the report is not with its office, or the note is resolved */
export const answer = async (tx: Queryable, { params, body, actor, now }: Asked) => {
  const submission = requireMay(actor, 'submission.write', await lockSubmission(tx, params.id))
  const note = await noteOf(tx, submission.id, params.note)
  if (!isOpen(submission.status))
    throw problem('wrong-status', {
      detail: `Catatan dijawab selama laporan ada pada perangkat daerah. Laporan ini sedang berstatus "${statusLabels[submission.status]}".`,
    })
  if (note.status === 'resolved') throw problem('wrong-status', { detail: 'Catatan ini sudah dinyatakan selesai.' })
  await answerNote(tx, note.id, { text: body.text, by: actor.id, at: now.toISOString() })
  return written(await noteView(tx, await noteOf(tx, submission.id, note.id)), {
    stream: submissionStream(submission.id),
    type: 'note.answered',
    data: { note: note.id, answer: note.answers.length + 1 },
    binds: { note: [note.id] },
  })
}
