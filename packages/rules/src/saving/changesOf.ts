import { isUuid } from '../pointers/ids.ts'
import { pointerOf, rowPointerOf } from '../pointers/pointer.ts'
import type { Answers } from '../types/Answers.ts'
import type { RowId, TableId } from '../types/Pointer.ts'
import type { SentChange } from './change.ts'
import type { KnownRows } from './hanging.ts'
import { isItemTable, type KindShape, parentTables } from './kindShape.ts'

/** Tables of the kind, each after its parent tables; unknown ones come last. */
const parentsFirst = (kind: KindShape, tables: TableId[]): TableId[] => {
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
export const changesOf = (kind: KindShape, answers: Answers, newId: () => string, known?: KnownRows): SentChange[] => {
  // An empty list is declared on a head row, whose id is that of the list's parent.
  const isHead = (table: TableId, row: RowId): boolean =>
    !isUuid(row) ||
    known === undefined ||
    parentTables(kind, table).some(of => answers[of]?.[row] !== undefined || known.has(rowPointerOf(of, row)))
  return parentsFirst(kind, Object.keys(answers)).flatMap(table =>
    Object.entries(answers[table] ?? {}).flatMap(([row, { $parent, $position, ...fields }], at) => {
      const placed = $parent !== undefined || $position !== undefined
      const value = { parent: $parent ?? null, position: $position ?? nthPosition(at) }
      const add: SentChange = { changeId: newId(), op: 'add', pointer: rowPointerOf(table, row), value }
      const sets = Object.entries(fields).map(
        ([field, cell]): SentChange => ({
          changeId: newId(),
          op: 'set',
          pointer: pointerOf(table, row, field),
          value: cell,
        }),
      )
      return placed || (isItemTable(kind, table) && !isHead(table, row)) ? [add, ...sets] : sets
    }),
  )
}
