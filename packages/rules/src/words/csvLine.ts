/** What a spreadsheet would run: said of the first character. A number with its minus is none. */
const isFormula = (text: string): boolean => /^[=+\-@＝＋－＠\t\r\n]/.test(text) && !/^-\d+(,\d+)?$/.test(text)

const cellOf = (text: string): string => `"${(isFormula(text) ? `'${text}` : text).replaceAll('"', '""')}"`

/** One line of a CSV that spreadsheets in Indonesia open as it is: semicolons, all cells quoted, none of them a formula. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cellOf).join(';')}\r\n`

/** Said first, or spreadsheets take UTF-8 for something else. */
export const byteOrderMark = '\ufeff'
