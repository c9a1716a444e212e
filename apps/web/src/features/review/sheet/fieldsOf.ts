import type { Field, FieldId, FrozenBlock, FrozenRow, Kind, Table, TableId } from '@sepakat/rules'
import { fieldTypeOf } from '@sepakat/rules/fields/fieldTypeOf.ts'
import { fieldOf } from '@sepakat/rules/saving/kindShape.ts'
import { anchorOf } from '../model/placedRows.ts'

/** The core's own cells are shown by meaning: a state with its reason, an explanation with its finding. */
const isOwn = (field: FieldId): boolean =>
  !field.startsWith('why-') && !['state', 'reason', 'publisher', 'expected'].includes(field)

/** The columns of a row, in the order of its kind: a frozen row lost it. */
export function columnsOf(row: Pick<FrozenRow, 'table' | 'fields'>, kind: Kind | undefined): FieldId[] {
  const order = Object.keys(kind?.tables[row.table]?.fields ?? {})
  const own = Object.keys(row.fields).filter(isOwn)
  return [...order.filter(field => own.includes(field)), ...own.filter(field => !order.includes(field))]
}

export const fieldSpec = (kind: Kind | undefined, table: TableId, field: FieldId): Field | undefined =>
  kind &&
  (fieldOf(kind, table, field, 'fixed') ?? fieldOf(kind, table, field, 'head') ?? fieldOf(kind, table, field, 'item'))

/** Whether the evaluator writes in this cell, and not the office. */
export const isEvaluators = (spec: Field | undefined): boolean => spec?.writer === 'evaluator'

export const isLong = (spec: Field | undefined): boolean => spec !== undefined && fieldTypeOf(spec).room(spec) > 500

export interface Lines {
  shown: FieldId[]
  /** Optional answers that were not given: listed together, since a line for each would hide those that were. */
  spare: FieldId[]
}

/**
 * The answers of a row as lines. The one that names the row is its heading already; of a row with a declared state only
 * what it keeps is shown. `isKept`: shown whatever its value.
 */
export function linesOf(row: FrozenRow, kind: Kind | undefined, isKept: (field: FieldId) => boolean): Lines {
  const table = kind?.tables[row.table]
  const declared = row.values.state !== undefined
  const lines: Lines = { shown: [], spare: [] }
  for (const field of columnsOf(row, kind)) {
    const value = row.values[field]
    if (isKept(field)) lines.shown.push(field)
    else if (declared && value === undefined) continue
    else if (isInHeading(row, table, field)) continue
    else if (value === undefined && table?.fields[field]?.need === 'optional') lines.spare.push(field)
    else lines.shown.push(field)
  }
  return lines
}

/** The answer that names the row, or its printed code before that. */
const isInHeading = ({ values, label }: FrozenRow, table: Table | undefined, field: FieldId): boolean => {
  const value = values[field]
  if (typeof value !== 'string') return false
  return field === table?.coded ? label.startsWith(`${value} `) : field === table?.named && label.endsWith(value)
}

const mostColumns = 5

/** Whether rows are short and flat enough for a table. `figures`: how many a row has. */
export const isFlat = (block: FrozenBlock, kind: Kind | undefined, figures: (anchor: string) => number): boolean =>
  block.layout !== 'card' &&
  block.rows.length > 0 &&
  block.rows.every(row => {
    const columns = columnsOf(row, kind)
    const long = columns.some(field => isLong(fieldSpec(kind, row.table, field)))
    const count = columns.length + figures(anchorOf(row.table, row.id))
    return row.blocks.length === 0 && count <= (long ? 3 : mostColumns)
  })
