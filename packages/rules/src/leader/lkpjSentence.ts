import { parsePlace } from '../figures/placeOf.ts'
import { groupBy } from '../grouping/groupBy.ts'
import { decimalText, exact, zero } from '../numbers/decimal.ts'
import { periodTitle } from '../periods/period.ts'
import type { Figure } from '../types/Figure.ts'
import { headFigures } from './hasNews.ts'
import type { LeaderData } from './LeaderData.ts'
import { newerWords, nothingYet } from './nothingYet.ts'
import { changePieces, coverageWords, figurePieces, text } from './pieces.ts'
import { pullingParts } from './pulling.ts'
import { type RegionFigures, recapFigures } from './recapFigures.ts'
import type { PullingPart, Sentence, Why } from './Sentence.ts'
import { shortfallsIn } from './shortfallsIn.ts'

const absorption = headFigures.lkpj

/** The money that was spent, beside what was physically achieved with it. */
export function lkpjSentence(data: LeaderData): Sentence {
  const { now, before } = data.reports.lkpj
  const all = now && recapFigures(now)
  const [absorbed, spent, budget, physical] = [absorption, 'lkpj.spent', 'lkpj.budget', 'lkpj.physical'].map(
    code => all?.find(code) ?? null,
  )
  if (!all || !absorbed || !spent || !budget || !physical) return nothingYet(data, 'lkpj')
  const then = before ? recapFigures(before).find(absorption) : null
  const { form, period } = all.report
  return {
    id: 'lkpj',
    reportType: 'lkpj',
    text: [
      text(`Belanja ${periodTitle(period)} terserap `),
      ...figurePieces(absorbed),
      text(' ('),
      ...figurePieces(spent, { scale: 'billion' }),
      text(' dari '),
      ...figurePieces(budget, { scale: 'billion' }),
      text(')'),
      ...changePieces(absorbed, then, all.covers),
      text('; capaian fisiknya '),
      ...figurePieces(physical),
      text(`. ${coverageWords(absorbed.coverage, all.covers)}.${newerWords(data, 'lkpj', period)}`),
    ],
    coverage: absorbed.coverage,
    covers: all.covers,
    standing: absorbed.standing,
    to: { page: 'figures', form, period },
    why: whyOf(all, absorbed.figure),
  }
}

/** The offices, by what the money that each has not spent costs the absorption of the region. */
function whyOf({ report, figures, covered }: RegionFigures, top: Figure): Why | null {
  if (top.value === null) return null
  const { form, period, counted, officeOf } = report
  const unspent = shortfallsIn(top, figures, ({ at, name }, { inputs }) => {
    if (parsePlace(at) === null || name !== 'numerator') return null
    return inputs.find(input => input.at === at && input.name === 'denominator')?.value ?? null
  })
  const parts = [...groupBy(unspent, ({ at }) => parsePlace(at)?.office ?? '')].map(([id, own]): PullingPart => {
    const office = officeOf(id)
    const share = counted.find(
      one => one.office === id && one.figure.code === absorption && one.figure.row === '',
    )?.figure
    return {
      label: office.name,
      group: '',
      value: share?.value ?? '0',
      full: '100',
      unit: '%',
      costs: decimalText(own.reduce((sum, { costs }) => sum.plus(exact(costs)), zero)),
      offices: [office],
      moreOffices: 0,
      shares: [],
      to: { page: 'figures', form, period, code: absorption, row: '', office: id },
    }
  })
  return {
    of: `Serapan anggaran ${periodTitle(period)}`,
    value: top.value,
    full: '100',
    unit: '%',
    measure:
      'Tiap angka adalah poin yang bertambah pada serapan daerah bila perangkat daerah itu saja membelanjakan seluruh pagunya dan yang lain tetap.',
    ...pullingParts(parts),
    missing: covered.coverage.owed - covered.coverage.reported,
  }
}
