import {
  type ActorId,
  type Answers,
  type Cell,
  type ChangeRecord,
  isItemTable,
  isUuid,
  type Kind,
  type KnownRows,
  memoryView,
  type Place,
  parentTables,
  parsePointer,
  parseRowPointer,
  pointerOf,
  type RowId,
  rowPointerOf,
  type SentChange,
  type StoredRow,
  type TableId,
  type Write,
} from '@sepakat/rules'
import { v7 } from 'uuid'

/** Tables of the kind, each after those its rows hang on; those it does not know come last. */
const parentsFirst = (kind: Kind, tables: TableId[]): TableId[] => {
  const order: TableId[] = []
  const visit = (table: TableId): void => {
    if (order.includes(table)) return
    for (const parent of parentTables(kind, table)) if (parent !== table) visit(parent)
    order.push(table)
  }
  for (const table of Object.keys(kind.tables)) visit(table)
  return [...order.filter(table => tables.includes(table)), ...tables.filter(table => !order.includes(table))]
}

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** Places of rows that name none, in the order given: integers among the keys of fractional indexing. */
const nthPosition = (n: number): string =>
  `c${digits[Math.floor(n / 3844) % 62]}${digits[Math.floor(n / 62) % 62]}${digits[n % 62]}`

/**
 * The changes that make these answers in an empty form: each row that people added, then its cells. With `known` (the rows of the
 * form) a row that names no place is put last in its list; without, every row people added names its place.
 */
export const changesOf = (kind: Kind, answers: Answers, known?: KnownRows): SentChange[] => {
  // A list that has nothing is declared on a head row, whose id is that of what the list hangs on.
  const isHead = (table: TableId, row: RowId): boolean =>
    !isUuid(row) ||
    known === undefined ||
    parentTables(kind, table).some(of => answers[of]?.[row] !== undefined || known.has(rowPointerOf(of, row)))
  return parentsFirst(kind, Object.keys(answers)).flatMap(table =>
    Object.entries(answers[table] ?? {}).flatMap(([row, { $parent, $position, ...fields }], at) => {
      const placed = $parent !== undefined || $position !== undefined
      const value = { parent: $parent ?? null, position: $position ?? nthPosition(at) }
      const add: SentChange = { changeId: v7(), op: 'add', pointer: rowPointerOf(table, row), value }
      const sets = Object.entries(fields).map(
        ([field, cell]): SentChange => ({
          changeId: v7(),
          op: 'set',
          pointer: pointerOf(table, row, field),
          value: cell,
        }),
      )
      return placed || (isItemTable(kind, table) && !isHead(table, row)) ? [add, ...sets] : sets
    }),
  )
}

/** Records and writes of changes that need no judgement: they copy what was accepted before. */
export const copied = (
  changes: SentChange[],
  { rev, by, at }: { rev: number; by: ActorId; at: string },
): { records: ChangeRecord[]; writes: Write[] } => {
  const records: ChangeRecord[] = []
  const writes: Write[] = []
  for (const { changeId, op, pointer, value } of changes) {
    const { table, row, field = null } = parsePointer(pointer) ?? { ...parseRowPointer(pointer)!, field: null }
    const seq = rev + records.length
    const { parent, position } = value as Place
    const cells: Record<string, Cell> =
      field === null
        ? { ...(parent === null ? {} : { $parent: parent }), $position: position }
        : { [field]: value as Cell }
    const fields: StoredRow = Object.fromEntries(Object.entries(cells).map(([id, v]) => [id, { v, rev: seq, by, at }]))
    records.push({ changeId, seq, table, row, field, op, from: null, to: value as Cell | Place })
    writes.push({ row: { table, row }, fields })
  }
  return { records, writes }
}

/** One write per row, as one statement takes them. */
export const mergedByRow = (writes: Write[]): Write[] => {
  const view = memoryView()
  for (const write of writes) view.write(write)
  return view.records().map(({ table, row, fields }) => ({ row: { table, row }, fields }))
}
