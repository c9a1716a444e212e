/**
 * Rows and columns of text in a spreadsheet's clipboard format: tabs between cells, line ends between rows, quotes
 * around a cell that contains either. Null where it is a single cell, which is pasted like any text.
 */
export function pastedBlock(text: string): string[][] | null {
  const rows = pastedLines(text)
  return rows.length > 1 || (rows[0]?.length ?? 0) > 1 ? rows : null
}

/** Characters taken at once: far more than any list of an office, and read instantly. */
export const mostPasted = 2_000_000

/** The same of any text, a single cell too. */
export const pastedLines = (text: string): string[][] => rowsOf(text.replace(/\r\n?/g, '\n').replace(/\n$/, ''))

/** The inverse: rows in clipboard format. */
export const clipboardText = (rows: string[][]): string => rows.map(cells => cells.map(quoted).join('\t')).join('\n')

const quoted = (cell: string): string => (/[\t\n\r]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

function rowsOf(text: string): string[][] {
  const rows: string[][] = [[]]
  let at = 0
  for (;;) {
    const { cell, end } = cellAt(text, at)
    rows.at(-1)?.push(cell)
    const separator = text[end]
    if (separator === undefined) return rows
    if (separator === '\n') rows.push([])
    at = end + 1
  }
}

/** Each character is read once: a regular expression over the rest of the text would read it again at every cell. */
function cellAt(text: string, start: number): { cell: string; end: number } {
  const quoted = text[start] === '"' ? quotedAt(text, start) : null
  if (quoted) return quoted
  let end = start
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n') end += 1
  return { cell: text.slice(start, end), end }
}

/** A quoted cell, its doubled quotes undone; null where the text after its last quote ends no cell. */
function quotedAt(text: string, start: number): { cell: string; end: number } | null {
  let end = start + 1
  for (;;) {
    end = text.indexOf('"', end)
    if (end < 0) return null
    if (text[end + 1] !== '"') break
    end += 2
  }
  const after = text[end + 1]
  if (after !== undefined && after !== '\t' && after !== '\n') return null
  return { cell: text.slice(start + 1, end).replaceAll('""', '"'), end: end + 1 }
}
