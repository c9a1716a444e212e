import type { ReportLine, Submission } from '#sync/apiTypes.ts'
import { paths } from '#ui/paths.ts'

/** The next action on a report in a list: a link, or creating it. */
export type ReportAction = { label: string; primary: boolean } & ({ to: string } | { begin: string })

/** Its period is not open yet. */
export const isAhead = ({ opensAt }: ReportLine, now: number): boolean => opensAt !== null && Date.parse(opensAt) > now

/** Its period is closed: only an extension by the coordinator reopens it. */
export const isClosed = ({ closesAt }: ReportLine, now: number): boolean =>
  closesAt !== null && Date.parse(closesAt) < now

/** Another report must be submitted before this can be created. Cache entries of an older version lack this. */
export const isBlocked = ({ status, prerequisites = [] }: Partial<ReportLine>): boolean =>
  status === 'not-begun' && prerequisites.length > 0

/** It is owed, not created yet, its period is open, and its prerequisites are met. */
export const mayCreate = (line: ReportLine, now: number): boolean =>
  line.status === 'not-begun' &&
  line.obligation !== null &&
  !isAhead(line, now) &&
  !isClosed(line, now) &&
  !isBlocked(line)

/** A report created on this device is a draft here, though the server does not have it (sync/cache/createdHere.ts). */
export const asCreatedHere = (line: ReportLine, here: ReadonlySet<string>): ReportLine =>
  line.status === 'not-begun' && line.obligation !== null && here.has(line.obligation)
    ? { ...line, status: 'draft', submission: line.obligation }
    : line

/** Where users who do not fill a report in read it: one that was never submitted has only a history. */
export const readingPath = (submission: string, status: string): string =>
  status === 'draft' ? paths.history(submission) : paths.review(submission)

/**
 * The one next step: `Mulai`, `Lanjutkan`, `Perbaiki`, `Tanda tangani`, `Periksa`, else `Lihat`. Null where there is
 * nothing to see yet. `now` is the server's clock in milliseconds.
 */
export function reportAction(line: ReportLine, permissions: readonly string[], now: number): ReportAction | null {
  const { submission, obligation, status } = line
  if (status === 'not-begun') {
    const begins = permissions.includes('submission.write') && obligation !== null && mayCreate(line, now)
    return begins ? { label: 'Mulai', primary: true, begin: obligation } : null
  }
  if (!submission) return null
  if (permissions.includes('submission.write')) {
    if (status === 'draft') return { label: 'Lanjutkan', primary: true, to: paths.form(submission) }
    if (status === 'returned') return { label: 'Perbaiki', primary: true, to: paths.form(submission) }
    return { label: 'Lihat', primary: false, to: paths.form(submission) }
  }
  if (permissions.includes('submission.sign') && status === 'signing')
    return { label: 'Baca dan tanda tangani', primary: true, to: paths.review(submission) }
  if (permissions.includes('submission.review')) {
    const mine = status === 'submitted' || status === 'in-review' || status === 'second-review'
    if (mine) return { label: 'Periksa', primary: true, to: paths.review(submission) }
  }
  return { label: 'Lihat', primary: false, to: readingPath(submission, status) }
}

/** Whether this user has claimed the report: he or she ticks, notes, evaluates, returns and approves. */
export function isReviewing(submission: Submission): boolean {
  const move = submission.moves.find(one => one.move === 'return')
  return move !== undefined && !move.needs.some(need => need.code === 'own-claim' || need.code === 'clean-hands')
}
