import type { EditionLine, EditionTable } from '@sepakat/rules/editions/FrozenEdition.ts'
import { columnWords } from './columnWords.ts'

const id = 'coverage'

/** The table with one more column where numbers do not cover all that is owed: how much of it they do. */
export function withCoverage(table: EditionTable): EditionTable {
  const said = table.lines.map(line => coverageOf(line, table))
  if (said.every(words => words === '')) return table
  return {
    ...table,
    columns: [...table.columns, { id, title: 'Cakupan', share: 2 }],
    lines: table.lines.map((line, n) => ({ ...line, cells: { ...line.cells, [id]: { text: said[n] ?? '' } } })),
    notes: [...table.notes, 'Cakupan: berapa yang sudah disetujui dari yang wajib melapor; kosong: semua.'],
  }
}

/** `12 dari 19`, with the columns where they differ. */
function coverageOf({ cells }: EditionLine, { columns }: EditionTable): string {
  const found = columns.flatMap(column => {
    const coverage = cells[column.id]?.coverage
    return coverage && coverage.approved < coverage.owed
      ? [{ column, words: `${coverage.approved} dari ${coverage.owed}` }]
      : []
  })
  const different = new Set(found.map(({ words }) => words))
  if (different.size <= 1) return found[0]?.words ?? ''
  return found.map(({ column, words }) => `${columnWords(column)}: ${words}`).join('; ')
}
