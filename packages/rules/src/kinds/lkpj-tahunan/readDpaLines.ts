// Lines of an office's budget document (DPA), or of the national list of codes, copied from a spreadsheet: all levels or the
// lowest only, read into the tree of the form.
import { readNumber } from '../../numbers/readNumber.ts'
import type { Answers, Cell, FieldId, LineRow, LinesRead, RowId, TableId } from '../../types.ts'
import { type CodedTable, codeShapes } from './codes.ts'
import { type DpaLine, dpaLines } from './dpaColumns.ts'
import { differingSums, listed } from './dpaNotes.ts'

const levels = ['programs', 'activities', 'subactivities'] as const
const segments = { programs: 3, activities: 5, subactivities: 6 }
const levelOf = (code: string): CodedTable | undefined => levels.find(table => codeShapes[table].test(code))

/** The rows that the lines propose, each after the one it hangs on. What the form says already stays as it is. */
export function readDpaLines(lines: string[][], answers: Answers): LinesRead {
  const { lines: read, hasUnits } = dpaLines(lines)
  const existing = existingRows(answers)
  const rows = new Map<string, LineRow>()
  const notes: string[] = []
  const budgets: Record<CodedTable, [code: string, budget: Cell][]> = {
    programs: [],
    activities: [],
    subactivities: [],
  }
  const unitless: string[] = []
  let current: LineRow | null = null

  function put(table: TableId, key: string, above: LineRow | null, cells: Record<FieldId, Cell>): LineRow {
    const id = existing(table, key, above)
    const row = rows.get(key) ?? { table, key, above: above?.key ?? null, id, cells: {}, differs: [] }
    rows.set(key, row)
    const there = id === null ? {} : (answers[table]?.[id] ?? {})
    for (const [field, cell] of Object.entries(cells)) {
      if (there[field] === undefined) row.cells[field] ??= cell
      else if (there[field] !== cell && !row.differs.includes(field)) row.differs.push(field)
    }
    return row
  }
  function coded(table: CodedTable, code: string, cells: Record<FieldId, Cell>): LineRow {
    const above = levels[levels.indexOf(table) - 1]
    const parent = above ? coded(above, code.split('.').slice(0, segments[above]).join('.'), {}) : null
    return put(table, code, parent, { code, ...cells })
  }
  function readLine(line: DpaLine, number: number): void {
    const { code, name } = line
    const table = code === undefined ? undefined : levelOf(code)
    if (code !== undefined) {
      const budget = line.before === undefined ? undefined : amount(line.before)
      if (table && budget !== undefined) budgets[table].push([code, budget])
      current = table ? coded(table, code, { ...words({ name }), ...(table === 'subactivities' && money(line)) }) : null
    }
    if (!current) {
      const what = code === undefined ? 'tidak berkode' : `“${code}” bukan kode program, kegiatan, atau sub kegiatan`
      notes.push(`Baris ${number} ${what}; dilewati.`)
      return
    }
    const indicator = line.indicator ?? (line.target === undefined ? undefined : (name ?? current.key))
    const cells = indicator === undefined ? {} : measures(indicator, line)
    const measured = indicator !== undefined || (hasUnits && table === 'subactivities')
    if (measured && cells.unit === undefined) unitless.push(current.key)
    if (indicator !== undefined) put('indicators', `${current.key} ${indicator.toLowerCase()}`, current, cells)
  }

  for (const { line, number } of read) if (Object.keys(line).length > 0) readLine(line, number)
  const all = [...rows.values()]
  const nameless = all.flatMap(({ table, key, id, cells }) =>
    table !== 'indicators' && cells.name === undefined && answers[table]?.[id ?? '']?.name === undefined ? [key] : [],
  )
  const odd = [...differingSums(budgets), ...listed('Nama belum ada', nameless), ...listed('Tanpa satuan', unitless)]
  return { rows: all, notes: [...new Set([...notes, ...odd])] }
}

/** The row of the form that a line speaks of: by its code, an indicator by its name under its row. */
function existingRows(answers: Answers): (table: TableId, key: string, above: LineRow | null) => RowId | null {
  const ids = new Map<string, RowId>()
  for (const table of [...levels, 'indicators'] as const) {
    for (const [id, { $position, $parent, code, name }] of Object.entries(answers[table] ?? {})) {
      const key = table === 'indicators' ? `${String($parent)} ${String(name).toLowerCase()}` : String(code)
      if ($position !== undefined && !ids.has(`${table} ${key}`)) ids.set(`${table} ${key}`, id)
    }
  }
  return (table, key, above) => {
    if (table !== 'indicators') return ids.get(`${table} ${key}`) ?? null
    return ids.get(`${table} ${above?.id} ${key.slice((above?.key.length ?? 0) + 1)}`) ?? null
  }
}

/** A number as pasted: what has two readings is kept as typed and asked about; a dash is nothing. */
function amount(text: string): Cell | undefined {
  const reading = readNumber(text, 'pasted')
  if (reading.kind === 'empty' || reading.kind === 'state') return undefined
  return reading.kind === 'number' ? reading.value : { asTyped: text.slice(0, 200) }
}

const words = (given: Record<FieldId, string | undefined>, most = 500): Record<FieldId, Cell> =>
  Object.fromEntries(
    Object.entries(given).flatMap(([field, text]) => (text === undefined ? [] : [[field, text.slice(0, most)]])),
  )
const numbers = (given: Record<FieldId, string | undefined>): Record<FieldId, Cell> =>
  Object.fromEntries(
    Object.entries(given).flatMap(([field, text]) => {
      const cell = text === undefined ? undefined : amount(text)
      return cell === undefined ? [] : [[field, cell]]
    }),
  )

const money = ({ fund, before, after, spent }: DpaLine): Record<FieldId, Cell> => ({
  ...words({ fund }, 120),
  ...numbers({ before, after, spent }),
})

/** A target such as `12 dokumen` brings its unit along. */
function measures(name: string, { target, realization, unit }: DpaLine): Record<FieldId, Cell> {
  const [, number, own] = /^([\d.,]+)\s+(\D.*)$/.exec(target ?? '') ?? []
  return {
    ...words({ name }),
    ...words({ unit: unit ?? own }, 60),
    ...numbers({ target: number ?? target, realization }),
  }
}
