import {
  bind,
  countedReportOf,
  figuresOfReportIn,
  findQuestion,
  insertQuestion,
  lockHead,
  lockSubmission,
  noEvent,
  type Queryable,
  submissionStream,
  written,
} from '@sepakat/db'
import { invalid, problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { isInside, requireMay } from '#submissions/asker.ts'
import { sentAfter } from './questionOf.ts'

type Asked = Pick<Context<'POST /submissions/:id/questions'>, 'params' | 'body' | 'actor' | 'now'>

/**
 * Asks an office about a figure that counts; an approved report stays approved. Its own people do not ask.
 * @throws not-found, no-right; wrong-status while nothing of the report counts; exists where the id is another's
 */
export const ask = async (tx: Queryable, { params, body, actor, now }: Asked) => {
  const [found] = await Promise.all([lockSubmission(tx, params.id), lockHead(tx, submissionStream(params.id))])
  const submission = requireMay(actor, 'figure.read', found)
  if (isInside(actor, submission)) throw problem('no-right')
  const { code, row, text } = body
  const id = body.id.toLowerCase()
  const office = submission.officeId
  const [report, known] = await Promise.all([countedReportOf(tx, { ...submission, office }), findQuestion(tx, id)])
  // Sent again because its answer was lost on the way.
  if (
    known?.by === actor.id &&
    known.submission === submission.id &&
    known.code === code &&
    known.row === row &&
    known.text === text
  )
    return noEvent(await sentAfter(id, actor).read(tx))
  if (known) throw problem('exists')
  if (report?.submission !== submission.id)
    throw problem('wrong-status', {
      detail: 'Penjelasan diminta atas angka yang sudah dikirim. Laporan ini belum punya angka yang dihitung.',
    })
  const [figure] = await figuresOfReportIn(tx, report, { code, row })
  if (!figure) throw invalid('/code', 'Angka ini tidak ada pada laporannya.')
  const revision = report.n
  const binds = { question: [id] }
  const [, read] = await Promise.all([
    insertQuestion(tx, { id, submission: submission.id, revision, code, row, text, by: actor.id, at: now }),
    bind(tx, binds),
  ])
  return written(sentAfter(id, actor), {
    stream: submissionStream(submission.id),
    type: 'figure.asked',
    data: { question: id, revision, code, row },
    binds,
    ...read,
  })
}
