import { type Catalogue, type FormId, type FormInPeriod, parsePeriod, prerequisitesOf } from '@sepakat/rules'
import { draw } from './draw.ts'
import type { OwedReport } from './reportEnd.ts'
import { declaredRows, reportStory } from './reportStory.ts'
import { Story } from './Story.ts'
import { inOfficeHours, wita } from './workTime.ts'
import type { Ask, YearOffice } from './YearOffice.ts'
import type { YearStep } from './YearStep.ts'
import { yearAnswers } from './yearAnswers.ts'
import { yearEvidence } from './yearEvidence.ts'

export interface YearRegion {
  seed: number
  now: Date
  firstYear: number
  planFrom: number
  offices: ReadonlyMap<string, YearOffice>
  catalogues: Partial<Record<FormId, Catalogue>>
}

const agreement: FormId = 'sakip/perjanjian-kinerja'
const isMove = ({ does }: YearStep, move: string) => does.what === 'move' && does.move === move

/** In one office of eight the agreement changes in autumn, after the budget did: a Perubahan with a scan of its own. */
const changedAgreement = (report: OwedReport, ask: Ask, steps: YearStep[], now: Date): YearStep[] => {
  const approved = steps.find(step => isMove(step, 'approve'))
  const opened = steps.some(step => isMove(step, 'reopen'))
  const begun = inOfficeHours(
    wita(ask.year, 9, 12),
    draw(ask.office.code, ask.year) % 9,
    null,
    ask.seed,
    ask.office.code,
    'perubahan',
  )
  if (!approved || opened || approved.at > begun || draw(ask.seed, ask.office.code, ask.year, 'perubahan') % 8 !== 0)
    return []
  const answers = yearAnswers[agreement]!(ask)
  const story = new Story(report, ask, begun, 2)
  story.begin({ what: 'renew', reason: 'Penyesuaian pagu sesudah perubahan APBD.' })
  story.attach(yearEvidence(agreement, ask, answers).map(file => ({ ...file, title: `${file.title} Perubahan` })))
  story.submit(inOfficeHours(begun, 3, story.at, ask.seed, ask.office.code, 'perubahan dikirim'))
  story.claim(1)
  story.approve(declaredRows(answers), 'approve')
  return story.steps.filter(({ at }) => at <= now)
}

/** The report on the year is written once its last quarter is measured, though it could be created before. */
const basesOf = (report: OwedReport): FormInPeriod[] => [
  ...prerequisitesOf(report),
  ...(report.form === 'sakip/lkjip'
    ? [{ form: 'sakip/pengukuran-triwulan' as FormId, period: `${report.period}-TW4` }]
    : []),
]

/** All steps of one office in the order of time; each report after those it is built on. */
export const officeSteps = (
  { seed, now, firstYear, planFrom, offices, catalogues }: YearRegion,
  office: YearOffice,
  owed: readonly OwedReport[],
): YearStep[] => {
  const submitted = new Map<string, Date>()
  const keyOf = ({ form, period }: Pick<OwedReport, 'form' | 'period'>) => `${form} ${period}`
  const baseFirst = [...owed].sort(
    (a, b) => prerequisitesOf(a).length - prerequisitesOf(b).length || a.dueAt.getTime() - b.dueAt.getTime(),
  )
  // the agreement is built on the register, and most others on the agreement
  const order = [
    ...baseFirst.filter(one => one.form !== agreement && prerequisitesOf(one).length === 0),
    ...baseFirst.filter(({ form }) => form === agreement),
    ...baseFirst.filter(one => one.form !== agreement && prerequisitesOf(one).length > 0),
  ]
  const steps = order.flatMap(report => {
    const { year, quarter } = parsePeriod(report.period)
    const catalogue = catalogues[report.form]
    if (!catalogue || !yearAnswers[report.form]) return []
    const ask: Ask = { seed, office, year, quarter: quarter ?? 4, catalogue, offices, firstYear, planFrom }
    const bases = basesOf(report).map(base => submitted.get(keyOf(base)))
    if (bases.includes(undefined)) return []
    const after = bases.reduce<Date | null>((last, at) => (last === null || at! > last ? at! : last), null)
    const own = reportStory(report, ask, after, now)
    const sent = own.find(step => isMove(step, 'submit'))
    if (sent) submitted.set(keyOf(report), sent.at)
    return report.form === agreement ? [...own, ...changedAgreement(report, ask, own, now)] : own
  })
  return steps
    .map((step, n) => ({ step, n }))
    .sort((a, b) => a.step.at.getTime() - b.step.at.getTime() || a.n - b.n)
    .map(({ step }) => step)
}
