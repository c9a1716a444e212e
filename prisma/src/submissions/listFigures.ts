import {
  type CountedFigure,
  type Figure,
  type FormId,
  kinds,
  type PeriodKey,
  parsePeriod,
  periodKey,
  type ReportType,
  reportTypeOf,
} from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { figureColumns, figureRow } from '../figureRow.ts'
import { lowestId } from '../lowestId.ts'
import { officeName } from '../offices/officeName.ts'
import { col, rowOf, type Statement, statement } from '../statement.ts'
import { countingRules, counts } from './counts.ts'

/** A figure that counts. Numbers are decimal text, as they were computed. */
export interface FigureRow extends Figure {
  submission: string
  n: number
  officeId: string
  name: string
  shortName: string
  form: FormId
  period: PeriodKey
  formVersion: number
  sha256: string
  /** When its revision was frozen. */
  at: Date
  standing: CountedFigure['standing']
}

export interface FigureAsk {
  reach: { offices: string[] | null; reportTypes: ReportType[] | null }
  form?: FormId
  period?: PeriodKey
  year?: number
  office?: string
  /** Of this report alone. */
  submission?: string
  code?: string
  row?: string
  /** Those of a first submission too, while nothing is approved. */
  provisional: boolean
  after: FigureCursor | null
  limit: number
}
export interface FigureCursor {
  submission: string
  n: number
  code: string
  row: string
}

const periodsOf = (year: number): PeriodKey[] => [
  periodKey({ year, quarter: null, practice: false }),
  ...([1, 2, 3, 4] as const).map(quarter => periodKey({ year, quarter, practice: false })),
]

/** As CASE: PostgreSQL takes the plain comparison for one that hardly any row passes, and then scans instead of walking the key to the limit. */
const countsByRules = 'CASE WHEN f.rule_set = COALESCE(c.rule_set, r.rule_set) THEN true ELSE false END'

const columns = rowOf<FigureRow>({
  submission: col.uuid,
  n: col.int4,
  officeId: col.uuid,
  name: col.text.notNull('an office has a name'),
  shortName: col.text.notNull('an office has a name'),
  form: col.text,
  period: col.text,
  formVersion: col.int4,
  sha256: col.text,
  at: col.timestamptz,
  standing: col.text.notNull('a text in both branches'),
  ...figureRow,
})

const figuresStatement = (ask: FigureAsk): [Statement<FigureRow>, values: unknown[]] => {
  const values: unknown[] = []
  const p = (value: unknown): string => `$${values.push(value)}`
  const flags: string[] = []
  const where: string[] = []
  const when = (flag: string, present: boolean, condition: () => string): void => {
    if (!present) return
    flags.push(flag)
    where.push(condition())
  }
  const { reach, form, period, year, office, code, row, after } = ask
  const forms = form !== undefined ? [form] : (Object.keys(kinds) as FormId[])
  const within = forms.filter(f => reach.reportTypes === null || reach.reportTypes.includes(reportTypeOf(f)))
  const periods = period !== undefined ? [period] : year !== undefined ? periodsOf(year) : null
  when(
    'f',
    form !== undefined || periods !== null || reach.reportTypes !== null,
    () => `f.form = ANY (${p(within)}::text[])`,
  )
  when('p', periods !== null, () => `f.period = ANY (${p(periods?.filter(key => !parsePeriod(key).practice))}::text[])`)
  // Said of the reports too, so that all of one period are found by their index, however many figures are asked for.
  when('s', form !== undefined && period !== undefined, () => `s.form = ${p(form)} AND s.period = ${p(period)}`)
  when('c', code !== undefined, () => `f.code = ${p(code)}`)
  when('r', row !== undefined, () => `f."row" = ${p(row)}`)
  when(
    'm',
    reach.offices !== null,
    () => `f.office_id IN (SELECT id FROM office WHERE path && ${p(reach.offices)}::uuid[])`,
  )
  when(
    'o',
    office !== undefined,
    () => `f.office_id IN (SELECT id FROM office WHERE path @> ARRAY[${p(office)}::uuid])`,
  )
  const first: FigureCursor = { submission: lowestId, n: 0, code: '', row: '' }
  when('b', ask.submission !== undefined, () => `f.submission_id = ${p(ask.submission)}::uuid`)
  const { submission, n, code: afterCode, row: afterRow } = after ?? first
  where.push(
    `(f.submission_id, f.n, f.code, f."row") > (${p(submission)}::uuid, ${p(n)}::int, ${p(afterCode)}::text, ${p(afterRow)}::text)`,
    `s.origin = 'filed' AND NOT s.practice`,
    counts(p(ask.provisional)),
    countsByRules,
  )
  const sql = `
    SELECT f.submission_id AS submission, f.n, f.office_id AS "officeId", o.name, o.short_name AS "shortName", f.form, f.period,
           s.form_version AS "formVersion", r.sha256, r.at, CASE WHEN s.approved_revision = f.n THEN 'final' ELSE 'provisional' END AS standing,
           ${figureColumns}
    FROM figure f JOIN submission s ON s.id = f.submission_id
    JOIN revision r ON r.submission_id = f.submission_id AND r.n = f.n
    ${countingRules}
    CROSS JOIN LATERAL ${officeName('f.office_id')} o
    WHERE ${where.join(' AND ')}
    ORDER BY f.submission_id, f.n, f.code, f."row" LIMIT ${p(ask.limit + 1)}::int`
  return [statement(`figures-${flags.join('')}`, sql, columns), values]
}

/** One page of figures, by submission, revision, code and row. Figures of practice are not there. */
export const listFigures = async (
  tx: Queryable,
  ask: FigureAsk,
): Promise<{ rows: FigureRow[]; next: FigureCursor | null }> => {
  const found = await tx.query(...figuresStatement(ask))
  const rows = found.slice(0, ask.limit)
  const last = rows.at(-1)
  return {
    rows,
    next:
      found.length > ask.limit && last
        ? { submission: last.submission, n: last.n, code: last.code, row: last.row }
        : null,
  }
}
