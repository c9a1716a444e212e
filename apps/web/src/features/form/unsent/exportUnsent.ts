import { byteOrderMark, csvLine } from '@sepakat/rules/words/csvLine.ts'
import { saveFile } from '#ui/saveFile.ts'
import type { UnsentLine } from './unsentLine.ts'

/** The lines as CSV that spreadsheets in Indonesia open as they are. */
export const unsentCsv = (lines: readonly UnsentLine[]): string =>
  [
    ['Laporan', 'Isian', 'Punya Anda', 'Diketik', 'Yang tersimpan', 'Oleh', 'Sebab'],
    ...lines.map(({ report, where, value, at, theirs, by, why }) => [report, where, value, at, theirs, by, why]),
  ]
    .map(csvLine)
    .join('')

/** Exports what did not go through as a file, to be sent or typed in elsewhere. */
export function exportUnsent(name: string, lines: readonly UnsentLine[]): void {
  saveFile(new Blob([byteOrderMark + unsentCsv(lines)], { type: 'text/csv' }), `Isian belum tersimpan ${name}.csv`)
}
