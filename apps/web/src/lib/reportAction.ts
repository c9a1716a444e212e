import type { ReportLine } from './apiTypes.ts'
import { paths } from './paths.ts'

/** What a person can do next with a report in a list: go somewhere, or begin it. */
export type ReportAction = { label: string; primary: boolean } & ({ to: string } | { begin: string })

/** Its period has not been opened yet. */
export const isAhead = ({ opensAt }: ReportLine, now: number): boolean => opensAt !== null && Date.parse(opensAt) > now

/** Its period was closed: only an extension by the coordinator opens it again. */
export const isClosed = ({ closesAt }: ReportLine, now: number): boolean =>
  closesAt !== null && Date.parse(closesAt) < now

/** Another report must be submitted before this can be started. Copies that an older version kept do not tell. */
export const isBlocked = ({ status, prerequisites = [] }: Partial<ReportLine>): boolean =>
  status === 'not-begun' && prerequisites.length > 0

/** It is owed, nobody has begun it, its period is open, and what it needs is there. */
export const mayCreate = (line: ReportLine, now: number): boolean =>
  line.status === 'not-begun' &&
  line.obligation !== null &&
  !isAhead(line, now) &&
  !isClosed(line, now) &&
  !isBlocked(line)

/** A report that was begun on this device is a draft here, though the server has not heard of it (device/begunHere.ts). */
export const asCreatedHere = (line: ReportLine, here: ReadonlySet<string>): ReportLine =>
  line.status === 'not-begun' && line.obligation !== null && here.has(line.obligation)
    ? { ...line, status: 'draft', submission: line.obligation }
    : line

/** Where people who do not fill a report in read it: what was never handed in has a history but nothing to read yet. */
export const readingPath = (submission: string, status: string): string =>
  status === 'draft' ? paths.history(submission) : paths.review(submission)

/**
 * The one step that matters: `Mulai`, `Lanjutkan`, `Perbaiki`, `Tanda tangani`, `Periksa`, else `Lihat`. Null where there is
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
