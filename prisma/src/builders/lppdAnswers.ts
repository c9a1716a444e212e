import { type Answers, type Catalogue, type CatalogueRow, type FormulaKind, rowsOf } from '@sepakat/rules'

/** A result near the wished one that is usual for the row. */
const usual = ({ bounds }: CatalogueRow, wish: number): number =>
  Math.min(Math.max(wish, Number(bounds?.oddBelow ?? wish)), Number(bounds?.oddAbove ?? bounds?.max ?? wish))

const typed: Record<FormulaKind, (n: number, row: CatalogueRow) => Record<string, string>> = {
  ratio(n, row) {
    const most = (usual(row, 1_000_000) * (1200 + n)) / Number(row.formula?.factor ?? 100)
    return { numerator: String(Math.min(840 + n, Math.floor(most))), denominator: String(1200 + n) }
  },
  quotient: (n, row) => ({ numerator: String(Math.max(84_000 + n, 1200 * usual(row, 70))), denominator: '1200' }),
  average: (n, row) => ({ numerator: String(Math.min(154 + n, 11 * usual(row, 14 + n))), denominator: '11' }),
  direct: (n, row) => ({ value: String(usual(row, 60 + (n % 20))) }),
  category: () => ({ step: 'WTP' }),
  growth: n => ({ current: String(1150 + n), previous: '1100', previousSource: 'Laporan tahun lalu' }),
  deviation: n => ({ planned: '120000', realized: String(112_000 + n) }),
  checklist: () => ({}),
  composite: () => ({}),
}

const indicator = (row: CatalogueRow, year: number, n: number): Record<string, string> => ({
  ...(row.formula && typed[row.formula.kind](n, row)),
  source: `Laporan bidang ${year}`,
  ...(row.attrs?.evidence && { explanation: `Berita acara 000.7/${n + 1}/${year} tanggal 12 Januari ${year + 1}.` }),
})

const part = ({ attrs }: CatalogueRow): Record<string, string> =>
  attrs?.weight === 'input' ? { value: '0.8', weight: '0.5' } : { value: '80' }

/** A whole LPPD of some indicators: nothing blocks it, nothing asks for a reason, no task was carried out for others. */
export const lppdAnswers = (catalogue: Catalogue, indicators: string[], year: number): Answers => {
  const rows = rowsOf(catalogue, year)
  const own = new Set(indicators)
  const cells = <T>(all: CatalogueRow[], make: (row: CatalogueRow, n: number) => T) =>
    Object.fromEntries(all.map((row, n) => [row.id, make(row, n)]))
  const below = (table: string) => rows.filter(row => row.table === table && own.has(row.parent ?? ''))
  return {
    indicators: cells(
      rows.filter(row => own.has(row.id)),
      (row, n) => indicator(row, year, n),
    ),
    checks: cells(below('checks'), () => ({ met: true })),
    parts: cells(below('parts'), part),
    outputs: cells(below('outputs'), (_, n) => ({ value: String(12 + n) })),
    assistance: { all: { state: 'nil' } },
  }
}
