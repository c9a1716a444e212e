/**
 * Rows and columns of text as a spreadsheet puts them on the clipboard: tabs between cells, line ends between rows, quotes
 * around a cell that holds either. Null where it is a single cell, which is pasted like any text.
 */
export function pastedBlock(text: string): string[][] | null {
  const rows = rowsOf(text.replace(/\r\n?/g, '\n').replace(/\n$/, ''))
  return rows.length > 1 || (rows[0]?.length ?? 0) > 1 ? rows : null
}

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
