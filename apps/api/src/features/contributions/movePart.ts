import {
  AfterEvents,
  noEvent,
  putContribution,
  type Queryable,
  type ReturnedEvent,
  submissionStream,
  written,
} from '@sepakat/db'
import type { ContributionAct, EventType } from '@sepakat/rules'
import { shownSubmission } from '#submissions/shownSubmission.ts'
import { type Asked, decidePart } from './decidePart.ts'

const events = {
  done: 'contribution.done',
  'take-back': 'contribution.taken-back',
  return: 'contribution.given',
} as const satisfies Record<ContributionAct, EventType>
type EventOfAct = { [A in ContributionAct]: ReturnedEvent<(typeof events)[A]> }

/** Of a return: what is to be mended, and until when where that is new. */
interface Sent {
  note?: string
  dueAt?: Date
}

/** What becomes of a part that was handed out. A repetition changes nothing. @throws not-found, no-right, wrong-status */
export const movePart = async <A extends ContributionAct>(tx: Queryable, act: A, asked: Asked, sent: Sent = {}) => {
  const { submission, part, to } = await decidePart(tx, act, asked)
  if (to === null) return noEvent(await shownSubmission(tx, asked))
  await putContribution(tx, { id: part.id, status: to, at: asked.now, ...sent })
  const event: EventOfAct[ContributionAct] = {
    stream: submissionStream(submission.id),
    type: events[act],
    data: { contribution: part.id, ...(act === 'return' && { returned: true, dueAt: sent.dueAt?.toISOString() }) },
    binds: { contribution: [part.id] },
  }
  return written(new AfterEvents(tx => shownSubmission(tx, asked)), event as EventOfAct[A])
}
