// Published tables as they are collected: blocks of `csv` in a Markdown page, under headings like "### A5. Provinsi …", or one
// table alone in a file. Blocks separated by `;` have no quoting: their texts hold quotes of their own.

export interface PrintedTable {
  /** The letter and number in its heading, or else the heading; with a number from the second under it on. Null: alone in a file. */
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
  let heading = { name: 'tanpa judul', title: '', tables: 0 }
  for (let at = 1; at < pieces.length; at += 2) {
    const headings = [...(pieces[at - 1] ?? '').matchAll(/^#+\s+(?:([A-Z]\d+)\.\s+)?(.*)$/gm)]
    const [, name, title = ''] = headings.at(-1) ?? []
    if (headings.length > 0) heading = { name: name ?? title, title, tables: 0 }
    heading.tables += 1
    const id = heading.tables === 1 ? heading.name : `${heading.name} (${heading.tables})`
    tables.push({ id, title: heading.title, ...readRows(pieces[at] ?? '') })
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
