import type { Anchor } from '@sepakat/rules'
import { invalid } from '#http/problem.ts'
import { handlers, reply } from '#http/route.ts'
import { withVersion } from '#submissions/shownSubmission.ts'
import type { Sent } from './judgeMove.ts'
import { move } from './move.ts'
import { submit } from './submit.ts'

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
