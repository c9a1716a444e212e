import type { CountedFigure, Figure, FormId, PeriodKey } from '@sepakat/rules'
import { figureColumns, figureRow } from '../figureRow.ts'
import { memory } from '../forms/memory.ts'
import { keepIn } from '../rowsSeen.ts'
import { col, rowOf, statement } from '../statement.ts'
import { countingRevision, countingRules, counts, ofSharedRow } from './counts.ts'
import type { ReportsSeen } from './reportsSeen.ts'

/** A revision that counts. */
export interface CountedRevision {
  submission: string
  n: number
  officeId: string
  form: FormId
  sha256: string
  /** When it was frozen. */
  at: Date
  standing: CountedFigure['standing']
  /** Whose figures of it count. */
  ruleSet: string
}
/** With its figures, of whole offices and of what more than one may have, by code and row. */
export interface FiguresOfRevision extends CountedRevision {
  figures: readonly Figure[]
}

const revisions = statement(
  'counted-revisions',
  `SELECT s.id AS submission, f.n, s.office_id AS "officeId", s.form, r.sha256, r.at,
          CASE WHEN s.approved_revision = f.n THEN 'final' ELSE 'provisional' END AS standing, COALESCE(c.rule_set, r.rule_set) AS "ruleSet"
   FROM submission s ${countingRevision}
   JOIN revision r ON r.submission_id = s.id AND r.n = f.n
   ${countingRules}
   WHERE s.form = $1 AND s.period = $2 AND s.origin = 'filed' AND NOT s.practice AND ${counts('$3', 'm.form = $1 AND m.period = $2')}
   ORDER BY s.id`,
  rowOf<CountedRevision>({
    submission: col.uuid,
    n: col.int4.notNull('as of its revision'),
    officeId: col.uuid,
    form: col.text,
    sha256: col.text,
    at: col.timestamptz,
    standing: col.text.notNull('a text in both branches'),
    ruleSet: col.text.notNull('of a NOT NULL column'),
  }),
)

interface FigureOf extends Figure {
  key: string
}
const keyOf = ({ submission, n, ruleSet }: Pick<CountedRevision, 'submission' | 'n' | 'ruleSet'>): string =>
  `${submission} ${n} ${ruleSet}`

// Each revision is looked up by its key: joined, PostgreSQL read all figures there are for the first five times it was asked.
const figuresOf = statement(
  'figures-of-revisions',
  `SELECT k.submission || ' ' || k.n || ' ' || k.rule_set AS key, f.*
   FROM unnest($1::uuid[], $2::int[], $3::text[]) AS k(submission, n, rule_set)
   CROSS JOIN LATERAL (
     SELECT ${figureColumns} FROM figure f
     WHERE f.submission_id = k.submission AND f.n = k.n AND f.rule_set = k.rule_set AND ${ofSharedRow}
     ORDER BY f.code, f."row"
   ) f`,
  rowOf<FigureOf>({
    key: col.text.notNull('of NOT NULL columns'),
    ...figureRow,
  }),
)

/**
 * What a revision came to under a rule set never changes: of so many figures a process keeps what it has read. Four quarters of a
 * thousand offices, since a region is read by quarters in turn: with room for one each reading was a reading of all.
 */
const known = memory<readonly Figure[]>(100_000, figures => 1 + figures.length)

/** Revisions whose figures are read at once: of all those of a large region Node would do nothing else for half a second. */
const atOnce = 50

/** Those of a form and period that count in the region: which ones is read where a report is another, their figures once. */
export const countedFigures = async (
  { tx, provisional, madeOf }: ReportsSeen,
  { form, period }: { form: FormId; period: PeriodKey },
): Promise<FiguresOfRevision[]> => {
  const counted = await keepIn(madeOf(form, period), `revisions ${provisional}`, () =>
    tx.query(revisions, [form, period, provisional]),
  )
  const kept = new Map(counted.map(one => [one, known.get(keyOf(one))]))
  const missing = counted.filter(one => kept.get(one) === undefined)
  for (let from = 0; from < missing.length; from += atOnce) {
    const some = missing.slice(from, from + atOnce)
    const found = await tx.query(figuresOf, [
      some.map(({ submission }) => submission),
      some.map(({ n }) => n),
      some.map(({ ruleSet }) => ruleSet),
    ])
    const read = Map.groupBy(found, ({ key }) => key)
    for (const one of some) {
      const figures = (read.get(keyOf(one)) ?? []).map(({ key: _, ...figure }) => figure)
      kept.set(one, known.set(keyOf(one), figures))
    }
  }
  return counted.map(one => ({ ...one, figures: kept.get(one) ?? [] }))
}
