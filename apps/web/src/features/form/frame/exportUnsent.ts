import { byteOrderMark, csvLine } from '@sepakat/rules/words/csvLine.ts'
import { saveFile } from '../../../lib/saveFile.ts'

export interface UnsentLine {
  where: string
  value: string
  /** When it was typed. */
  at: string
  /** What is stored there, and whose it is. */
  theirs: string
  by: string
  why: string
}

/** The lines as CSV that spreadsheets in Indonesia open as they are. */
export const unsentCsv = (lines: readonly UnsentLine[]): string =>
  [
    ['Isian', 'Punya Anda', 'Diketik', 'Yang tersimpan', 'Oleh', 'Sebab'],
    ...lines.map(({ where, value, at, theirs, by, why }) => [where, value, at, theirs, by, why]),
  ]
    .map(csvLine)
    .join('')

/** Saves what did not go through as a file, to be sent or typed in elsewhere. */
export function exportUnsent(name: string, lines: readonly UnsentLine[]): void {
  saveFile(new Blob([byteOrderMark + unsentCsv(lines)], { type: 'text/csv' }), `Isian belum tersimpan ${name}.csv`)
}
