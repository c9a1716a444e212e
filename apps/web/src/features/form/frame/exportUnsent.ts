import { saveFile } from '../../../lib/saveFile.ts'

export interface UnsentLine {
  where: string
  value: string
  /** When it was typed. */
  at: string
}

/** A text cell that a spreadsheet would run as a formula is kept from it by an apostrophe. */
const safe = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`

/** The lines as CSV that spreadsheets in Indonesia open as they are. */
export const unsentCsv = (lines: readonly UnsentLine[]): string =>
  [['Isian', 'Nilai', 'Diketik'], ...lines.map(({ where, value, at }) => [where, value, at])]
    .map(cells => cells.map(safe).join(';'))
    .join('\r\n')

/** Saves what did not go through as a file, to be sent or typed in elsewhere. */
export function exportUnsent(name: string, lines: readonly UnsentLine[]): void {
  saveFile(new Blob([`\ufeff${unsentCsv(lines)}`], { type: 'text/csv' }), `Isian belum tersimpan ${name}.csv`)
}
