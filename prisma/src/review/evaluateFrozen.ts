import {
  type Anchor,
  buildForm,
  type Catalogue,
  type Figure,
  type FigureMove,
  type FormId,
  kinds,
  type PeriodKey,
  type RuleSet,
  type Source,
} from '@sepakat/rules'
import { countAttached } from '../attachments/attachments.ts'
import type { Queryable } from '../database.ts'
import { type FormBasis, loadBasis } from '../forms/formBasis.ts'
import { frozenSource } from '../forms/frozenSource.ts'
import { wantedSources } from '../forms/pickSources.ts'
import { publishedForm } from '../forms/publishedForm.ts'
import { submittedSource } from '../forms/submittedSource.ts'
import { col, rowOf, statement } from '../statement.ts'
import { frozenNames } from '../submissions/frozenNames.ts'

/** A revision of a submission, so far as it takes to evaluate it again. */
interface FrozenReport {
  submission: string
  form: FormId
  period: PeriodKey
  number: number
  officeId: string
  plan: FormBasis['plan'] | null
  n: number
  sha256: string
  ruleSet: string
  formVersion: number
  sources: Record<
    string,
    { submission: string | null; revision: number | null; sha256: string; status: Source['status'] }
  >
  figures: Figure[]
  attachments: { anchor: Anchor }[]
}

export interface FrozenEvaluation extends FrozenReport {
  office: FormBasis['office']
  /** The figures of its answers by other rules or rows, with the sources and the assigned rows of then. Nothing is stored. */
  figuresBy: (rules: RuleSet, catalogue?: Catalogue) => Figure[]
}

/** Of its approved revision where none is named. Null where there is none, or its form is no longer there. */
export const evaluateFrozen = async (
  tx: Queryable,
  submission: string,
  revision: number | null = null,
): Promise<FrozenEvaluation | null> => {
  const [report] = await tx.query(frozenReport, [submission, revision])
  const kind = report && kinds[report.form]
  const frozen = report && (await frozenSource(tx, { submission, n: report.n, sha256: report.sha256 }))
  const published = report && (await publishedForm(tx, report.form, report.formVersion))
  if (!kind || !frozen || !published) return null
  const { form, period, number, officeId, plan } = report
  const { rules: _, settings: __, ...basis } = await loadBasis(tx, { office: officeId, form, period, plan })
  const rows = Object.entries(kind.tables)
    .filter(([, { rows }]) => rows.from === 'catalogue' && rows.of === undefined)
    .flatMap(([table]) => (frozen.rows[table] ?? []).map(({ id }) => id))
  const scope = { ...basis, rows, period, number, sources: await sourcesOf(tx, report) }
  const attached = countAttached(report.attachments)
  const figuresBy: FrozenEvaluation['figuresBy'] = (rules, catalogue = published.catalogue) =>
    buildForm(kind, catalogue, rules, scope).evaluate(frozen.answers, attached).figures
  return { ...report, office: basis.office, figuresBy }
}

const reportStatement = `
  SELECT s.id AS submission, s.form, s.period, s.number, s.office_id AS "officeId", s.plan, r.n, r.sha256, r.rule_set AS "ruleSet",
         (r.body ->> 'formVersion')::int AS "formVersion", r.body -> 'sources' AS sources,
         r.body -> 'figures' AS figures, r.body -> 'attachments' AS attachments
  FROM submission s JOIN revision r ON r.submission_id = s.id AND r.n = COALESCE($2::int, s.approved_revision) WHERE s.id = $1`

const frozenReport = statement(
  'frozen-report',
  reportStatement,
  rowOf<FrozenReport>({
    submission: col.uuid,
    form: col.text,
    period: col.text,
    number: col.int4,
    officeId: col.uuid,
    plan: col.jsonb.orNull,
    n: col.int4,
    sha256: col.text,
    ruleSet: col.text,
    formVersion: col.int4.notNull('every frozen body has it'),
    sources: col.jsonb.notNull('every frozen body has it'),
    figures: col.jsonb.notNull('every frozen body has it'),
    attachments: col.jsonb.notNull('every frozen body has it'),
  }),
)

const frozenPlan = statement(
  'frozen-plan',
  'SELECT plan FROM submission WHERE id = $1',
  rowOf<Pick<FrozenReport, 'plan'>>({ plan: col.jsonb.orNull }),
)

/** What the revision read, as that was frozen then. A draft it read is no longer there as it was, and is left out. */
const sourcesOf = async (tx: Queryable, report: FrozenReport): Promise<Record<string, Source>> => {
  const sources: Record<string, Source> = {}
  for (const { name, figures } of wantedSources(kinds[report.form]!, report.period)) {
    const used = report.sources[name]
    if (!used?.submission || used.revision === null) continue
    const { submission, revision: n, sha256, status } = used
    const known = await submittedSource(tx, { submission, n, sha256 }, figures)
    const [created] = await tx.query(frozenPlan, [submission])
    if (known) sources[name] = { ...known, status, revision: sha256, plan: created?.plan ?? undefined }
  }
  return sources
}

/** A figure that would come to something else, by the names it and its row have in the report. */
interface NamedMove extends FigureMove {
  label: string
  rowLabel: string
}
/** An approved report of which some figures would come to something else. */
export interface MovedReport extends Pick<FrozenEvaluation, 'submission' | 'office' | 'form' | 'period'> {
  moves: NamedMove[]
}

export const movedReport = async (
  tx: Queryable,
  report: FrozenEvaluation,
  moves: FigureMove[],
): Promise<MovedReport> => {
  const { submission, office, form, period } = report
  const { rows, figures } = await frozenNames(tx, report)
  const named = moves.map(move => ({
    ...move,
    label: figures[move.code] ?? move.code,
    rowLabel: move.row && (rows.get(move.row) ?? move.row),
  }))
  return { submission, office, form, period, moves: named }
}
