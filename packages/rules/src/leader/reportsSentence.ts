import { standingOf } from '../form/coverage.ts'
import { decimalText, divide, exact, hundred } from '../numbers/decimal.ts'
import { formatNumber } from '../numbers/formatNumber.ts'
import { periodYear } from '../periods/period.ts'
import type { Decimal } from '../types/Decimal.ts'
import { type LeaderData, noCoverage } from './LeaderData.ts'
import { type Covered, counted, coverageWords, text } from './pieces.ts'
import type { Sentence, SentencePiece } from './Sentence.ts'

/** Of the reports of a year whose deadline is over. */
interface Sums {
  owed: number
  submitted: number
  onTime: number
  approved: number
}

/** Whether offices report, and in time: of what was due until now. */
export function reportsSentence(data: LeaderData): Sentence {
  const { year } = data
  const now = sumsOf(data, year)
  const covered = coveredBy(now)
  const shared = {
    id: 'reports',
    reportType: null,
    ...covered,
    covers: 'laporan',
    to: { page: 'reports', year },
    why: null,
  } as const
  if (now.owed === 0)
    return { ...shared, coverage: noCoverage, text: [text(`Belum ada laporan tahun ${year} yang jatuh tempo.`)] }
  return {
    ...shared,
    text: [
      text('Dari '),
      counted(now.owed, covered),
      text(` laporan tahun ${year} yang jatuh tempo, `),
      counted(now.submitted, covered),
      text(' sudah dikirim, '),
      counted(now.onTime, covered),
      text(' tepat waktu ('),
      percent(shareOf(now), covered),
      text('), '),
      ...changeOf(now, sumsOf(data, year - 1), year - 1),
      text(`. ${coverageWords(covered.coverage, 'laporan yang jatuh tempo')}.`),
    ],
  }
}

function sumsOf({ punctuality }: LeaderData, year: number): Sums {
  const own = punctuality.filter(({ period }) => periodYear(period) === year).map(({ over }) => over)
  const sum = (of: keyof Sums) => own.reduce((n, one) => n + one[of], 0)
  return { owed: sum('owed'), submitted: sum('submitted'), onTime: sum('onTime'), approved: sum('approved') }
}

const coveredBy = ({ owed, submitted, approved }: Sums): Covered => {
  const coverage = { owed, reported: submitted, approved }
  return { coverage, standing: standingOf(coverage) }
}

const shareOf = ({ onTime, owed }: Sums): Decimal =>
  decimalText(divide(exact(String(onTime)).times(hundred), exact(String(owed))))

const percent = (value: Decimal, covered: Covered, unit: '%' | 'poin' = '%'): SentencePiece => ({
  piece: 'figure',
  said: `${formatNumber(value, { decimals: 2 })} ${unit}`,
  value,
  unit,
  ...covered,
  of: null,
})

function changeOf(now: Sums, before: Sums, year: number): SentencePiece[] {
  if (before.owed === 0) return [text('belum ada angka tahun lalu sebagai pembanding')]
  const difference = exact(shareOf(now)).minus(exact(shareOf(before)))
  const order = difference.cmp(exact('0'))
  if (order === 0) return [text(`sama dengan tahun ${year}`)]
  return [
    text(order > 0 ? 'naik ' : 'turun '),
    percent(decimalText(difference.abs()), coveredBy(before), 'poin'),
    text(` dari tahun ${year}`),
  ]
}
