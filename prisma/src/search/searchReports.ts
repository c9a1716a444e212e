import type { EditionType, FormAsked, FormId, PeriodKey, ReportStatus } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { officeName } from '../offices/officeName.ts'
import { col, rowOf, statement } from '../statement.ts'
import type { SearchReach } from './searchNames.ts'

export interface FoundReport {
  id: string
  submission: string | null
  office: string
  name: string
  shortName: string
  form: FormId
  period: PeriodKey
  status: ReportStatus
}
interface ReportsAsk {
  forms: readonly FormAsked[]
  year: string | null
  quarter: string | null
  reach: SearchReach
  limit: number
  now: Date
  today: string
}

/** So many periods of a form are looked through, the newest first. */
const recent = 8
const mostOffices = 10
export const ofPeriods = (form: string) => `
  SELECT key FROM period WHERE form = ${form} AND opens_at <= $5::timestamptz AND key NOT LIKE '%latihan'
    AND ($3::text IS NULL OR left(key, 4) = $3) AND ($4::text IS NULL OR right(key, 3) = 'TW' || $4) ORDER BY key DESC LIMIT ${recent}`

/**
 * A report has no row of names: its form and period are told by words of the forms, and its office found by its names. Lines are then
 * read one by one by form, period and office, so that a search costs the same beside many reports.
 */
const reports = statement(
  'search-reports',
  `WITH asked AS MATERIALIZED (
     SELECT * FROM unnest($1::text[], $2::text[], $8::int[]) AS a(form, rest, hits)
   ), offices AS MATERIALIZED (
     SELECT r.rest, x.* FROM (SELECT DISTINCT rest FROM asked) r CROSS JOIN LATERAL (
       SELECT o.id, starts_with(n.words, r.rest) AS first FROM search_name n JOIN office o ON o.id = n.owner
       WHERE n.kind = 'office' AND (r.rest = '' AND $6::uuid[] IS NOT NULL OR r.rest <> '' AND NOT EXISTS (
           SELECT 1 FROM unnest(string_to_array(r.rest, ' ')) AS w(word) WHERE ' ' || n.words NOT LIKE '% ' || w.word || '%'))
         AND ($6::uuid[] IS NULL OR o.path && $6)
       ORDER BY first DESC, length(n.words), n.words LIMIT ${mostOffices}) x
   ), periods AS MATERIALIZED (
     SELECT f.form, p.key FROM (SELECT DISTINCT form FROM asked) f CROSS JOIN LATERAL (${ofPeriods('f.form')}) p
   ), lines AS (
     SELECT l.*, a.hits, x.first FROM asked a JOIN offices x ON x.rest = a.rest JOIN periods p ON p.form = a.form
     CROSS JOIN LATERAL (SELECT * FROM report_line l WHERE l.form = a.form AND l.period = p.key AND l.office_id = x.id AND l.list = 'obligation') l
     UNION ALL
     SELECT l.*, a.hits, false FROM asked a JOIN periods p ON p.form = a.form
     CROSS JOIN LATERAL (SELECT * FROM report_line l WHERE l.form = a.form AND l.period = p.key AND l.list = 'obligation' ORDER BY l.office_id LIMIT $7::int) l
     WHERE a.rest = '' AND $6::uuid[] IS NULL
   ), best AS (
     SELECT * FROM lines ORDER BY hits DESC, first DESC, left(period, 4) DESC, period DESC, form, id LIMIT $7::int
   )
   SELECT l.id, l.submission_id AS submission, l.office_id AS office, w.name, w.short_name AS "shortName", l.form, l.period, l.status
   FROM best l CROSS JOIN LATERAL ${officeName('l.office_id', '$9::date')} w
   ORDER BY l.hits DESC, l.first DESC, left(l.period, 4) DESC, l.period DESC, l.form, l.id`,
  rowOf<FoundReport>({
    id: col.uuid.notNull('of a NOT NULL column'),
    submission: col.uuid.orNull,
    office: col.uuid.notNull('of a NOT NULL column'),
    name: col.text.notNull('an office has a name'),
    shortName: col.text.notNull('an office has a name'),
    form: col.text.notNull('of a NOT NULL column'),
    period: col.text.notNull('of a NOT NULL column'),
    status: col.text.notNull('of a NOT NULL column'),
  }),
)

/** The reports of what was asked for, one more than the limit where there are more; the newest first. */
export const searchReports = async (
  tx: Queryable,
  { forms, year, quarter, reach, limit, now, today }: ReportsAsk,
): Promise<FoundReport[]> =>
  forms.length === 0
    ? []
    : tx.query(reports, [
        forms.map(({ form }) => form),
        forms.map(({ rest }) => rest),
        year,
        quarter,
        now,
        reach.offices,
        limit + 1,
        forms.map(({ hits }) => hits),
        today,
      ])

export interface FoundEdition {
  id: string
  type: EditionType
  period: PeriodKey
  version: number
}

/** The regency's own reports of these types, the newest first. */
export const searchEditions = (
  tx: Queryable,
  { types, year, limit }: { types: readonly EditionType[]; year: string | null; limit: number },
): Promise<FoundEdition[]> =>
  tx.prisma.edition.findMany({
    where: { type: { in: [...types] }, ...(year !== null && { period: { startsWith: year } }) },
    orderBy: [{ period: 'desc' }, { version: 'desc' }, { type: 'asc' }],
    select: { id: true, type: true, period: true, version: true },
    take: limit + 1,
  }) as Promise<FoundEdition[]>
