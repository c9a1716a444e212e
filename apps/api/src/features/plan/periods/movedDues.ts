import { dueReports, type NewDue, type OwedReport, type Queryable } from '@sepakat/db'
import { type DueMove, moveDue } from '@sepakat/rules'

export type MovedDue = OwedReport & DueMove

/** What new deadlines of their periods do to what is owed: what moves, and whose judgement changes. */
export const movedDues = async (
  tx: Queryable,
  periods: NewDue[],
  { alsoSubmitted, now }: { alsoSubmitted: boolean; now: Date },
): Promise<MovedDue[]> =>
  (await dueReports(tx, periods))
    .map(report => ({ ...report, ...moveDue(report, report.to, alsoSubmitted, now) }))
    .filter(({ moves }) => moves)
