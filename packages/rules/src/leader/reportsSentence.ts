import { standingOf } from '../form/coverage.ts'
import { decimalText, divide, exact, hundred } from '../numbers/decimal.ts'
import { formatNumber } from '../numbers/formatNumber.ts'
import { periodYear, yearBefore } from '../periods/period.ts'
import type { Decimal } from '../types/Decimal.ts'
import { compare } from './compare.ts'
import { type LeaderData, noCoverage, type Punctuality } from './LeaderData.ts'
import { type Covered, counted, pointsFrom, text } from './pieces.ts'
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
    to: { page: 'reports', year, timeliness: 'due' },
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
      ...changeOf(now, sumsBefore(data, year), year - 1),
      text('.'),
    ],
  }
}

const sumsOf = ({ punctuality }: LeaderData, year: number): Sums =>
  sumOf(punctuality.filter(({ period }) => periodYear(period) === year))

/** Of the year before, the same forms and periods alone of which something is due in this one: a part of a year is not beside a whole one. */
function sumsBefore({ punctuality }: LeaderData, year: number): Sums {
  const due = punctuality.filter(({ period, over }) => periodYear(period) === year && over.owed > 0)
  const same = new Set(due.map(({ form, period }) => `${form} ${yearBefore(period)}`))
  return sumOf(punctuality.filter(({ form, period }) => same.has(`${form} ${period}`)))
}

function sumOf(all: readonly Punctuality[]): Sums {
  const own = all.map(({ over }) => over)
  const sum = (of: keyof Sums) => own.reduce((n, one) => n + one[of], 0)
  return { owed: sum('owed'), submitted: sum('submitted'), onTime: sum('onTime'), approved: sum('approved') }
}

const coveredBy = ({ owed, submitted, approved }: Sums): Covered => {
  const coverage = { owed, reported: submitted, approved }
  return { coverage, standing: standingOf(coverage) }
}

const shareOf = ({ onTime, owed }: Sums): Decimal =>
  decimalText(divide(exact(String(onTime)).times(hundred), exact(String(owed))))

const percent = (value: Decimal, covered: Covered): SentencePiece => ({
  piece: 'figure',
  said: `${formatNumber(value, { decimals: 2 })} %`,
  value,
  unit: '%',
  ...covered,
  of: null,
})

function changeOf(now: Sums, before: Sums, year: number): SentencePiece[] {
  const shareIn = (sums: Sums) => ({ value: sums.owed === 0 ? null : shareOf(sums), ruleSet: null })
  const compared = compare(shareIn(now), shareIn(before))
  if (compared.is !== 'change') return [text('belum ada angka tahun lalu sebagai pembanding')]
  const alike = before.owed === now.owed ? '' : ` (ketika itu dari ${formatNumber(String(before.owed))} laporan)`
  return pointsFrom(compared, coveredBy(before), `periode yang sama tahun ${year}${alike}`)
}
