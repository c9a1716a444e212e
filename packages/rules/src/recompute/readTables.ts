// Published tables as they are collected: blocks of `csv` in a Markdown page, under headings like "### A5. Provinsi …", or one
// table alone in a file. Blocks separated by `;` have no quoting: their texts hold quotes of their own.

export interface PrintedTable {
  /** The letter and number in its heading; null for a table alone in a file. */
  id: string | null
  title: string
  columns: string[]
  rows: Record<string, string>[]
}

/** Every table of a file, in order. */
export function readTables(text: string): PrintedTable[] {
  const pieces = text.split(/^```csv[^\n]*\n([\s\S]*?)^```/m)
  if (pieces.length === 1) return [{ id: null, title: '', ...readRows(text) }]
  const tables: PrintedTable[] = []
  for (let at = 1; at < pieces.length; at += 2) {
    const headings = [...(pieces[at - 1] ?? '').matchAll(/^#+\s+(?:([A-Z]\d+)\.\s+)?(.*)$/gm)]
    const [, id = null, title = ''] = headings.at(-1) ?? []
    tables.push({ id, title, ...readRows(pieces[at] ?? '') })
  }
  return tables
}

function readRows(text: string): Pick<PrintedTable, 'columns' | 'rows'> {
  const [head = '', ...lines] = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter(line => line.trim() !== '')
  const cells = head.includes(';') ? (line: string) => line.split(';') : quotedCells
  const columns = cells(head).map(name => name.trim())
  const rows = lines.map(line => {
    const own = cells(line)
    return Object.fromEntries(columns.map((column, at) => [column, (own[at] ?? '').trim()]))
  })
  return { columns, rows }
}

/** The cells of a comma-separated line; a quoted cell may hold commas, and quotes doubled. */
function quotedCells(line: string): string[] {
  const found = `,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)
  return [...found].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '')
}
