import type { FormId, PeriodKey, Punctuality } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'
import { firstSubmitted } from '../submissions/lineQuery.ts'

type Row = Omit<Punctuality, 'over'> & {
  overOwed: number
  overSubmitted: number
  overOnTime: number
  overApproved: number
}

const aCount = 'a count'
const punctuality = statement(
  'punctuality',
  `SELECT form, period, to_char(max(due) AT TIME ZONE $3, 'YYYY-MM-DD') AS due, count(*)::int AS owed, count(first)::int AS submitted,
          count(*) FILTER (WHERE approved)::int AS approved, count(*) FILTER (WHERE due < $2)::int AS "overOwed",
          count(first) FILTER (WHERE due < $2)::int AS "overSubmitted", count(*) FILTER (WHERE due < $2 AND first <= due)::int AS "overOnTime",
          count(*) FILTER (WHERE due < $2 AND approved)::int AS "overApproved"
   FROM (
     SELECT l.form, l.period, l.due, ${firstSubmitted} AS first, l.number > 1 OR l.approved_revision IS NOT NULL AS approved
     FROM report_line l WHERE l.list = 'obligation' AND NOT l.practice AND left(l.period, 4) = ANY ($1)
   ) o GROUP BY form, period ORDER BY period, form`,
  rowOf<Row>({
    form: col.text.as<FormId>(),
    period: col.text.as<PeriodKey>(),
    due: col.text.notNull('every obligation has one'),
    owed: col.int4.notNull(aCount),
    submitted: col.int4.notNull(aCount),
    approved: col.int4.notNull(aCount),
    overOwed: col.int4.notNull(aCount),
    overSubmitted: col.int4.notNull(aCount),
    overOnTime: col.int4.notNull(aCount),
    overApproved: col.int4.notNull(aCount),
  }),
)

/** What is owed of each form in the periods of these years, and whether it came in time; days in `zone`. */
export const punctualityOf = async (
  tx: Queryable,
  { years, now, zone }: { years: readonly number[]; now: Date; zone: string },
): Promise<Punctuality[]> => {
  const rows = await tx.query(punctuality, [years.map(String), now, zone])
  return rows.map(({ overOwed, overSubmitted, overOnTime, overApproved, ...row }) => ({
    ...row,
    over: { owed: overOwed, submitted: overSubmitted, onTime: overOnTime, approved: overApproved },
  }))
}
