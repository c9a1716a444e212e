import { type Asker, mayTo, type SubmissionRecord } from '@sepakat/db'
import { type Anchor, type Capacity, capacityOf, type Permission, partOf, type ReportType } from '@sepakat/rules'
import { problem } from './problem.ts'

export { type Asker, isOwn, mayRead, mayTo } from '@sepakat/db'

/** Whose a record is: what a permission is asked for. */
interface Owned {
  officePath: readonly string[]
  reportType: ReportType
}

/** How one who may not do something to a record is refused: whoever may not read it is not told that it exists. */
export const refusedAs = (asker: Pick<Asker, 'access' | 'today'>, record: Owned): 'no-right' | 'not-found' =>
  mayTo(asker, 'submission.read', { ...record, officePath: [...record.officePath] }) ? 'no-right' : 'not-found'

/** The record, which the asker may do this to. @throws no-right, or not-found where there is none in reach */
export const requireMay = <R extends Owned>(
  asker: Pick<Asker, 'access' | 'today'>,
  permission: Permission,
  record: R | null,
): R => {
  if (record === null) throw problem('not-found')
  if (!mayTo(asker, permission, { ...record, officePath: [...record.officePath] }))
    throw problem(refusedAs(asker, record))
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
export const requireCapacity = <S extends SubmissionRecord>(
  asker: Asker,
  submission: S | null,
): { submission: S; capacity: Capacity } => {
  if (submission === null) throw problem('not-found')
  const capacity = capacityOf(asker, submission)
  if (capacity === null) throw problem(refusedAs(asker, submission))
  return { submission, capacity }
}
