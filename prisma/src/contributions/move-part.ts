import { type ContributionAct, decideContribution, type EventType, isOpen, type Status } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { appendEvent } from '../history/append-event.ts'
import { submissionStream } from '../history/streams.ts'
import { type Asker, mayTo } from '../submissions/asker.ts'
import { lockSubmission, type SubmissionRecord } from '../submissions/submission.ts'
import { type Contribution, putContribution } from './contribution.ts'
import { handedTo, partOf } from './part-of.ts'

export interface PartAsk {
  submission: string
  contribution: string
  act: ContributionAct
  asker: Asker
  now: Date
  /** Of a return: what is to be mended, and until when where that is new. */
  note?: string
  dueAt?: Date
}
export type PartMoved =
  | { outcome: 'moved' }
  /** Asked again. */
  | { outcome: 'there' }
  | { outcome: 'not-found' | 'no-right' }
  | { outcome: 'wrong-status'; status: Status }
  | { outcome: 'not-now'; part: Contribution }

const events = {
  done: 'contribution.done',
  'take-back': 'contribution.taken-back',
  return: 'contribution.given',
} as const satisfies Record<ContributionAct, EventType>

/** Who has it declares it done; who gave it takes it back or returns it. */
const mayAct = ({ act, asker }: PartAsk, submission: SubmissionRecord, part: Contribution): boolean =>
  act === 'done' ? handedTo(asker, submission).includes(part) : mayTo(asker, 'contribution.manage', submission)

/** What becomes of a part that was given, while the report is open with its office. */
export const movePart = async (tx: Queryable, ask: PartAsk): Promise<PartMoved> => {
  const { act, asker, now, note, dueAt } = ask
  const submission = await lockSubmission(tx, ask.submission)
  if (!submission) return { outcome: 'not-found' }
  const seen = mayTo(asker, 'submission.read', submission) || partOf(asker, submission) !== null
  const part = submission.contributions.find(({ id }) => id === ask.contribution.toLowerCase())
  if (!part) return { outcome: 'not-found' }
  if (!mayAct(ask, submission, part)) return { outcome: seen ? 'no-right' : 'not-found' }
  if (!isOpen(submission.status)) return { outcome: 'wrong-status', status: submission.status }
  const to = decideContribution(act, part.status)
  if (to === null) return decidesNothing(act, part) ? { outcome: 'there' } : { outcome: 'not-now', part }
  await putContribution(tx, { id: part.id, status: to, at: now, note, dueAt })
  const stream = submissionStream(submission.id)
  const data = { contribution: part.id, ...(act === 'return' && { returned: true, dueAt: dueAt?.toISOString() }) }
  const binds = { contribution: [part.id] }
  await appendEvent(tx, { stream, type: events[act], actor: asker.id, at: now, data, binds })
  return { outcome: 'moved' }
}

/** Asked once more of what stands so already. */
const decidesNothing = (act: ContributionAct, { status }: Contribution): boolean =>
  (act === 'done' && status === 'done') || (act === 'take-back' && status === 'taken-back')
