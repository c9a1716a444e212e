import type { ReportType } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { ruleSetOfYear } from '../forms/ruleSets.ts'
import { lowestId } from '../lowestId.ts'
import { col, statement } from '../statement.ts'

/** Approved reports of the years in which a rule set counts, or would if it were approved: those after one, by id. */
export const reportsUnder = async (
  tx: Queryable,
  ask: { id: string; reportTypes: readonly ReportType[] | null; after: string | null; limit: number },
): Promise<string[]> =>
  (await tx.query(ruleSetReports, [ask.id, ask.reportTypes, ask.after ?? lowestId, ask.limit])).map(({ id }) => id)

// By SQL: which rule set counts is asked of every year.
const reportsStatement = `
  WITH counted AS (SELECT y.n FROM generate_series(2000, 2199) AS y(n) WHERE ${ruleSetOfYear('y.n', '$1')} = $1)
  SELECT s.id FROM submission s
  WHERE s.id > $3::uuid AND s.origin = 'filed' AND s.approved_revision IS NOT NULL AND NOT s.practice
    AND ($2::text[] IS NULL OR s.report_type = ANY ($2))
    AND left(s.period, 4)::int IN (SELECT n FROM counted)
    AND NOT EXISTS (SELECT 1 FROM submission m WHERE m.office_id = s.office_id AND m.form = s.form AND m.period = s.period
      AND m.number > s.number AND m.approved_revision IS NOT NULL)
  ORDER BY s.id LIMIT $4`

const ruleSetReports = statement('rule-set-reports', reportsStatement, { id: col.uuid })
