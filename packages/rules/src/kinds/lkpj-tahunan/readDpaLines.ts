// Lines of an office's budget document (DPA), or of the national list of codes, copied from a spreadsheet: all levels or the
// lowest only, read into the tree of the form.
import { type CodedLine, codedLines } from '../../nomenclature/codedLines.ts'
import { codeWords } from '../../nomenclature/codeWords.ts'
import type { ListedCode } from '../../nomenclature/nationalCodes.ts'
import { exact, isDecimal, zero } from '../../numbers/decimal.ts'
import { formatExact, formatNumber } from '../../numbers/formatNumber.ts'
import { type Counted, isPercentUnit } from '../../numbers/wholeUnits.ts'
import type { Answers, Cell } from '../../types/Answers.ts'
import type { LineRow, LinesRead } from '../../types/LinesReader.ts'
import type { FieldId, RowId, TableId } from '../../types/Pointer.ts'
import { type CodedTable, codeShapes, isWithin } from './codes.ts'
import { type Chosen, reachedQuestion, separatorQuestion, shownColumns, withReached } from './dpaQuestions.ts'
import { type NumberReader, numberReader } from './numberReader.ts'

const levels = ['programs', 'activities', 'subactivities'] as const
const segments = { programs: 3, activities: 5, subactivities: 6 }
const levelOf = (code: string): CodedTable | undefined => levels.find(table => codeShapes[table].test(code))

/** The codes that the lines name. */
export const codesOf = (lines: string[][]): string[] => [
  ...new Set(
    codedLines(lines).lines.flatMap(({ line: { code } }) => (code !== undefined && levelOf(code) ? [code] : [])),
  ),
]

const noList: ReadonlyMap<string, ListedCode> = new Map()

/**
 * The rows that the lines propose, each after its parent. What the form says already stays as it is. A missing
 * name, or indicator and unit of a sub-activity, is taken from the region's list of codes. What a column of
 * realizations means, and an ambiguous separator, is asked.
 */
export function readDpaLines(lines: string[][], answers: Answers, listed = noList, chosen: Chosen = {}): LinesRead {
  const { lines: read, columns } = codedLines(lines)
  const hasUnits = columns.some(({ column }) => column === 'unit')
  const numbers = numberReader(chosen)
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

  const isMeasured = (row: RowId | null): boolean =>
    Object.values(answers.indicators ?? {}).some(({ $parent }) => row !== null && $parent === row)

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
  function readLine(line: CodedLine, number: number): void {
    const { code, name } = line
    const table = code === undefined ? undefined : levelOf(code)
    if (code !== undefined) {
      const budget = line.before === undefined ? undefined : numbers.amount(line.before, money)
      if (table && budget !== undefined) budgets[table].push([code, budget])
      current = table
        ? coded(table, code, { ...words({ name }), ...(table === 'subactivities' && spending(line, numbers)) })
        : null
    }
    if (!current) {
      const what = code === undefined ? 'tidak berkode' : `“${code}” bukan kode program, kegiatan, atau sub kegiatan`
      notes.push(`Baris ${number} ${what}; dilewati.`)
      return
    }
    const told = table === 'subactivities' ? listed.get(current.key) : undefined
    const usual = told?.indicator && !isMeasured(current.id) ? told.indicator : undefined
    const indicator = line.indicator ?? usual ?? (line.target === undefined ? undefined : (name ?? current.key))
    const cells =
      indicator === undefined
        ? {}
        : measures(indicator, line, numbers, { usual: told?.unit, there: unitThere(indicator, current) })
    const measured = indicator !== undefined || (hasUnits && table === 'subactivities')
    if (measured && cells.unit === undefined) unitless.push(current.key)
    if (indicator !== undefined) put('indicators', indicatorKey(current.key, indicator), current, cells)
  }

  /** The unit of the indicator with this name in the form. */
  function unitThere(indicator: string, above: LineRow): string | undefined {
    const id = existing('indicators', indicatorKey(above.key, indicator), above)
    const unit = id === null ? undefined : answers.indicators?.[id]?.unit
    return typeof unit === 'string' ? unit : undefined
  }

  for (const { line, number } of read)
    if (Object.keys(line).length > 0) readLine(withReached(line, chosen.reached), number)
  const all = [...rows.values()]
  const unnamed = all.filter(
    ({ table, id, cells }) =>
      table !== 'indicators' && cells.name === undefined && answers[table]?.[id ?? '']?.name === undefined,
  )
  for (const { key, cells } of unnamed) Object.assign(cells, words({ name: listed.get(key)?.name }))
  const nameless = unnamed.filter(({ cells }) => cells.name === undefined).map(({ key }) => key)
  const odd = [
    ...differingSums(budgets),
    ...codeWords('Nama belum ada', nameless),
    ...codeWords('Tanpa satuan', unitless),
  ]
  return {
    rows: all,
    notes: [...new Set([...notes, ...odd])],
    columns: shownColumns(columns, chosen),
    questions: [...reachedQuestion(columns), ...separatorQuestion(numbers.unsure)],
  }
}

/** The form's row for a line: by its code, an indicator by its name under its row. */
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

const words = (given: Record<FieldId, string | undefined>, most = 500): Record<FieldId, Cell> =>
  Object.fromEntries(
    Object.entries(given).flatMap(([field, text]) => (text === undefined ? [] : [[field, text.slice(0, most)]])),
  )
const indicatorKey = (above: string, name: string): string => `${above} ${name.toLowerCase()}`

const money: Counted = { unit: 'Rp', decimals: 2 }

const spending = ({ fund, before, after, spent }: CodedLine, numbers: NumberReader): Record<FieldId, Cell> => ({
  ...words({ fund }, 120),
  ...numbers.cells({ before, after, spent }, money),
})

/**
 * A target such as `12 dokumen` includes its unit; else it is the unit of the region's list, or the existing one. `80 %` beside
 * another unit is a share, and no number of it.
 */
function measures(
  name: string,
  { target, realization, unit }: CodedLine,
  numbers: NumberReader,
  { usual, there }: { usual: string | undefined; there: string | undefined },
): Record<FieldId, Cell> {
  const [, number, own] = /^([\d.,]+)\s+(\D.*)$/s.exec(target ?? '') ?? []
  const stored = unit ?? there
  const isShare = own !== undefined && isPercentUnit(own) && stored !== undefined && !isPercentUnit(stored)
  const said = unit ?? (isShare ? undefined : own)
  const known = said ?? (usual || undefined)
  return {
    ...words({ name }),
    ...words({ unit: known }, 60),
    ...numbers.cells({ target: isShare ? target : (number ?? target), realization }, { unit: said ?? there ?? known }),
  }
}

type Budgets = Record<CodedTable, [code: string, budget: Cell][]>

const known = ([, budget]: [string, Cell]): boolean => typeof budget === 'string' && isDecimal(budget)

/** Programmes and activities whose budget in the lines is not the sum of their sub-activities; only the latter are imported. */
const differingSums = ({ programs, activities, subactivities }: Budgets): string[] =>
  [...programs, ...activities].filter(known).flatMap(([code, budget]) => {
    const below = subactivities.filter(one => known(one) && isWithin(one[0], code))
    const sum = below.reduce((all, [, one]) => all.plus(exact(String(one))), zero)
    if (below.length === 0 || sum.eq(exact(String(budget)))) return []
    return [
      `Anggaran ${code} tertulis Rp ${formatNumber(String(budget))}, jumlah sub kegiatannya Rp ${formatExact(sum)}.`,
    ]
  })
