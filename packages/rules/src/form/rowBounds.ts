// What the catalogue says a row's value can be. It speaks of the row's unit: cells counted in a unit of their own (what a
// formula is computed from) are not bound by it, the result is.
import { exact } from '../numbers/decimal.ts'
import { formatNumber } from '../numbers/formatNumber.ts'
import type { Bounds } from '../types/Catalogue.ts'
import type { Context } from '../types/Context.ts'
import type { Decimal } from '../types/Decimal.ts'
import type { Field, Kind, Table } from '../types/Kind.ts'
import type { RowId, TableId } from '../types/Pointer.ts'
import type { Outline } from './outline.ts'

const isInUnitOfRow = (field: Field): boolean => field.type === 'number' && field.unit === undefined

/** Of a row that is the catalogue's; what people add, and what stands beside a row, has none. */
export const boundsAt = ({ kind, catalogueRow }: Pick<Outline, 'kind' | 'catalogueRow'>, table: TableId, row: RowId) =>
  kind.tables[table]?.rows.from === 'catalogue' ? catalogueRow(row)?.bounds : undefined

/** The field as this row has it: the row's bounds come before its column's. */
export const boundField = (field: Field, { min, max }: Bounds = {}): Field =>
  field.type === 'number' && isInUnitOfRow(field)
    ? { ...field, ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
    : field

export const oddCode = <T extends TableId>(table: T): `odd-${T}` => `odd-${table}`

/** The values to say of a number that can be and is odd; null where nothing is to be said. */
export function oddValue(value: Decimal, bounds: Bounds = {}): Record<string, string> | null {
  const { min, max, oddBelow, oddAbove } = bounds
  const number = exact(value)
  const beyond = (bound: Decimal | undefined, side: 'lt' | 'gt') => bound !== undefined && number[side](exact(bound))
  if (beyond(min, 'lt') || beyond(max, 'gt')) return null
  if (beyond(oddBelow, 'lt')) return { value: formatNumber(value), usual: `sedikitnya ${formatNumber(oddBelow ?? '')}` }
  if (beyond(oddAbove, 'gt'))
    return { value: formatNumber(value), usual: `paling besar ${formatNumber(oddAbove ?? '')}` }
  return null
}

/** The finding of odd values that each table with rows of the catalogue has. */
export const oddFindings = (tables: Record<TableId, Table>): Kind['findings'] =>
  Object.fromEntries(
    Object.entries(tables)
      .filter(([, { rows }]) => rows.from === 'catalogue')
      .map(([table]) => [oddCode(table), { level: 'explain', table, message: oddMessage }]),
  )

const oddMessage = (v: Record<string, string>): string =>
  `${v.value} di luar yang biasa untuk baris ini (${v.usual}). Periksa angka dan satuannya, atau jelaskan.`

/** Says of every typed value that is beyond what is usual for its row. */
export function findOddCells(c: Context, kind: Kind): void {
  for (const [table, { rows, fields }] of Object.entries(kind.tables)) {
    const bound = Object.keys(fields).filter(field => fields[field] && isInUnitOfRow(fields[field]))
    if (rows.from !== 'catalogue' || bound.length === 0) continue
    for (const row of c.rows(table)) findOddIn(c, table, row, bound)
  }
}

function findOddIn(c: Context, table: TableId, row: RowId, fields: string[]): void {
  const bounds = c.catalogue(row)?.bounds
  if (!bounds) return
  for (const field of fields) {
    const at = `/${table}/${row}/${field}` as const
    const number = c.number(at)
    const odd = number && oddValue(number.toFixed(), bounds)
    if (odd) c.find(oddCode(table), at, odd)
  }
}
