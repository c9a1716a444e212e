import { decimalText, divide, exact } from '../numbers/decimal.ts'
import { formatNumber } from '../numbers/formatNumber.ts'
import { monthWords } from '../periods/dates.ts'
import { reportTypes } from '../reportTypes.ts'
import type { Chart } from './Chart.ts'
import type { ChartData, Turnaround } from './ChartData.ts'

const day = exact('86400')
const days = (seconds: number): string => decimalText(divide(exact(String(seconds)), day))

/** Of each report type: how long what was approved in a month of the year had waited. */
export const reviewCharts = ({ year, turnaround }: ChartData): Chart[] =>
  reportTypes.map(reportType => {
    const own = turnaround.filter(one => one.reportType === reportType)
    const last = own.at(-1)
    const name = reportType.toUpperCase()
    const side = (title: string, of: (one: Turnaround) => number) => ({
      name: title,
      points: own.map(one => ({
        value: days(of(one)),
        coverage: { owed: one.approved, reported: one.approved, approved: one.approved },
        // No list is of what was approved in a month.
        to: null,
      })),
    })
    return {
      id: `pemeriksaan-${reportType}`,
      theme: 'review',
      reportType,
      finding: last
        ? `Separuh laporan ${name} yang disetujui pada ${monthWords(last.month)} selesai diperiksa dalam ${formatNumber(days(last.median), { decimals: 1 })} hari`
        : `Belum ada laporan ${name} yang disetujui pada tahun ${year}`,
      subject: `Lama pemeriksaan laporan ${name} menurut bulan, ${year}`,
      as: 'lines',
      unit: 'hari',
      covers: 'laporan disetujui',
      categories: own.map(({ month }) => monthWords(month)),
      series:
        own.length === 0 ? [] : [side('Median', one => one.median), side('Persentil ke-90', one => one.ninetieth)],
      notes: ['Dari kiriman terakhir sampai disetujui; yang sedang dibuka kembali dihitung setelah disetujui lagi.'],
    }
  })
