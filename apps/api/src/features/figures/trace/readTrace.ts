import {
  actorNames,
  branchOf,
  countedReportOf,
  type FrozenReport,
  figuresOfReportIn,
  frozenReportsOf,
  type Queryable,
  reader,
  recordReading,
  stepsOfReportIn,
  type Touched,
} from '@sepakat/db'
import { type ActorId, type Figure, type FormId, kinds, type PeriodKey, reportTypeOf, yearBefore } from '@sepakat/rules'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { isInReach, mayRead, mayTo } from '#submissions/asker.ts'
import { type FrozenBody, namesOf } from './frozenBody.ts'
import { evidenceOf, type ReadAnswer, readAnswers } from './readAnswers.ts'
import { readLeaves } from './readLeaves.ts'
import { toldPlaces } from './toldPlaces.ts'

type Asked = Pick<Context<'GET /figures/trace'>, 'query' | 'actor' | 'db' | 'now' | 'today'>

/** As many answers as a reader can follow; of more the report itself is the better list. */
const mostAnswers = 200

/** The same figure of the year before, and whether it follows from other rules. */
const previousOf = async (
  tx: Queryable,
  ask: { office: string; form: FormId; period: PeriodKey; code: string; row: string },
  { derivation: { ruleSet } }: Figure,
) => {
  const period = yearBefore(ask.period)
  const report = await countedReportOf(tx, { ...ask, period })
  const [figure] = report ? await figuresOfReportIn(tx, report, ask) : []
  if (!report || !figure) return null
  const { submission, n, standing } = report
  return { period, submission, revision: n, standing, figure, otherRules: figure.derivation.ruleSet !== ruleSet }
}

/**
 * Where a figure of an office comes from. What is outside the asker's reach is not there; where figures are read and answers are not,
 * the answers are left out and it says so. That somebody outside the office reads answers is recorded. @throws not-found
 */
export const readTrace = async ({ query, actor, db, now, today }: Asked) => {
  const tx = reader(db)
  const form = query.form as FormId
  const ask = { ...query, form, row: query.row ?? '' }
  const kind = kinds[form]
  const branch = await branchOf(tx, query.office)
  const reportType = reportTypeOf(form)
  const owned = branch && { officePath: branch.path, reportType }
  if (!kind || !branch || !owned || !isInReach({ ...actor, today }, 'figure.read', owned)) throw problem('not-found')
  const report = await countedReportOf(tx, ask)
  const [figures, frozen] = report
    ? await Promise.all([figuresOfReportIn(tx, report), frozenReportsOf(tx, [report])])
    : [[], []]
  const figure = figures.find(({ code, row }) => code === ask.code && row === ask.row)
  const [own] = frozen
  if (!report || !figure || !own) throw problem('not-found')
  const body = own.body as FrozenBody
  const names = namesOf(kind, body)
  const seen = mayTo({ ...actor, today }, 'submission.read', owned)
  const isClosed = (other: FrozenReport, form: FormId): boolean =>
    !mayTo({ ...actor, today }, 'submission.read', { officePath: other.officePath, reportType: reportTypeOf(form) })
  const leaves = seen ? await readLeaves(tx, { kind, report: own, figure, figures, isClosed }) : []
  const answers = await readAnswers(tx, leaves.slice(0, mostAnswers))
  const outside = seen && !mayRead({ ...actor, today }, { ...owned, status: 'draft' })
  if (outside) await recordReading(db, { submission: report.submission, actor: actor.id, at: now })
  const isUnread = (other: FrozenReport, form: FormId): boolean =>
    !isInReach({ ...actor, today }, 'figure.read', { officePath: other.officePath, reportType: reportTypeOf(form) })
  const [steps, told, previous, evidence] = await Promise.all([
    stepsOfReportIn(tx, report),
    toldPlaces(tx, { kind, report: own, figure }, isUnread),
    previousOf(tx, ask, figure),
    seen ? evidenceOf(tx, own, anchor => anchor.split('/').length < 3) : [],
  ])
  const nameOf = await actorNames(tx, [...steps.map(({ by }) => by), ...actorsIn(answers)])
  const done = (one: Pick<Touched, 'by' | 'when'> | undefined | null) =>
    one ? { by: nameOf(one.by), at: one.when.toISOString() } : null
  const step = (type: string) => done(steps.findLast(({ at }) => at === `submission.${type}`))
  const addresses = [...figure.derivation.inputs, ...figure.derivation.left].map(({ at }) => at)
  return {
    office: branch.office,
    form,
    period: ask.period,
    submission: report.submission,
    revision: report.n,
    standing: report.standing,
    label: names.figureLabel(figure.code),
    rowLabel: figure.row === '' ? '' : (names.rowById(figure.row)?.label ?? names.sectionTitle(figure.row)),
    figure,
    names: Object.fromEntries(addresses.map(at => [at, names.input(at)])),
    told,
    seen,
    answers: answers.map(({ typed, checked, ...answer }) => ({
      ...answer,
      typed: done(typed),
      checked: done(checked),
    })),
    more: Math.max(0, leaves.length - mostAnswers),
    evidence,
    submitted: step('submitted'),
    signed: step('signed'),
    approved: step('approved'),
    previous,
  }
}

const actorsIn = (answers: readonly ReadAnswer[]): ActorId[] =>
  answers.flatMap(({ typed, checked }) => [typed, checked].flatMap(one => one?.by ?? []))
