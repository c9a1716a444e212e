// The rows of a form as shown. A row that users add appears once, as a pattern with an empty id.
import { childTables, isItemTable } from '../saving/kindShape.ts'
import type { Declared } from '../types/Answers.ts'
import { type CatalogueRow, directions } from '../types/Catalogue.ts'
import type { Block, Row } from '../types/Form.ts'
import type { Field } from '../types/Kind.ts'
import type { FieldId, RowId, TableId } from '../types/Pointer.ts'
import type { Scope } from '../types/Scope.ts'
import type { Outline } from './formOutline.ts'
import { rootHead, rowsIn } from './rowTree.ts'

/** The id of the pattern of a row that users add, and of its descendants. */
export const patternId: RowId = ''

/** The tables under a row, each with its rows; an empty one is left out unless users add rows. */
function blocksUnder(outline: Outline, table: TableId, under: RowId): Block[] {
  return childTables(outline.kind, table)
    .map(child => blockOf(outline, child, under))
    .filter(block => block.item !== null || block.rows.length > 0)
}

/** The rows of a table under one parent, or at the root. */
export function blockOf(outline: Outline, table: TableId, under: RowId | null): Block {
  const { kind, fixed } = outline
  const { title, layout, states } = tableIn(outline, table)
  const people = isItemTable(kind, table)
  const ids = under === patternId ? (people ? [] : [patternId]) : (rowsIn(fixed, table).under.get(under) ?? [])
  return {
    table,
    title,
    layout,
    under,
    rows: ids.map(id => rowOf(outline, table, id, under)),
    item: people ? rowOf(outline, table, patternId, under) : null,
    head: people && states?.includes('nil') ? headOf(table, title, under) : null,
  }
}

function rowOf(outline: Outline, table: TableId, id: RowId, parent: RowId | null): Row {
  const { kind, scope } = outline
  const { states = [], title, rows, fields, requires } = tableIn(outline, table)
  const known = outline.catalogueRow(id)
  const columns = id === patternId ? outline.columnsOfItems(table) : outline.columns(table, id)
  return {
    table,
    id,
    parent,
    label: known?.label ?? outline.sourceLabel(table, id) ?? title,
    ...(known ? fromCatalogue(known) : rows.from === 'source' ? fromSources(scope, rows.table, id) : {}),
    fields: labelsOf(columns.used, fields, scope, known),
    ...(requires && { required: columns.required }),
    states: isItemTable(kind, table) ? states.filter(state => state !== 'nil') : [...states],
    blocks: blocksUnder(outline, table, id),
  }
}

/** The unit of a row's numbers, from its catalogue or its source form; undefined where neither has one. */
export function unitOfRow(outline: Outline, table: TableId, id: RowId): string | null | undefined {
  const { rows } = tableIn(outline, table)
  const known = outline.catalogueRow(id)
  if (known) return known.unit
  return rows.from === 'source' ? fromSources(outline.scope, rows.table, id).unit : undefined
}

/** A list is declared empty on its head. */
function headOf(table: TableId, title: string, under: RowId | null): Row {
  const states: Declared[] = ['nil']
  return { table, id: under ?? rootHead, parent: under, label: title, fields: {}, states, blocks: [] }
}

function tableIn({ kind }: Outline, table: TableId) {
  const found = kind.tables[table]
  if (!found) throw new Error(`${kind.form} has no table ${table}`)
  return found
}

const fromCatalogue = ({ code, unit, direction, help, legal, warning, confidence }: CatalogueRow): Partial<Row> => ({
  code,
  unit,
  direction,
  ...(help && { help }),
  ...(legal && { legal }),
  ...(warning && { warning }),
  confidence,
})

/** A row has the same id in every form: unit and direction are known wherever another form asked for them. */
function fromSources({ sources }: Scope, table: TableId, id: RowId): Partial<Row> {
  const told = (field: FieldId) => {
    for (const { answers } of Object.values(sources)) {
      const cell = answers[table]?.[id]?.[field]
      if (typeof cell === 'string') return cell
    }
    return null
  }
  const direction = told('direction')
  return { unit: told('unit'), direction: directions.find(one => one === direction) ?? null }
}

/** The catalogue's label of a field; a label that depends on the period adds what it cannot say, beside it. */
function labelsOf(
  used: FieldId[],
  fields: Record<FieldId, Field>,
  scope: Scope,
  known: CatalogueRow | undefined,
): Record<FieldId, string> {
  const labels: Record<FieldId, string> = {}
  for (const field of used) {
    const own = fields[field]?.label ?? field
    const words = known?.formula?.inputs[field]
    labels[field] =
      typeof own === 'string' ? (words ?? own) : words === undefined ? own(scope) : `${words} (${own(scope)})`
  }
  return labels
}
