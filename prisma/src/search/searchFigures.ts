import type { FigureAsked, FormId, PeriodKey } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'
import type { SearchReach } from './searchNames.ts'
import { ofPeriods } from './searchReports.ts'

/** A figure that some report in reach has: of a row, or of a whole report (`row` ''). */
export interface FoundFigure {
  form: FormId
  code: string
  row: string
  rowLabel: string
  rowCode: string
  table: string
  /** The newest period that has it. */
  period: PeriodKey
  /** Its report, of who reaches some offices only. */
  submission: string | null
}
interface FiguresAsk {
  figures: readonly FigureAsked[]
  year: string | null
  quarter: string | null
  reach: SearchReach
  limit: number
  now: Date
}

const figures = statement(
  'search-figures',
  `WITH asked AS MATERIALIZED (
     SELECT * FROM unnest($1::text[], $2::text[], $8::text[], $9::int[]) AS a(form, rest, code, hits)
   ), named AS MATERIALIZED (
     SELECT a.form, a.rest, n.* FROM (SELECT DISTINCT form, rest FROM asked) a CROSS JOIN LATERAL (
       SELECT '' AS table_id, '' AS row_id, '' AS title, '' AS row_code, 0 AS size WHERE a.rest = ''
       UNION ALL
       (SELECT n.table_id, n.row_id, n.title, n.code, length(n.words) FROM search_name n
        WHERE a.rest <> '' AND n.kind = 'row' AND n.owner = '00000000-0000-0000-0000-000000000000' AND n.form = a.form AND NOT EXISTS (
          SELECT 1 FROM unnest(string_to_array(a.rest, ' ')) AS w(word) WHERE ' ' || n.words NOT LIKE '% ' || w.word || '%')
        ORDER BY length(n.words), n.key LIMIT $7::int)) n
   )
   SELECT a.form, a.code, n.row_id AS "row", n.title AS "rowLabel", n.row_code AS "rowCode", n.table_id AS "table", p.key AS period,
          CASE WHEN $6::uuid[] IS NOT NULL THEN p.submission_id END AS submission
   FROM asked a JOIN named n ON n.form = a.form AND n.rest = a.rest
   CROSS JOIN LATERAL (
     SELECT p.key, f.submission_id FROM (${ofPeriods('a.form')}) p CROSS JOIN LATERAL (
       SELECT f.submission_id FROM figure f WHERE f.form = a.form AND f.period = p.key AND f.code = a.code AND f."row" = n.row_id
         AND ($6::uuid[] IS NULL OR EXISTS (SELECT 1 FROM office o WHERE o.id = f.office_id AND o.path && $6)) LIMIT 1) f
     ORDER BY p.key DESC LIMIT 1) p
   ORDER BY a.hits DESC, n.size, a.form, a.code, n.row_id LIMIT $7::int`,
  rowOf<FoundFigure>({
    form: col.text.notNull('given'),
    code: col.text.notNull('given'),
    row: col.text.notNull('of NOT NULL columns'),
    rowLabel: col.text.notNull('of NOT NULL columns'),
    rowCode: col.text.notNull('of NOT NULL columns'),
    table: col.text.notNull('of NOT NULL columns'),
    period: col.text,
    submission: col.uuid.orNull,
  }),
)

/** By the label of the figure and the name of its row, one more than the limit where there are more. */
export const searchFigures = async (
  tx: Queryable,
  { figures: asked, year, quarter, reach, limit, now }: FiguresAsk,
): Promise<FoundFigure[]> =>
  asked.length === 0
    ? []
    : tx.query(figures, [
        asked.map(({ form }) => form),
        asked.map(({ rest }) => rest),
        year,
        quarter,
        now,
        reach.offices,
        limit + 1,
        asked.map(({ code }) => code),
        asked.map(({ hits }) => hits),
      ])
