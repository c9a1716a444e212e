import {
  AfterEvents,
  latestSealMark,
  lockToSubmit,
  type Queryable,
  submittedDetails,
  type Transaction,
  written,
} from '@sepakat/db'
import { type Anchor, type MoveName, may } from '@sepakat/rules'
import { invalid, problem } from '#http/problem.ts'
import { type Context, handlers, reply } from '#http/route.ts'
import { shownSubmission, withVersion } from '#submissions/shownSubmission.ts'
import { viewDetails } from '#submissions/viewSubmission.ts'
import type { Asked, Sent } from './judgeMove.ts'
import { makeMove } from './makeMove.ts'

/** Moves the submission and answers with it as it is then. */
const move = async <M extends MoveName>(tx: Transaction, name: M, asked: Asked, sent?: Sent) => {
  const { event } = await makeMove(tx, name, asked, sent)
  return written(new AfterEvents(tx => shownSubmission(tx, asked)), event)
}

/** Submits the report and answers with its receipt. */
const submit = async (tx: Transaction, { body, ...asked }: Asked & Context<'POST /submissions/:id/submit'>) => {
  const { actor, now } = asked
  const ask = { actor: actor.id, person: actor.person.id, today: actor.today }
  const locked = await lockToSubmit(tx, asked.params.id, ask)
  if (!locked) throw problem('not-found')
  const { frozen, event, left } = await makeMove(tx, 'submit', asked, { deviceAt: body.deviceAt }, locked)
  const { revision, receipt: number, sha256 } = frozen!
  type Shown = Awaited<ReturnType<typeof shownSubmission>>
  const answer = (submission: Shown, seal: string | null) => ({
    submission,
    receipt: { number, revision, at: now.toISOString(), sha256, seal },
  })
  // what a reviewer did is told from history, and ticks of the revision before were perhaps taken along
  if (revision > 1 || may(actor.access, 'submission.review', { today: actor.today })) {
    const read = async (tx: Queryable) =>
      answer(...(await Promise.all([shownSubmission(tx, asked), latestSealMark(tx)])))
    return written(new AfterEvents(read), event)
  }
  const shown = await viewDetails(tx, submittedDetails(left, locked.told), { asker: actor, now })
  if (shown === null) throw problem('not-found')
  return written(answer(shown, locked.told.seal), event)
}

/** Asked before a key is claimed. @throws invalid where the day is over */
const opening = ({ dueAt, anchors }: { dueAt: string; anchors?: string[] }, now: Date): Sent => {
  const answerBy = new Date(dueAt)
  if (answerBy <= now) throw invalid('/dueAt', 'Tanggal batas jawaban ini sudah lewat. Pilih tanggal yang akan datang.')
  return { answerBy, anchors: anchors as Anchor[] }
}

export const moveHandlers = handlers({
  'POST /submissions/:id/submit': async asked => {
    const answer = await asked.write(tx => submit(tx, asked))
    return reply(answer, { version: answer.submission.version })
  },
  'POST /submissions/:id/sign': asked => withVersion(asked.write(tx => move(tx, 'sign', asked))),
  'POST /submissions/:id/decline': asked => {
    const { reason } = asked.body
    return withVersion(asked.write(tx => move(tx, 'decline', asked, { reason })))
  },
  'POST /submissions/:id/withdraw': asked => withVersion(asked.write(tx => move(tx, 'withdraw', asked))),
  'POST /submissions/:id/claim': asked => withVersion(asked.write(tx => move(tx, 'claim', asked))),
  'POST /submissions/:id/release': asked => withVersion(asked.write(tx => move(tx, 'release', asked))),
  'POST /submissions/:id/return': async asked => {
    const sent = opening(asked.body, asked.now)
    return withVersion(asked.write(tx => move(tx, 'return', asked, sent)))
  },
  'POST /submissions/:id/approve': asked => withVersion(asked.write(tx => move(tx, 'approve', asked))),
  'POST /submissions/:id/reopen': async asked => {
    const sent = { reason: asked.body.reason, ...opening(asked.body, asked.now) }
    return withVersion(asked.write(tx => move(tx, 'reopen', asked, sent)))
  },
  'POST /submissions/:id/unclaim': asked => {
    const { reason } = asked.body
    return withVersion(asked.write(tx => move(tx, 'unclaim', asked, { reason })))
  },
})
