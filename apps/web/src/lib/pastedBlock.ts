/**
 * Rows and columns of text as a spreadsheet puts them on the clipboard: tabs between cells, line ends between rows, quotes
 * around a cell that holds either. Null where it is a single cell, which is pasted like any text.
 */
export function pastedBlock(text: string): string[][] | null {
  const rows = pastedLines(text)
  return rows.length > 1 || (rows[0]?.length ?? 0) > 1 ? rows : null
}

/** The same of any text, a single cell too. */
export const pastedLines = (text: string): string[][] => rowsOf(text.replace(/\r\n?/g, '\n').replace(/\n$/, ''))

/** The way back: rows as they would stand on the clipboard. */
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

function cellAt(text: string, start: number): { cell: string; end: number } {
  const quoted = text[start] === '"' ? /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(text.slice(start)) : null
  if (quoted) return { cell: (quoted[1] ?? '').replaceAll('""', '"'), end: start + quoted[0].length }
  const length = text.slice(start).search(/[\t\n]/)
  const end = length < 0 ? text.length : start + length
  return { cell: text.slice(start, end), end }
}
