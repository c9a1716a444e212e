import { shownDue } from '@sepakat/rules/workflow/heldDue.ts'
import { isAhead, isBlocked, isClosed } from '#submissions/reportAction.ts'
import type { ReportLine } from '#sync/apiTypes.ts'

export interface Work {
  /** The office's turn: drafts, returned ones, or to be created; the most urgent first. */
  todo: ReportLine[]
  /** Not created, and cannot be before another is submitted. */
  blocked: ReportLine[]
  /** Submitted: another user's turn. */
  waiting: ReportLine[]
  /** Never created, and its period is closed. */
  closed: ReportLine[]
  /** Not open yet. */
  later: ReportLine[]
}

const dueOf = (line: ReportLine): string => shownDue(line) ?? '9999'

/** Of those due on one day the one that others build on comes first. */
const stepsBefore = ({ follows = [] }: Partial<ReportLine>): number => follows.length

/** Sorts what an office owes by whose turn it is; approved lines are left out. `now`: the server's clock in milliseconds. */
export function sortWork(lines: readonly ReportLine[], now: number): Work {
  const work: Work = { todo: [], blocked: [], waiting: [], closed: [], later: [] }
  for (const line of lines) {
    if (line.status === 'approved') continue
    if (line.status === 'not-begun') {
      if (isAhead(line, now)) work.later.push(line)
      else if (isClosed(line, now)) work.closed.push(line)
      else if (isBlocked(line)) work.blocked.push(line)
      else work.todo.push(line)
    } else if (line.status === 'draft' || line.status === 'returned') work.todo.push(line)
    else work.waiting.push(line)
  }
  for (const part of [work.todo, work.blocked, work.waiting, work.closed, work.later])
    part.sort((a, b) => dueOf(a).localeCompare(dueOf(b)) || stepsBefore(a) - stepsBefore(b))
  return work
}

/** Of what an office owes: approved and all. */
export const doneOf = (lines: readonly ReportLine[]): { done: number; all: number } => ({
  done: lines.filter(line => line.status === 'approved').length,
  all: lines.length,
})
