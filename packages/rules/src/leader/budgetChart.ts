import { exact } from '../numbers/decimal.ts'
import { formatNumber } from '../numbers/formatNumber.ts'
import { periodTitle, periodYear } from '../periods/period.ts'
import { reportTypeOf } from '../reportTypes.ts'
import type { Chart } from './Chart.ts'
import { type ChartData, chartForms, type SpendingOffice } from './ChartData.ts'

const { form } = chartForms.spending
const sides = [
  { side: 'absorption', name: 'Serapan anggaran' },
  { side: 'physical', name: 'Capaian fisik' },
] as const

/** What each office spent of its budget beside what it achieved with it, the least absorbed first. */
export function budgetChart({ year, spending: { period, offices } }: ChartData): Chart {
  const known = offices.filter(({ absorption, physical }) => absorption !== null || physical !== null)
  const size = ({ absorption }: SpendingOffice) => exact(absorption ?? '0')
  const ranked = known.sort((a, b) => size(a).cmp(size(b)) || (a.office.name < b.office.name ? -1 : 1))
  const behind = ranked.filter(
    ({ absorption, physical }) => absorption !== null && physical !== null && exact(absorption).gt(exact(physical)),
  ).length
  return {
    id: 'serapan-fisik',
    theme: 'budget',
    reportType: reportTypeOf(form),
    finding:
      period === null || ranked.length === 0
        ? `Serapan anggaran ${year}: belum ada yang masuk`
        : `${formatNumber(String(behind))} dari ${formatNumber(String(ranked.length))} perangkat daerah menyerap anggaran lebih banyak daripada capaian fisiknya`,
    subject: `Serapan anggaran dan capaian fisik perangkat daerah${period === null ? '' : `, ${periodTitle(period)}`}`,
    as: 'bars',
    unit: '%',
    covers: 'perangkat daerah',
    categories: ranked.map(({ office }) => office.shortName),
    series:
      period === null
        ? []
        : sides.map(({ side, name }) => ({
            name,
            points: ranked.map(one => ({
              value: one[side],
              coverage: one.coverage,
              to: { page: 'reports' as const, year: periodYear(period), form, period, office: one.office.id },
            })),
          })),
    notes: [
      'Serapan adalah realisasi dibagi anggaran terakhir; capaian fisik sebagaimana dihitung LKPJ perangkat daerah.',
    ],
  }
}
