import { parsePlace } from '../figures/placeOf.ts'
import { recompute } from '../figures/recompute.ts'
import { groupBy } from '../grouping/groupBy.ts'
import { decimalText, divide, exact, zero } from '../numbers/decimal.ts'
import { periodTitle } from '../periods/period.ts'
import type { Decimal } from '../types/Decimal.ts'
import type { Figure } from '../types/Figure.ts'
import { headFigures } from './hasNews.ts'
import type { LeaderData, LeaderReport, NamedOffice } from './LeaderData.ts'
import { newerWords, nothingYet } from './nothingYet.ts'
import { type CoveredFigure, changePieces, coverageWords, figurePieces, text } from './pieces.ts'
import { named, pulling, pullingParts } from './pulling.ts'
import { recapFigures } from './recapFigures.ts'
import type { PullingPart, Sentence, Why } from './Sentence.ts'
import { shortfallsIn } from './shortfallsIn.ts'

const score = 'sakip.score'
const ofComponent = `figure:${score}/`

/** What the evaluations of the offices come to on average. */
export function sakipSentence(data: LeaderData): Sentence {
  const { now, before } = data.reports.sakip
  const all = now && recapFigures(now)
  const mean = all?.find(headFigures.sakip)
  if (!all || !mean || mean.figure.value === null) return nothingYet(data, 'sakip')
  const { form, period } = all.report
  return {
    id: 'sakip',
    reportType: 'sakip',
    text: [
      text(`Rata-rata nilai SAKIP perangkat daerah ${periodTitle(period)}: `),
      ...figurePieces(mean, { decimals: 2 }),
      ...changePieces(mean, before && recapFigures(before).find(headFigures.sakip), all.covers),
      text(`. ${coverageWords(mean.coverage, all.covers)}.${newerWords(data, 'sakip', period)}`),
    ],
    coverage: mean.coverage,
    covers: all.covers,
    standing: mean.standing,
    to: { page: 'figures', form, period },
    why: whyOf(all.report, mean),
  }
}

interface Share {
  office: NamedOffice
  component: string
  value: Decimal
  full: Decimal
  costs: Decimal
}

/** The components, by what they cost the mean in all offices together. */
function whyOf(report: LeaderReport, { figure: mean, coverage }: CoveredFigure): Why | null {
  if (mean.value === null) return null
  const { form, period, nameOf } = report
  const shares = sharesOf(report, mean)
  const parts = [...groupBy(shares, ({ component }) => component)].map(([component, own]): PullingPart => {
    const total = (of: 'value' | 'full' | 'costs') => own.reduce((sum, one) => sum.plus(exact(one[of])), zero)
    const average = (of: 'value' | 'full') => decimalText(divide(total(of), exact(String(own.length))))
    return {
      label: nameOf(component),
      group: '',
      value: average('value'),
      full: average('full'),
      unit: '',
      costs: decimalText(total('costs')),
      offices: [],
      moreOffices: 0,
      shares: named(pulling(own, ({ office }) => office.name)).map(({ office, value, costs }) => ({
        office,
        value,
        costs,
        to: { page: 'figures', form, period, code: score, row: component, office: office.id },
      })),
      to: { page: 'figures', form, period },
    }
  })
  return {
    of: `Rata-rata nilai SAKIP ${periodTitle(period)}`,
    value: mean.value,
    full: '100',
    unit: '',
    measure:
      'Tiap angka adalah poin yang bertambah pada rata-rata bila komponen itu saja bernilai penuh di semua perangkat daerah dan yang lain tetap.',
    ...pullingParts(parts),
    missing: coverage.owed - coverage.reported,
  }
}

/** What each component of each office costs the mean. */
function sharesOf({ counted, catalogue, officeOf }: LeaderReport, mean: Figure): Share[] {
  const weights = groupBy(
    catalogue.rows.filter(({ attrs }) => attrs?.weight !== undefined),
    ({ group }) => group ?? '',
  )
  const weightOf = (component: string): Decimal =>
    decimalText((weights.get(component) ?? []).reduce((sum, { attrs }) => sum.plus(exact(attrs?.weight ?? '0')), zero))
  const own = groupBy(counted, ({ office }) => office)
  return mean.derivation.inputs.flatMap(({ at }, n) => {
    const office = parsePlace(at)?.office ?? ''
    const figures = (own.get(office) ?? []).map(({ figure }) => figure)
    const total = figures.find(({ code, row }) => code === score && row === '')
    const { value } = total ?? { value: null }
    if (!total || value === null || mean.value === null) return []
    const full = ({ at }: { at: string }) =>
      at.startsWith(ofComponent) && weights.has(at.slice(ofComponent.length))
        ? weightOf(at.slice(ofComponent.length))
        : null
    return shortfallsIn(total, figures, full).map((part): Share => {
      const then = decimalText(exact(value).plus(exact(part.costs)))
      const { inputs } = mean.derivation
      const changed = recompute({ ...mean.derivation, inputs: inputs.with(n, { ...inputs[n]!, value: then }) })
      return {
        office: officeOf(office),
        component: part.at.slice(ofComponent.length),
        value: part.value,
        full: part.full,
        costs: decimalText(exact(changed.value ?? '0').minus(exact(mean.value ?? '0'))),
      }
    })
  })
}
