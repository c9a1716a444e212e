import type { Field, FieldId, FrozenBlock, FrozenRow, Kind, RowId, Table } from '@sepakat/rules'
import { fieldTypeOf } from '@sepakat/rules/fields/fieldTypeOf.ts'
import { fieldsOf } from '@sepakat/rules/sheet/outline.ts'

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
export function linesOf(row: FrozenRow, kind: Kind, isKept: (field: FieldId) => boolean): Lines {
  const table = kind.tables[row.table]
  const declared = row.values.state !== undefined
  const lines: Lines = { shown: [], spare: [] }
  for (const field of fieldsOf(kind, row)) {
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

/** A list's rows are named by their first answer, so that needs no column of its own; null for other rows. */
export function namingOf(kind: Kind, row: Pick<FrozenRow, 'table' | 'fields'>): FieldId | null {
  const naming = kind.tables[row.table]?.named
  return naming !== undefined && fieldsOf(kind, row)[0] === naming ? naming : null
}

const mostColumns = 5

/** Whether rows are short and flat enough for a table. `figures`: how many a row has. */
export const isFlat = (block: FrozenBlock, kind: Kind, figures: (row: RowId) => number): boolean =>
  block.layout !== 'card' &&
  block.rows.length > 0 &&
  block.rows.every(row => {
    const columns = fieldsOf(kind, row)
    const long = columns.some(field => isLong(kind.tables[row.table]?.fields[field]))
    const count = columns.length + figures(row.id)
    return row.blocks.length === 0 && count <= (long ? 3 : mostColumns)
  })
