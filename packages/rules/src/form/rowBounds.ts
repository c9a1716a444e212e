// The catalogue's bounds of a row's value. They are in the row's unit: cells with a unit of their own (inputs of a
// formula) are not bound by it, the result is.
import { exact } from '../numbers/decimal.ts'
import { formatNumber } from '../numbers/formatNumber.ts'
import type { Bounds } from '../types/Catalogue.ts'
import type { Context } from '../types/Context.ts'
import type { Decimal } from '../types/Decimal.ts'
import type { Field, Kind, Table } from '../types/Kind.ts'
import type { RowId, TableId } from '../types/Pointer.ts'
import type { Outline } from './formOutline.ts'

const isInUnitOfRow = (field: Field): boolean => field.type === 'number' && field.unit === undefined

/** For catalogue rows; rows users add, and cells beside a row, have none. */
export const boundsAt = ({ kind, catalogueRow }: Pick<Outline, 'kind' | 'catalogueRow'>, table: TableId, row: RowId) =>
  kind.tables[table]?.rows.from === 'catalogue' ? catalogueRow(row)?.bounds : undefined

/** The field as this row has it: the row's bounds take precedence over its column's. */
export const boundField = (field: Field, { min, max }: Bounds = {}): Field =>
  field.type === 'number' && isInUnitOfRow(field)
    ? { ...field, ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
    : field

export const oddCode = <T extends TableId>(table: T): `odd-${T}` => `odd-${table}`

/** The parameters of the finding for a possible but odd number; null for none. */
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

/** The odd-value finding that each table with catalogue rows has. */
export const oddFindings = (tables: Record<TableId, Table>): Kind['findings'] =>
  Object.fromEntries(
    Object.entries(tables)
      .filter(([, { rows }]) => rows.from === 'catalogue')
      .map(([table]) => [oddCode(table), { level: 'explain', table, message: oddMessage }]),
  )

const oddMessage = (v: Record<string, string>): string =>
  `${v.value} di luar yang biasa untuk baris ini (${v.usual}). Periksa angka dan satuannya, atau jelaskan.`

/** Reports every typed value beyond what is usual for its row. */
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
