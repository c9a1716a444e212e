// How a form is laid out, on screen and on paper, as it is filled in or as it was frozen: which rows have a heading of
// their own, which columns a table has, and where figures are shown.

import { fieldTypeOf, isNumeric } from '../fields/fieldTypeOf.ts'
import { unknownField } from '../names/formNames.ts'
import type { Cell, Declared } from '../types/Answers.ts'
import type { Figure } from '../types/Figure.ts'
import type { Block, Row } from '../types/Form.ts'
import type { Field, Kind } from '../types/Kind.ts'
import type { FieldId, RowId } from '../types/Pointer.ts'
import { textOf } from '../words/textOf.ts'

type Shown = 'table' | 'id' | 'parent' | 'label' | 'code' | 'unit' | 'direction' | 'warning' | 'fields' | 'required'
/** A row of a built or a frozen form. */
interface SheetRow<B> extends Pick<Row, Shown> {
  blocks: B[]
}
/** A table of one, under one row. */
export interface SheetBlock<B> extends Pick<Block, 'table' | 'title' | 'layout' | 'under'> {
  rows: SheetRow<B>[]
}

type Kinds = Pick<Kind, 'tables'>
type FiguresOf = (row: RowId) => readonly Figure[] | undefined

/** Rows that are one for each row of another table have its ids: its name and its figures are with the other. */
const isEach = (kind: Kinds, table: string): boolean => kind.tables[table]?.rows.from === 'each'

/** Whether a row has a heading of its own. `section`: the one whose heading is above, which may name a row at the root. */
export const isHeaded = (
  kind: Kinds,
  { under }: Pick<Block, 'under'>,
  { table, id }: Pick<Row, 'table' | 'id'>,
  section: string,
): boolean => !(under === null && id === section) && !isEach(kind, table)

/** The core's own cells are shown by meaning: a state with its reason, an explanation with its finding. */
const isCore = (field: FieldId): boolean =>
  field.startsWith('why-') || ['state', 'reason', 'publisher', 'expected'].includes(field)

/** The fields of a row, in the order of its kind: stored JSON has none. */
export function fieldsOf(kind: Kinds, { table, fields }: Pick<Row, 'table' | 'fields'>): FieldId[] {
  const order = Object.keys(kind.tables[table]?.fields ?? {})
  const others = Object.keys(fields).filter(field => !order.includes(field) && !isCore(field))
  return [...order.filter(field => field in fields), ...others]
}

export interface Column {
  field: FieldId
  spec: Field
  /** The label common to all rows, or the kind's where rows differ. */
  label: string
  numeric: boolean
  /** The figure that a row without the field has in its place, as a sum of those below it. */
  sum?: string
  /** The answer of the previous period is in a column beside it. */
  earlier?: boolean
}
/** The first of these figures that a row has. */
export interface FigureColumn {
  codes: readonly string[]
}

export type AnyColumn = Column | FigureColumn

export const isFigures = (column: AnyColumn): column is FigureColumn => 'codes' in column

/** The columns that any of these rows uses, in the order of the kind. `general`: the words of a field where rows differ. */
export function columnsOf(
  kind: Kinds,
  rows: readonly Pick<Row, 'table' | 'fields'>[],
  general: (field: FieldId, spec: Field) => string,
): Column[] {
  const fields = [...new Set(rows.flatMap(row => fieldsOf(kind, row)))]
  const table = rows[0]?.table ?? ''
  return fieldsOf(kind, { table, fields: Object.fromEntries(fields.map(field => [field, ''])) }).map(field => {
    const spec = kind.tables[table]?.fields[field] ?? unknownField
    const [only, ...others] = new Set(rows.flatMap(row => row.fields[field] ?? []))
    const label = only === undefined || others.length > 0 ? general(field, spec) : only
    return { field, spec, label, numeric: isNumeric(spec) }
  })
}

/** Told at length: it has the last columns, behind what is counted and what is computed from that. */
const isTold = ({ spec }: Column): boolean => spec.type === 'prose'

/** Columns in the order of the work: what is counted, the figures computed from it, what is told of it. */
export const inOrderOfWork = (fields: readonly Column[], codes: readonly string[]): AnyColumn[] => [
  ...fields.filter(column => !isTold(column)),
  ...codes.map(code => ({ codes: [code] })),
  ...fields.filter(isTold),
]

/** Neighbours that are of one sort, together: a state that a row declares is in the place of the first fields. */
export function inRuns(columns: readonly AnyColumn[]): { own: AnyColumn[]; instead: boolean }[] {
  const runs: { own: AnyColumn[]; instead: boolean }[] = []
  let figures: boolean | null = null
  for (const column of columns) {
    if (isFigures(column) === figures) runs.at(-1)?.own.push(column)
    else runs.push({ own: [column], instead: !isFigures(column) && !runs.some(run => run.instead) })
    figures = isFigures(column)
  }
  return runs
}

/** Narrow whatever is written in it. */
export const isShort = (spec: Field): boolean => fieldTypeOf(spec).room(spec) === 0

/** The figures that are shown with a row: not how much of it is filled in. */
export const rowFigures = (kind: Kinds, { table, id }: Pick<Row, 'table' | 'id'>, of: FiguresOf): Figure[] =>
  isEach(kind, table) ? [] : (of(id) ?? []).filter(({ code }) => code !== 'completeness')

/** The codes of the figures that any of these rows has, each a column. */
export const figureCodes = (kind: Kinds, rows: readonly Pick<Row, 'table' | 'id'>[], of: FiguresOf): string[] => [
  ...new Set(rows.flatMap(row => rowFigures(kind, row, of).map(({ code }) => code))),
]

/** The one of a row that is shown in a column: the first of these codes that it has. */
export const firstFigure = (codes: readonly string[], figures: readonly Figure[] | undefined): Figure | undefined =>
  codes.flatMap(code => figures?.find(one => one.code === code) ?? [])[0]

/** Those of the group a section is about; those of a row are with the row. */
export const groupFigures = (
  { id, blocks }: { id: string; blocks: readonly { rows: readonly { id: RowId }[] }[] },
  of: FiguresOf,
): Figure[] =>
  blocks.some(({ rows }) => rows.some(row => row.id === id))
    ? []
    : (of(id) ?? []).filter(({ code }) => code !== 'completeness')

/** The state that a row declares in place of its answers. */
export const declaredState = (cells: Record<FieldId, Cell> | undefined): Declared | null => {
  const state = cells?.state
  return state === 'nil' || state === 'notApplicable' || state === 'notYetAvailable' ? state : null
}

/** What the office said of findings that ask why, by field. */
export const explanationsIn = (values: Record<FieldId, Cell>): [field: FieldId, said: string][] =>
  Object.entries(values).flatMap(([field, cell]) => (field.startsWith('why-') ? [[field, textOf(cell)]] : []))

/** Whether anything is said below a row in columns: a reason, or a table under it that has rows or says that it has none. */
export const isSaidBelow = (row: {
  values: Record<FieldId, Cell>
  blocks: readonly { rows: readonly unknown[]; head?: Record<FieldId, Cell> }[]
}): boolean =>
  explanationsIn(row.values).length > 0 ||
  row.blocks.some(({ rows, head }) => rows.length > 0 || head?.state !== undefined)
