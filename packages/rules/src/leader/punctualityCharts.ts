import { kinds } from '../kinds/index.ts'
import { formatNumber } from '../numbers/formatNumber.ts'
import { periodTitle, periodYear } from '../periods/period.ts'
import { reportTypeOf, reportTypes } from '../reportTypes.ts'
import type { Timeliness } from '../workflow/lateness.ts'
import type { Chart } from './Chart.ts'
import type { ChartData } from './ChartData.ts'
import type { Punctuality } from './LeaderData.ts'

const parts: { name: string; timeliness: Timeliness; of: (over: Punctuality['over']) => number }[] = [
  { name: 'Tepat waktu', timeliness: 'on-time', of: over => over.onTime },
  { name: 'Terlambat dikirim', timeliness: 'overdue', of: over => over.submitted - over.onTime },
  { name: 'Belum dikirim', timeliness: 'missing', of: over => over.owed - over.submitted },
]

/** Of each report type: what was due in each period, and whether it came in time. */
export const punctualityCharts = ({ year, punctuality }: ChartData): Chart[] =>
  reportTypes.map(reportType => {
    const own = punctuality
      .filter(
        ({ form, period, over }) => reportTypeOf(form) === reportType && over.owed > 0 && periodYear(period) > year - 2,
      )
      .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.form < b.form ? -1 : 1))
    const thisYear = own.filter(({ period }) => periodYear(period) === year)
    const sum = (of: (over: Punctuality['over']) => number) => thisYear.reduce((n, one) => n + of(one.over), 0)
    const name = reportType.toUpperCase()
    return {
      id: `ketepatan-${reportType}`,
      theme: 'punctuality',
      reportType,
      finding:
        thisYear.length === 0
          ? `${name} ${year}: belum ada yang jatuh tempo`
          : `${formatNumber(String(sum(over => over.onTime)))} dari ${formatNumber(String(sum(over => over.owed)))} laporan ${name} ${year} yang jatuh tempo dikirim tepat waktu`,
      subject: `Kelengkapan dan ketepatan waktu laporan ${name}, ${year - 1} dan ${year}`,
      as: 'stack',
      unit: 'laporan',
      covers: 'laporan',
      categories: own.map(({ form, period }) => `${kinds[form]?.title ?? form}, ${periodTitle(period)}`),
      series: parts.map(({ name, timeliness, of }) => ({
        name,
        points: own.map(({ form, period, over }) => ({
          value: String(of(over)),
          coverage: null,
          to: { page: 'reports' as const, year: periodYear(period), form, period, timeliness },
        })),
      })),
      notes: [
        'Hanya yang batas waktunya sudah lewat; tepat waktu bila kiriman pertamanya sebelum batas waktu, termasuk perpanjangannya.',
      ],
    }
  })
