import { formatNumber } from '../numbers/formatNumber.ts'
import { parsePeriod, periodKey, periodTitle, type Quarter, quarterTitle } from '../periods/period.ts'
import { reportTypeOf } from '../reportTypes.ts'
import type { PeriodKey } from '../types/Pointer.ts'
import type { Chart } from './Chart.ts'
import { type ChartData, chartForms, type QuarterFigure } from './ChartData.ts'
import { changeWords, compare } from './compare.ts'
import type { LeaderReport } from './LeaderData.ts'
import { recapFigures } from './recapFigures.ts'

const quarters = [1, 2, 3, 4] as const

/** What a quarter comes to in a chart. */
export function quarterFigure(of: 'index' | 'achievement', report: LeaderReport): QuarterFigure {
  const { period, rules } = report
  const { find, covered } = recapFigures(report)
  const found = find(chartForms[of].code)
  return {
    period,
    value: found?.figure.value ?? null,
    ruleSet: found?.figure.derivation.ruleSet ?? rules.id,
    isMixed: found?.isMixed ?? false,
    coverage: found?.coverage ?? covered.coverage,
  }
}

type Drawn = Pick<Chart, 'id' | 'subject' | 'covers' | 'notes'> & {
  form: Chart['reportType']
  said: string
  unit: string
}
type Found = Omit<QuarterFigure, 'period'> | undefined

/** A line for each year over its quarters, the newest first. */
function overYears(
  year: number,
  { form, said, ...chart }: Omit<Drawn, 'form'> & { form: `${Chart['reportType']}/${string}` },
  at: (period: PeriodKey) => Found,
): Chart {
  const years = [year, year - 1, year - 2].filter(one =>
    quarters.some(quarter => at(keyOf(one, quarter))?.value != null),
  )
  return {
    ...chart,
    theme: 'quarters',
    reportType: reportTypeOf(form),
    finding: findingOf(year, said, chart.covers, at) ?? `${said}: belum ada angkanya`,
    as: 'lines',
    categories: quarters.map(quarter => quarterTitle(keyOf(year, quarter)) ?? ''),
    series: years.map(one => ({
      name: String(one),
      points: quarters.map(quarter => {
        const period = keyOf(one, quarter)
        const { value = null, coverage = null } = at(period) ?? {}
        return { value, coverage, to: value === null ? null : { page: 'figures' as const, form, period } }
      }),
    })),
  }
}

const keyOf = (year: number, quarter: Quarter): PeriodKey => periodKey({ year, quarter, practice: false })

/** Of the newest quarter with a value: what it is and covers, and how it is beside the same one a year earlier. */
function findingOf(year: number, said: string, covers: string, at: (period: PeriodKey) => Found): string | null {
  const newest = [year, year - 1]
    .flatMap(one => quarters.map(quarter => keyOf(one, quarter)).toReversed())
    .find(period => at(period)?.value != null)
  const found = newest === undefined ? undefined : at(newest)
  if (newest === undefined || found?.value == null) return null
  const covered = ({ coverage: { owed, reported } }: NonNullable<Found>) => `(${reported} dari ${owed} ${covers})`
  const { quarter } = parsePeriod(newest)
  const earlier = keyOf(parsePeriod(newest).year - 1, quarter ?? 4)
  const before = at(earlier)
  const now = `${said} ${periodTitle(newest)}: ${formatNumber(found.value, { decimals: 2 })} ${covered(found)}`
  const compared = compare(found, before)
  if (before === undefined || compared.is === 'unknown') return now
  const then = `${periodTitle(earlier)} ${covered(before)}`
  if (compared.is === 'other-rules') return `${now}; aturan penghitungan ${then} lain`
  return `${now}, ${changeWords(compared, then)}`
}

export function quarterCharts({ year, index, achievement }: ChartData): Chart[] {
  const indices = new Map(index.map(one => [one.period, one]))
  const achievements = new Map(achievement.map(one => [one.period, one]))
  return [
    overYears(
      year,
      {
        id: 'indeks-spm',
        form: chartForms.index.form,
        said: 'Indeks SPM',
        subject: 'Indeks pencapaian SPM daerah menurut triwulan',
        unit: '',
        covers: 'layanan',
        notes: [
          'Triwulan I sampai III berjalan terhadap target setahun; indeks dihitung dari layanan yang sudah masuk.',
        ],
      },
      period => indices.get(period),
    ),
    overYears(
      year,
      {
        id: 'capaian-kinerja',
        form: chartForms.achievement.form,
        said: 'Rata-rata capaian kinerja',
        subject: 'Rata-rata capaian kinerja perangkat daerah menurut triwulan',
        unit: '%',
        covers: 'perangkat daerah',
        notes: [
          'Rata-rata perangkat daerah yang sudah mengirim pengukuran triwulannya, menurut aturan penghitungan tahunnya.',
        ],
      },
      period => achievements.get(period),
    ),
  ]
}
