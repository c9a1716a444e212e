import { pointerOf, rowPointerOf } from '../pointers/pointer.ts'
import { sameCell } from '../saving/cell.ts'
import { samePlace } from '../saving/place.ts'
import type { Answers, Cell } from '../types/Answers.ts'
import type { Place } from '../types/Change.ts'
import type { Anchor, FieldId, RowId, TableId } from '../types/Pointer.ts'

type Cells = Record<FieldId, Cell>

/**
 * One difference. A cell is `changed`, null where it is empty; a row that users added is `added`, `removed` (with all its
 * cells) or `moved` (with its places).
 */
export type Difference =
  | { at: Anchor; change: 'changed'; from: Cell | null; to: Cell | null }
  | { at: Anchor; change: 'added'; from: null; to: Cells }
  | { at: Anchor; change: 'removed'; from: Cells; to: null }
  | { at: Anchor; change: 'moved'; from: Place; to: Place }

const own = <T>(record: Record<string, T> | undefined, key: string): T | undefined =>
  record && Object.hasOwn(record, key) ? record[key] : undefined

const union = (a: object | undefined, b: object | undefined) => [
  ...new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})]),
]

function placeIn(cells: Cells | undefined): Place | null {
  const position = own(cells, '$position')
  const parent = own(cells, '$parent')
  return typeof position === 'string' ? { parent: typeof parent === 'string' ? parent : null, position } : null
}

function* rowDifferences(table: TableId, row: RowId, before?: Cells, after?: Cells): Generator<Difference> {
  const at = rowPointerOf(table, row)
  const [from, to] = [placeIn(before), placeIn(after)]
  if (before && from && !to) yield { at, change: 'removed', from: before, to: null }
  if (from && to && !samePlace(from, to)) yield { at, change: 'moved', from, to }
  const old = from && !to ? undefined : before
  const fresh = to && !from ? undefined : after
  for (const field of union(old, fresh)) {
    if (field.startsWith('$')) continue
    const [was, is] = [own(old, field) ?? null, own(fresh, field) ?? null]
    if (!sameCell(was, is)) yield { at: pointerOf(table, row, field), change: 'changed', from: was, to: is }
  }
  if (after && to && !from) yield { at, change: 'added', from: null, to: after }
}

/**
 * The differences of `after`: between revisions, from the last period, between both sides of a conflict. In the order of
 * the kind's tables where given; applied to `before` it gives `after`.
 */
export function diff(before: Answers, after: Answers, kind?: { tables: Record<TableId, unknown> }): Difference[] {
  const order = kind ? Object.keys(kind.tables) : []
  const rank = (table: TableId) => (order.includes(table) ? order.indexOf(table) : order.length)
  const tables = union(before, after).sort((a, b) => rank(a) - rank(b))
  return tables.flatMap(table => {
    const [old, fresh] = [own(before, table), own(after, table)]
    return union(old, fresh).flatMap(row => [...rowDifferences(table, row, own(old, row), own(fresh, row))])
  })
}
