import type { SubmissionRecord } from '@sepakat/db'
import {
  type AccessActor,
  type ActorId,
  type Anchor,
  type Capacity,
  capacityOf,
  isWithin,
  may,
  mayReadAnswers,
  type Permission,
  partOf,
  type ReportType,
  reachOf,
  type WithParts,
} from '@sepakat/rules'
import { problem } from '#http/problem.ts'

/** Who asks, on which day of the region: what is known of the acting post or key. */
export interface Asker {
  id: ActorId
  person: { id: string }
  via: 'session' | 'key'
  access: AccessActor
  today: string
}

/** Whose a record is: what a permission is asked for. */
interface Owned {
  officePath: readonly string[]
  reportType: ReportType
}

/** Whether the post or key may do this to submissions of that office and report type. */
export const mayTo = (
  { access, today }: Pick<Asker, 'access' | 'today'>,
  permission: Permission,
  { officePath, reportType }: Owned,
): boolean => may(access, permission, { today, reportType, office: [...officePath] })

/** Whether a record lies in the one reach of the permission, which a list has too: of a key less than all that its owner's posts may. */
export const isInReach = (
  { access, today }: Pick<Asker, 'access' | 'today'>,
  permission: Permission,
  { officePath, reportType }: Owned,
): boolean => {
  const reach = reachOf(access, permission, today)
  return reach !== null && isWithin(reach, { reportType, office: [...officePath] })
}

/** Its own to write: an operator of the office, or a key that writes for it. */
export const isOwn = (asker: Pick<Asker, 'access' | 'today'>, record: Owned): boolean =>
  mayTo(asker, 'submission.write', record)

/** Whether the answers may be read as they are now: while they are with the office, by its own alone. */
export const mayRead = (
  { access, today }: Pick<Asker, 'access' | 'today'>,
  { officePath, reportType, status }: Owned & Pick<SubmissionRecord, 'status'>,
): boolean => mayReadAnswers(access, { today, reportType, office: [...officePath], status })

/** Whether who asks is of the office itself, or writes for it: such read drafts, and all that never left the office. */
export const isInside = (asker: Pick<Asker, 'access' | 'today'>, submission: SubmissionRecord): boolean =>
  mayRead(asker, { ...submission, status: 'draft' })

/** How a caller without the permission is refused: one who may not read the record is not told that it exists. */
export const refusedAs = (asker: Pick<Asker, 'access' | 'today'>, record: Owned): 'no-right' | 'not-found' =>
  mayTo(asker, 'submission.read', record) ? 'no-right' : 'not-found'

/** The record, which the asker may do this to. @throws no-right, or not-found where there is none in reach */
export const requireMay = <R extends Owned>(
  asker: Pick<Asker, 'access' | 'today'>,
  permission: Permission,
  record: R | null,
): R => {
  if (record === null) throw problem('not-found')
  if (!mayTo(asker, permission, record)) throw problem(refusedAs(asker, record))
  return record
}

/** The submission, of which the asker sees the whole (`part` null) or what was handed to him or her. @throws not-found */
export const requireSeen = <S extends SubmissionRecord>(
  asker: Asker,
  submission: S | null,
): { submission: S; part: Anchor[] | null } => {
  const part = submission && partOf(asker, submission)
  if (!submission || (part === null && !mayTo(asker, 'submission.read', submission))) throw problem('not-found')
  return { submission, part }
}

/** In what capacity the asker writes to a submission. @throws no-right, or not-found where there is none in reach */
export const requireCapacity = <S extends WithParts>(
  asker: Asker,
  submission: S | null,
): { submission: S; capacity: Capacity } => {
  if (submission === null) throw problem('not-found')
  const capacity = capacityOf(asker, submission)
  if (capacity === null) throw problem(refusedAs(asker, submission))
  return { submission, capacity }
}
