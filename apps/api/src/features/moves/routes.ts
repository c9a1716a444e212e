import { type Frozen, latestSealMark, type MoveAsk, moveSubmission } from '@sepakat/db'
import type { Anchor, MoveName } from '@sepakat/rules'
import { invalid, problem } from '../../http/problem.ts'
import { type Context, type Handler, handlers, reply } from '../../http/route.ts'
import { viewSubmissionIn } from '../../http/view-submission.ts'
import { refusedMove } from './refused-move.ts'

type MoveRoute = `POST /submissions/:id/${MoveName}`
type Asked = Pick<Context<MoveRoute>, 'params' | 'actor' | 'write' | 'now' | 'today' | 'ifMatch'>
type Sent = Pick<MoveAsk, 'reason' | 'answerBy' | 'anchors' | 'deviceAt'>
type View = NonNullable<Awaited<ReturnType<typeof viewSubmissionIn>>>

/** Moves the submission and answers with it as it is then, in one transaction: a repetition gets the very same answer. */
const moving = <T>(
  move: MoveName,
  { params, actor, write, now, today, ifMatch }: Asked,
  sent: Sent,
  answer: (submission: View, frozen: Frozen | undefined, seal: string | null) => T,
): Promise<T> => {
  const asker = { ...actor, today }
  if (sent.answerBy && sent.answerBy <= now)
    throw invalid('/dueAt', 'Tanggal batas jawaban ini sudah lewat. Pilih tanggal yang akan datang.')
  return write(async tx => {
    const moved = await moveSubmission(tx, { ...sent, submission: params.id, move, asker, now, ifMatch })
    if (moved.outcome !== 'moved') throw refusedMove(move, moved)
    const submission = await viewSubmissionIn(tx, { id: params.id, asker, now })
    if (submission === null) throw problem('not-found')
    return answer(submission, moved.frozen, moved.frozen ? await latestSealMark(tx) : null)
  }) as Promise<T>
}

const answering = async (move: MoveName, asked: Asked, sent: Sent = {}) => {
  const submission = await moving(move, asked, sent, view => view)
  return reply(submission, { version: submission.version })
}

const submit: Handler<'POST /submissions/:id/submit'> = async ({ body, ...asked }) => {
  const answer = await moving('submit', asked, { deviceAt: body.deviceAt }, (submission, frozen, seal) => {
    const { n, receipt, sha256 } = frozen!
    return { submission, receipt: { number: receipt, revision: n, at: asked.now.toISOString(), sha256, seal } }
  })
  return reply(answer, { version: answer.submission.version })
}

interface Opening {
  dueAt: string
  anchors?: string[]
}
const opening = ({ dueAt, anchors }: Opening): Sent => ({ answerBy: new Date(dueAt), anchors: anchors as Anchor[] })

export const moveHandlers = handlers({
  'POST /submissions/:id/submit': submit,
  'POST /submissions/:id/sign': asked => answering('sign', asked),
  'POST /submissions/:id/decline': asked => answering('decline', asked, { reason: asked.body.reason }),
  'POST /submissions/:id/withdraw': asked => answering('withdraw', asked),
  'POST /submissions/:id/claim': asked => answering('claim', asked),
  'POST /submissions/:id/release': asked => answering('release', asked),
  'POST /submissions/:id/return': asked => answering('return', asked, opening(asked.body)),
  'POST /submissions/:id/approve': asked => answering('approve', asked),
  'POST /submissions/:id/reopen': asked =>
    answering('reopen', asked, { reason: asked.body.reason, ...opening(asked.body) }),
  'POST /submissions/:id/unclaim': asked => answering('unclaim', asked, { reason: asked.body.reason }),
})
