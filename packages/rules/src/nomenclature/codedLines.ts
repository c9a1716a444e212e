import { plain } from '../text/plain.ts'

/** What a line of a budget document or of the national list of codes says, column by column. */
export type CodedColumn =
  | 'code'
  | 'name'
  | 'indicator'
  | 'unit'
  | 'target'
  | 'realization'
  | 'fund'
  | 'before'
  | 'after'
  | 'spent'
export type CodedLine = Partial<Record<CodedColumn, string>>

/** By its heading; the first that fits. */
const headings: [RegExp, CodedColumn][] = [
  [/^kode/, 'code'],
  [/^indikator|^tolok ukur/, 'indicator'],
  [/^satuan/, 'unit'],
  [/^sumber dana/, 'fund'],
  [/(setelah|sesudah) perubahan/, 'after'],
  [/^realisasi (anggaran|keuangan)/, 'spent'],
  [/^realisasi/, 'realization'],
  [/^target/, 'target'],
  [/^(pagu|anggaran|alokasi)/, 'before'],
  [/^(nama|uraian|nomenklatur|program|sub kegiatan)/, 'name'],
]
const withoutHeadings: CodedColumn[] = ['code', 'name', 'before', 'target']

/** The lines below the headings; of two columns of one meaning the first counts. Empty cells are left out. */
export function codedLines(lines: string[][]): { lines: { line: CodedLine; number: number }[]; hasUnits: boolean } {
  const [head = []] = lines
  const found = head.map(cell => {
    const words = plain(cell)
    return headings.find(([pattern]) => pattern.test(words))?.[1]
  })
  const titled = found.includes('code')
  const columns = titled ? found : withoutHeadings
  const below = lines.slice(titled ? 1 : 0).map((cells, at) => {
    const line: CodedLine = {}
    cells.forEach((cell, column) => {
      const name = columns[column]
      const text = cell.trim()
      if (name && text !== '') line[name] ??= text
    })
    return { line, number: at + (titled ? 2 : 1) }
  })
  return { lines: below, hasUnits: columns.includes('unit') }
}
