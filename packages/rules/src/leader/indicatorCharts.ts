import { groupBy } from '../grouping/groupBy.ts'
import { decimalText, divide, exact, hundred } from '../numbers/decimal.ts'
import { formatNumber } from '../numbers/formatNumber.ts'
import { periodYear } from '../periods/period.ts'
import { reportTypeOf } from '../reportTypes.ts'
import type { Chart } from './Chart.ts'
import { type ChartData, chartForms } from './ChartData.ts'
import { compare } from './compare.ts'
import { comparedIndicators } from './comparedIndicators.ts'
import type { TargetsOfOffice } from './LeaderData.ts'
import { recapFigures } from './recapFigures.ts'

const { form } = chartForms.targets
const shared = { theme: 'indicators', reportType: reportTypeOf(form) } as const
const changes = [
  { change: 'better', name: 'Membaik' },
  { change: 'same', name: 'Tetap' },
  { change: 'worse', name: 'Memburuk' },
  { change: null, name: 'Belum dapat dibandingkan' },
] as const

/** Key indicators beside last year, and indicators with a target beside it. */
export const indicatorCharts = (data: ChartData): Chart[] => [againstLastYear(data), againstTarget(data)]

function againstLastYear({ year, indicators: { now, before } }: ChartData): Chart {
  const all = now && recapFigures(now)
  const compared = all ? comparedIndicators(all, before) : []
  const groups = [...groupBy(compared, ({ group }) => group)]
  const count = (change: (typeof changes)[number]['change']) => compared.filter(one => one.change === change).length
  const own = all ? periodYear(all.report.period) : year
  return {
    ...shared,
    id: 'ikk-tahun-lalu',
    finding:
      compared.length === 0
        ? `Indikator kinerja kunci ${year}: belum ada yang masuk`
        : compared.every(({ change }) => change === null)
          ? `Indikator kinerja kunci ${own} belum dapat dibandingkan dengan tahun ${own - 1}`
          : `${count('better')} indikator kinerja kunci ${own} membaik dan ${count('worse')} memburuk dari tahun ${own - 1}`,
    subject: `Indikator kinerja kunci ${own} dibanding tahun ${own - 1}, menurut urusan`,
    as: 'stack',
    unit: 'indikator',
    covers: all?.covers ?? '',
    categories: groups.map(([group]) => group),
    series: changes.map(({ change, name }) => ({
      name,
      points: groups.map(([, rows]) => ({
        value: String(rows.filter(row => row.change === change).length),
        coverage: null,
        to: now && { page: 'figures' as const, form: now.form, period: now.period },
      })),
    })),
    notes: [
      'Membaik menurut arah indikatornya: yang makin rendah makin baik membaik bila turun.',
      'Yang belum masuk di salah satu tahun, atau berbeda satuan atau aturan penghitungannya, belum dapat dibandingkan.',
    ],
  }
}

const share = ({ measured, reached }: Pick<TargetsOfOffice, 'measured' | 'reached'>): string =>
  decimalText(divide(exact(String(reached)).times(hundred), exact(String(measured))))

function againstTarget({ year, targets }: ChartData): Chart {
  const measured = targets.filter(one => one.measured > 0)
  const own = measured.some(({ period }) => periodYear(period) === year) ? year : year - 1
  const of = (wanted: number) =>
    new Map(measured.filter(({ period }) => periodYear(period) === wanted).map(one => [one.office.id, one]))
  const now = of(own)
  const last = [...of(own - 1)]
  const beside = (one: TargetsOfOffice) => ({ value: share(one), ruleSet: one.ruleSet })
  const isOther = ([id, one]: (typeof last)[number]) => {
    const same = now.get(id)
    return same !== undefined && compare(beside(same), beside(one)).is === 'other-rules'
  }
  const before = new Map(last.filter(one => !isOther(one)))
  const others = last.filter(isOther).length
  const ranked = [...now.values()].sort(
    (a, b) => exact(share(a)).cmp(exact(share(b))) || (a.office.name < b.office.name ? -1 : 1),
  )
  const sum = (side: 'measured' | 'reached') => ranked.reduce((n, one) => n + one[side], 0)
  const series = (wanted: number, found: ReadonlyMap<string, TargetsOfOffice>) => ({
    name: String(wanted),
    points: ranked.map(({ office }) => {
      const one = found.get(office.id)
      return {
        value: one ? share(one) : null,
        coverage: one ? { owed: one.owed, reported: one.measured, approved: one.approved } : null,
        to: one ? { page: 'reports' as const, year: wanted, form, period: one.period, office: office.id } : null,
      }
    }),
  })
  return {
    ...shared,
    id: 'target',
    finding:
      ranked.length === 0
        ? `Indikator perjanjian kinerja ${year}: belum ada yang terukur`
        : `${sum('reached')} dari ${sum('measured')} indikator perjanjian kinerja ${own} mencapai target`,
    subject: `Indikator perjanjian kinerja yang mencapai target, ${own} dan ${own - 1}`,
    as: 'bars',
    unit: '%',
    covers: 'indikator',
    categories: ranked.map(({ office }) => office.shortName),
    series: ranked.length === 0 ? [] : [series(own, now), series(own - 1, before)],
    notes: [
      'Di belakang tiap angka: banyaknya indikator yang capaiannya dapat dihitung, dari semua yang bertarget.',
      'Target ada pada indikator perjanjian kinerja; indikator kinerja kunci LPPD sendiri tidak bertarget.',
      ...(others === 0
        ? []
        : [
            `Tahun ${own - 1} tidak digambar bagi ${formatNumber(String(others))} perangkat daerah karena aturan penghitungannya lain.`,
          ]),
    ],
  }
}
