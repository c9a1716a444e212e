import { plain } from '../text/plain.ts'

/** One line of a budget document or of the national list of codes, column by column. */
export type CodedColumn =
  | 'code'
  | 'name'
  | 'indicator'
  | 'unit'
  | 'target'
  | 'realization'
  | 'reached' // a realization that does not say whether it is money
  | 'fund'
  | 'before'
  | 'after'
  | 'spent'
export type CodedLine = Partial<Record<CodedColumn, string>>

/** By its heading; the first match wins. A share of the budget is no amount: it is not read. */
const headings: [RegExp, CodedColumn | undefined][] = [
  [/^kode/, 'code'],
  [/^indikator|^tolok ukur/, 'indicator'],
  [/^satuan/, 'unit'],
  [/^sumber dana/, 'fund'],
  [/(setelah|sesudah) perubahan/, 'after'],
  [/^realisasi.*(anggaran|keuangan|belanja).*(%|persen)/, undefined],
  [/^realisasi.*(fisik|kinerja|target|output|keluaran|capaian|volume).*(%|persen)/, 'reached'],
  [/^realisasi.*(anggaran|keuangan|belanja|rupiah|\brp\b)/, 'spent'],
  [/^realisasi.*(fisik|kinerja|target|output|keluaran|capaian|volume)/, 'realization'],
  [/^realisasi/, 'reached'],
  [/^target/, 'target'],
  [/^(pagu|anggaran|alokasi)/, 'before'],
  [/^(nama|uraian|nomenklatur|program|sub kegiatan)/, 'name'],
]
const withoutHeadings: CodedColumn[] = ['code', 'name', 'before', 'target']

/** The heading of a column, '' where there is none, and its field. */
export interface ReadColumn {
  heading: string
  column: CodedColumn | undefined
}
export interface CodedLines {
  lines: { line: CodedLine; number: number }[]
  columns: ReadColumn[]
}

/** The lines below the headings; of two columns of one meaning the first counts. Empty cells are left out. */
export function codedLines(lines: string[][]): CodedLines {
  const [head = []] = lines
  const found = head.map(cell => {
    const words = plain(cell)
    return headings.find(([pattern]) => pattern.test(words))?.[1]
  })
  const titled = found.includes('code')
  const columns = titled ? whatIsLeft(found, head) : withoutHeadings
  const below = lines.slice(titled ? 1 : 0).map((cells, at) => {
    const line: CodedLine = {}
    cells.forEach((cell, column) => {
      const name = columns[column]
      const text = cell.trim()
      if (name && text !== '') line[name] ??= text
    })
    return { line, number: at + (titled ? 2 : 1) }
  })
  const read = columns.map((column, at) => ({ heading: titled ? (head[at] ?? '').trim() : '', column }))
  return { lines: below, columns: read }
}

/** Beside a realization of money, one that does not say so is physical, and vice versa; a share remains unknown. */
function whatIsLeft(columns: (CodedColumn | undefined)[], head: string[]): (CodedColumn | undefined)[] {
  const other = columns.includes('spent') ? 'realization' : columns.includes('realization') ? 'spent' : 'reached'
  return columns.map((column, at) => (column === 'reached' && !/%|persen/i.test(head[at] ?? '') ? other : column))
}
