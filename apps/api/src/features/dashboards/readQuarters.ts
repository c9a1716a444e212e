import { type Queryable, quarterFigures } from '@sepakat/db'
import { chartForms, type PeriodKey, periodKey, type QuarterFigure, quarterFigure } from '@sepakat/rules'
import { leaderReport } from './leaderReport.ts'

export const quartersOf = (year: number): PeriodKey[] =>
  ([1, 2, 3, 4] as const).map(quarter => periodKey({ year, quarter, practice: false }))

/** What these quarters come to in a chart, of those in which something counts. */
export const readQuarters = (
  tx: Queryable,
  of: 'index' | 'achievement',
  periods: readonly PeriodKey[],
): Promise<QuarterFigure[]> => {
  const { form } = chartForms[of]
  return quarterFigures(tx, { form, periods }, loaded => quarterFigure(of, leaderReport(form, loaded)))
}
