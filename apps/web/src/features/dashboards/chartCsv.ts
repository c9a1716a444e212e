import type { Chart } from '@sepakat/rules'
import { exact } from '@sepakat/rules/numbers/decimal.ts'
import { formatExact } from '@sepakat/rules/numbers/formatNumber.ts'
import { byteOrderMark, csvLine } from '@sepakat/rules/words/csvLine.ts'

/** Exact, with the decimal comma and without points, so that a spreadsheet reads a number. */
const number = (value: string | null): string => (value === null ? '' : formatExact(exact(value)).replaceAll('.', ''))

/** The values of a chart with what each covers, as CSV that spreadsheets in Indonesia open as it is. */
export function chartCsv({ subject, unit, covers, categories, series }: Chart): string {
  const hasCoverage = series.some(({ points }) => points.some(({ coverage }) => coverage !== null))
  const heads = series.flatMap(({ name }) => {
    const value = unit === '' ? name : `${name} (${unit})`
    return hasCoverage ? [value, `${name}: ${covers} yang masuk`, `${name}: ${covers} yang wajib`] : [value]
  })
  const cells = (n: number) =>
    series.flatMap(({ points }) => {
      const point = points[n]
      const value = number(point?.value ?? null)
      if (!hasCoverage) return [value]
      const { reported, owed } = point?.coverage ?? {}
      return [value, reported === undefined ? '' : String(reported), owed === undefined ? '' : String(owed)]
    })
  return (
    byteOrderMark +
    [[subject, ...heads], ...categories.map((category, n) => [category, ...cells(n)])].map(csvLine).join('')
  )
}
