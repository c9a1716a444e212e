import type { ActorId, CountedFigure, Figure, FormId, PeriodKey } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { figureColumns, figureRow } from '../figureRow.ts'
import { submissionStream } from '../history/streams.ts'
import { col, rowOf, statement } from '../statement.ts'
import { countingRevision, countingRules, counts } from './counts.ts'

/** The revision of an office that counts for a form and period, and under which rule set its figures do. */
export interface CountedReport {
  submission: string
  n: number
  standing: CountedFigure['standing']
  ruleSet: string
}

const countedReport = statement(
  'counted-report',
  `SELECT s.id AS submission, f.n, CASE WHEN s.approved_revision = f.n THEN 'final' ELSE 'provisional' END AS standing,
          COALESCE(c.rule_set, r.rule_set) AS "ruleSet"
   FROM submission s ${countingRevision}
   JOIN revision r ON r.submission_id = s.id AND r.n = f.n
   ${countingRules}
   WHERE s.office_id = $1 AND s.form = $2 AND s.period = $3 AND s.origin = 'filed' AND NOT s.practice AND ${counts('true')}`,
  rowOf<CountedReport>({
    submission: col.uuid,
    n: col.int4.notNull('as of its revision'),
    standing: col.text.notNull('a text in both branches'),
    ruleSet: col.text.notNull('of a NOT NULL column'),
  }),
)

/** What was approved, else what was first submitted; null where nothing of it counts. */
export const countedReportOf = async (
  tx: Queryable,
  { office, form, period }: { office: string; form: FormId; period: PeriodKey },
): Promise<CountedReport | null> => (await tx.query(countedReport, [office, form, period]))[0] ?? null

const figuresOfReport = statement(
  'figures-of-report',
  `SELECT ${figureColumns} FROM figure f WHERE submission_id = $1 AND n = $2 AND rule_set = $3 AND ($4::text IS NULL OR (code = $4 AND "row" = $5))`,
  rowOf<Figure>(figureRow),
)

/** Its figures, or one of them. */
export const figuresOfReportIn = (
  tx: Queryable,
  { submission, n, ruleSet }: CountedReport,
  only?: { code: string; row: string },
): Promise<Figure[]> => tx.query(figuresOfReport, [submission, n, ruleSet, only?.code ?? null, only?.row ?? null])

/** A revision as it was frozen, and whose it is. */
export interface FrozenReport {
  submission: string
  n: number
  form: FormId
  period: PeriodKey
  officeId: string
  officePath: string[]
  body: Record<string, unknown>
  lastChange: number
}

const frozenReports = statement(
  'frozen-reports',
  `SELECT r.submission_id AS submission, r.n, s.form, s.period, s.office_id AS "officeId", o.path::text[] AS "officePath", r.body, r.last_change AS "lastChange"
   FROM unnest($1::uuid[], $2::int[]) AS k(submission, n)
   JOIN revision r ON r.submission_id = k.submission AND r.n = k.n
   JOIN submission s ON s.id = r.submission_id JOIN office o ON o.id = s.office_id`,
  rowOf<FrozenReport>({
    submission: col.uuid,
    n: col.int4,
    form: col.text,
    period: col.text,
    officeId: col.uuid,
    officePath: col.texts.notNull('of NOT NULL columns'),
    body: col.jsonb,
    lastChange: col.int4,
  }),
)

/** These revisions, in no order; one that there is not is not among them. */
export const frozenReportsOf = (
  tx: Queryable,
  of: readonly Pick<FrozenReport, 'submission' | 'n'>[],
): Promise<FrozenReport[]> => tx.query(frozenReports, [of.map(one => one.submission), of.map(({ n }) => n)])

/** Who did something to what is at a pointer, and when. */
export interface Touched {
  at: string
  by: ActorId
  when: Date
}
export const touched = rowOf<Touched>({
  at: col.text.notNull('of NOT NULL columns'),
  by: col.text,
  when: col.timestamptz,
})

const tickedRows = statement(
  'ticked-rows',
  `SELECT anchor AS at, by, at AS "when" FROM tick WHERE submission_id = $1 AND n = $2 AND anchor = ANY ($3::text[])`,
  touched,
)

/** Who accepted each of these rows of a revision. */
export const tickedRowsOf = (
  tx: Queryable,
  { submission, n }: Pick<FrozenReport, 'submission' | 'n'>,
  anchors: readonly string[],
): Promise<Touched[]> => tx.query(tickedRows, [submission, n, anchors])

const stepsOfReport = statement(
  'steps-of-report',
  `SELECT type AS at, actor AS by, at AS "when" FROM event
   WHERE stream = $1 AND type IN ('submission.submitted', 'submission.signed', 'submission.approved') AND (data ->> 'revision')::int IN (
     SELECT $2::int UNION ALL SELECT (data ->> 'evaluated')::int FROM event
     WHERE stream = $1 AND type = 'submission.approved' AND (data ->> 'revision')::int = $2 AND data ? 'evaluated')
   ORDER BY seq`,
  touched,
)

/** Who submitted, signed and approved a revision; of an evaluated one, who submitted what was evaluated. `at` is the type of the event. */
export const stepsOfReportIn = (
  tx: Queryable,
  { submission, n }: Pick<FrozenReport, 'submission' | 'n'>,
): Promise<Touched[]> => tx.query(stepsOfReport, [submissionStream(submission), n])

const mediaOf = statement('attachment-media', 'SELECT id, media FROM attachment WHERE id = ANY ($1)', {
  id: col.uuid,
  media: col.text,
})

/** What sort of file each of these is. */
export const attachmentMedia = async (tx: Queryable, ids: readonly string[]): Promise<Map<string, string>> =>
  new Map((await tx.query(mediaOf, [ids])).map(({ id, media }) => [id, media]))
