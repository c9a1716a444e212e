import { type CountedRow, type FormId, kinds, type PeriodKey } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { memory } from '../forms/memory.ts'
import { col, rowOf, statement } from '../statement.ts'
import { countingRevision, countingRules, counts } from './counts.ts'
import { type ReportsSeen, reportKey } from './reportsSeen.ts'

interface Alike {
  form: FormId
  period: PeriodKey
  standing: CountedRow['standing']
  /** Under which they were computed again; null: as they were frozen. */
  ruleSet: string | null
  /** Each as `<submission> <n>`, with commas between them, in any order. */
  revisions: string
}

// As texts: of a region's thousands of reports Node would read each row.
const countedReports = statement(
  'counted-reports',
  `SELECT s.form, s.period, CASE WHEN s.approved_revision = f.n THEN 'final' ELSE 'provisional' END AS standing, c.rule_set AS "ruleSet",
          string_agg(s.id || ' ' || f.n, ',') AS revisions
   FROM submission s ${countingRevision}
   ${countingRules}
   WHERE s.form = ANY ($1) AND s.period = ANY ($2) AND s.origin = 'filed' AND NOT s.practice AND ${counts('$3', 'm.form = ANY ($1) AND m.period = ANY ($2)')}
   GROUP BY 1, 2, 3, 4`,
  rowOf<Alike>({
    form: col.text,
    period: col.text,
    standing: col.text.notNull('a text in both branches'),
    ruleSet: col.text.orNull,
    revisions: col.text.notNull('of at least one'),
  }),
)

const alikeOf = (reports: ReportsSeen): Promise<(form: FormId, period: PeriodKey) => Alike[]> =>
  reports.each<Alike[]>('counted', [], async ({ forms, periods, provisional }) =>
    Map.groupBy(await reports.tx.query(countedReports, [forms, periods, provisional]), reportKey),
  )

/**
 * Which revisions count of each form and period, and by which rules, as one text: as long as it is the same, so is what they come to
 * under the same plan. '' where none does.
 */
export const countedTexts = async (reports: ReportsSeen): Promise<(form: FormId, period: PeriodKey) => string> => {
  const countedIn = await alikeOf(reports)
  const lines = ({ standing, ruleSet, revisions }: Alike) =>
    revisions.split(',').map(one => `${one} ${standing} ${ruleSet}`)
  // PostgreSQL gives them in another order where it reads them in another way
  return (form, period) => countedIn(form, period).flatMap(lines).sort().join('\n')
}

interface Reported {
  office: string
  rows: Pick<CountedRow, 'row' | 'lacks'>[]
}
interface ReportedRow extends Pick<CountedRow, 'office' | 'row' | 'lacks'> {
  revision: string
}

const reportedRows = statement(
  'reported-rows',
  `SELECT k.revision, f.office_id AS office, f."row",
          COALESCE(f.why IN ('empty', 'unread'), false)
            OR f.derivation -> 'left' @> '[{"why":"empty"}]' OR f.derivation -> 'left' @> '[{"why":"unread"}]' AS lacks
   FROM unnest($1::text[]) AS k(revision)
   JOIN revision r ON r.submission_id = split_part(k.revision, ' ', 1)::uuid AND r.n = split_part(k.revision, ' ', 2)::int
   JOIN figure f ON f.submission_id = r.submission_id AND f.n = r.n AND f.code = $2 AND f.rule_set = COALESCE($3, r.rule_set)`,
  rowOf<ReportedRow>({
    revision: col.text.notNull('of a list without null'),
    office: col.uuid,
    row: col.text,
    lacks: col.bool.notNull('coalesced'),
  }),
)

/** What a revision reports under a rule set never changes: a process keeps what it has read. By form, revision and rule set. */
const known = memory<Reported>(10_000)

/** What reports that are alike came to: most are the same from one overview to the next. By form, period, standing and rule set. */
const together = memory<{ revisions: string; rows: CountedRow[] }>(100)

const rowsOf = async (tx: Queryable, { form, period, standing, ruleSet, revisions }: Alike): Promise<CountedRow[]> => {
  const key = `${form} ${period} ${standing} ${ruleSet}`
  const before = together.get(key)
  if (before?.revisions === revisions) return before.rows
  const keyOf = (revision: string) => `${revision} ${ruleSet}`
  const all = revisions.split(',')
  const own = new Map(all.map(revision => [revision, known.get(keyOf(revision))]))
  const missing = all.filter(revision => own.get(revision) === undefined)
  const code = kinds[form]?.consolidate?.counts ?? ''
  const found = missing.length === 0 ? [] : await tx.query(reportedRows, [missing, code, ruleSet])
  for (const [revision, [first, ...more]] of Map.groupBy(found, one => one.revision)) {
    if (first === undefined) continue
    const read = { office: first.office, rows: [first, ...more].map(({ row, lacks }) => ({ row, lacks })) }
    own.set(revision, known.set(keyOf(revision), read))
  }
  const rows = [...own.values()].flatMap(
    one => one?.rows.map(({ row, lacks }) => ({ office: one.office, row, standing, lacks })) ?? [],
  )
  return together.set(key, { revisions, rows }).rows
}

/** What came in of each form and period, as far as coverage asks: which reports count is read where one is another, what they report once. */
export const countedRowsOf = async (
  reports: ReportsSeen,
): Promise<(form: FormId, period: PeriodKey) => CountedRow[]> => {
  const countedIn = await alikeOf(reports)
  const counted = new Map<string, CountedRow[]>()
  for (const form of reports.forms)
    for (const period of reports.periods) {
      const rows: CountedRow[][] = []
      for (const alike of countedIn(form, period)) rows.push(await rowsOf(reports.tx, alike))
      counted.set(reportKey({ form, period }), rows.flat())
    }
  return (form, period) => counted.get(reportKey({ form, period })) ?? []
}
