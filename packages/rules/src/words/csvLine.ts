/** What spreadsheets, or tools that clean a file for them, strip before they look for a formula. */
const blanks = /^[\s\p{Z}\p{C}\u115f\u1160\u2800\u3164\uffa0]+/u

/** What a spreadsheet would run, after any blanks; its marks also in full width. A number with its minus is none. */
const isFormula = (text: string): boolean =>
  /^[\t\r\n]/.test(text) ||
  (/^[=+\-@]/.test(text.replace(blanks, '').slice(0, 1).normalize('NFKC')) && !/^-\d+(,\d+)?$/.test(text))

const cellOf = (text: string): string => `"${(isFormula(text) ? `'${text}` : text).replaceAll('"', '""')}"`

/** One line of a CSV that spreadsheets in Indonesia open as it is: semicolons, all cells quoted, none of them a formula. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cellOf).join(';')}\r\n`

/** A byte order mark, or spreadsheets do not recognize UTF-8. */
export const byteOrderMark = '\ufeff'
