import type { OwedCount, ReportType } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, statement } from '../statement.ts'
import { lateLine } from './lineQuery.ts'

// Thousands of rows, whose text is made where they are: Node would read, judge and write each of them again.
const overview = statement(
  'overview',
  `WITH offices AS MATERIALIZED (
     SELECT o.id, rank() OVER (ORDER BY o.name) AS place,
            json_build_object('id', o.id, 'name', o.name, 'shortName', o.short_name)::text AS told
     FROM office_now o WHERE $3::uuid[] IS NULL OR o.path && $3),
   owed AS MATERIALIZED (
     SELECT row_number() OVER (ORDER BY o.place, l.form, l.period, l.id) AS n, o.told, l.form, l.period, l.submission_id, l.status,
            l.number > 1 AS again, COALESCE(${lateLine('$5')}, false) AS late
     FROM report_line l JOIN offices o ON o.id = l.office_id
     WHERE l.list = 'obligation' AND l.practice = $1 AND left(l.period, 4) = $2 AND ($4::text[] IS NULL OR l.report_type = ANY ($4)))
   SELECT
     (SELECT COALESCE('[' || string_agg('{"office":' || told || ',"form":' || to_json(form) || ',"period":' || to_json(period)
        || ',"submission":' || COALESCE('"' || submission_id || '"', 'null') || ',"status":"' || status
        || '","late":' || late || '}', ',' ORDER BY n) || ']', '[]') FROM owed) AS cells,
     (SELECT COALESCE(json_agg(c ORDER BY first), '[]') FROM (
        SELECT form, status, again, late, count(*)::int AS count, min(n) AS first FROM owed GROUP BY form, status, again, late) c) AS counts`,
  {
    cells: col.text.notNull('coalesced'),
    counts: col.json.as<OwedCount[]>().notNull('coalesced'),
  },
)

/**
 * What is owed in a year within reach: each obligation with its office and the state of its report, by the name of the office, as
 * JSON text of the overview's `cells`; and how many are alike, in the order of their first.
 */
export const overviewOfYear = async (
  tx: Queryable,
  ask: {
    reach: { offices: string[] | null; reportTypes: ReportType[] | null }
    year: number
    practice: boolean
    now: Date
  },
): Promise<{ cells: string; counts: OwedCount[] }> => {
  const { reach, year, practice, now } = ask
  const [row] = await tx.query(overview, [practice, String(year), reach.offices, reach.reportTypes, now])
  return row!
}
