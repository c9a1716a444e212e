import { fieldTypeOf } from '../fields/fieldTypeOf.ts'
import type { Declared } from '../types/Answers.ts'
import type { Field, Kind, Table } from '../types/Kind.ts'
import type { FieldId, TableId } from '../types/Pointer.ts'

/** What saving needs of a kind. Every `Kind` is one. */
export interface KindShape {
  tables: Record<TableId, Pick<Table, 'rows' | 'states' | 'fields'>>
  findings: Record<string, Pick<Kind['findings'][string], 'level' | 'table'>>
}

/** A row of the kind, or one that users add, or the head row on which an empty list is declared. */
export type RowSort = 'fixed' | 'item' | 'head'

const own = <T>(record: Record<string, T>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined

export const tableOf = (kind: KindShape, table: TableId) => own(kind.tables, table)
export const isItemTable = (kind: KindShape, table: TableId): boolean => tableOf(kind, table)?.rows.from === 'items'

/** The possible parent tables of this table; none at the root. With `each` the parent is the row of the same id. */
export function parentTables(kind: KindShape, table: TableId): TableId[] {
  const rows = tableOf(kind, table)?.rows
  const of = rows?.of
  return of === undefined ? [] : Array.isArray(of) ? of : [of]
}

/** Whether a form of the kind needs the offices of the region. */
export const asksForOffices = (kind: KindShape): boolean =>
  Object.values(kind.tables).some(({ fields }) =>
    Object.values(fields).some(field => fieldTypeOf(field).chosenFrom(field).offices),
  )

export const childTables = (kind: KindShape, table: TableId): TableId[] =>
  Object.keys(kind.tables).filter(child => parentTables(kind, child).includes(table))

/** The states a row may declare: a list as a whole, on its head row, that it is empty; its items the others. */
function statesOf(kind: KindShape, table: TableId, sort: RowSort): Declared[] {
  const states = tableOf(kind, table)?.states ?? []
  if (sort === 'fixed') return states
  return states.filter(state => (state === 'nil') === (sort === 'head'))
}

type Writer = NonNullable<Field['writer']>

/** Who adds, moves and removes the rows of a table: the office, unless all their fields are an evaluator's. */
export function rowWriter(kind: KindShape, table: TableId): Writer {
  const fields = Object.values(tableOf(kind, table)?.fields ?? {})
  return fields.length > 0 && fields.every(field => field.writer === 'evaluator') ? 'evaluator' : 'office'
}

/** Whether an evaluator writes cells of it in review, which an approval then freezes. */
export const isEvaluated = (kind: KindShape): boolean =>
  Object.values(kind.tables).some(({ fields }) => Object.values(fields).some(({ writer }) => writer === 'evaluator'))

const text = (label: string, max: number): Field => ({ label, type: 'text', max })

/**
 * The field at this place of the kind, the core's too; undefined where nothing may be answered.
 * `reason` of a head row is optional, all four cells of a declared state exist only where the table declares states.
 */
export function fieldOf(kind: KindShape, table: TableId, field: FieldId, sort: RowSort): Field | undefined {
  const found = tableOf(kind, table)
  if (!found) return undefined
  if (sort !== 'head' && own(found.fields, field)) return own(found.fields, field)
  if (field.startsWith('why-')) {
    const finding = own(kind.findings, field.slice(4))
    const asks = sort !== 'head' && finding?.level === 'explain' && finding.table === table
    return asks ? text('Penjelasan', 4000) : undefined
  }
  const states = statesOf(kind, table, sort)
  if (states.length === 0) return undefined
  if (field === 'state')
    return { label: 'Keadaan', type: 'choice', options: states.map(id => ({ id, label: stateLabels[id] })) }
  if (field === 'reason') return text('Alasan', 4000)
  if (!states.includes('notYetAvailable')) return undefined
  if (field === 'publisher') return text('Penerbit data', 200)
  if (field === 'expected') return text('Perkiraan terbit', 200)
  return undefined
}

export const stateLabels: Record<Declared, string> = {
  nil: 'Nihil',
  notApplicable: 'Tidak berlaku',
  notYetAvailable: 'Belum tersedia',
}
