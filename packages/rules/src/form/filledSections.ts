import type { Answers } from '../types/Answers.ts'
import type { Block, Form, Row, Section } from '../types/Form.ts'
import type { RowId, TableId } from '../types/Pointer.ts'
import type { Source } from '../types/Scope.ts'
import { patternId } from './rows.ts'

/** The sections of a form with the rows users added in their places: for printing, reviewing and freezing. */
export function filledSections(form: Pick<Form, 'sections' | 'rows'>, answers: Answers): Section[] {
  const rows = form.rows(answers)
  return form.sections.map(section => ({
    ...section,
    blocks: section.blocks.map(block => filledBlock(block, null, rows)),
  }))
}

function filledBlock(block: Block, under: RowId | null, rows: Source['rows']): Block {
  const parent = block.under === null ? null : under
  const { item, head, table } = block
  const own = item
    ? below(rows, table, parent).map(({ id, label }) => placed({ ...item, label }, id, parent, rows))
    : block.rows.map(row => (row.id === patternId ? named(row, parent, rows) : placed(row, row.id, parent, rows)))
  return { ...block, under: parent, rows: own, head: head && { ...head, id: parent ?? head.id, parent } }
}

const below = (rows: Source['rows'], table: TableId, under: RowId | null) =>
  (rows[table] ?? []).filter(row => row.parent === under)

/** The one row under each added row. */
function named(pattern: Row, under: RowId | null, rows: Source['rows']): Row {
  const [own] = below(rows, pattern.table, under)
  return placed({ ...pattern, label: own?.label ?? pattern.label }, own?.id ?? pattern.id, under, rows)
}

const placed = (row: Row, id: RowId, parent: RowId | null, rows: Source['rows']): Row => ({
  ...row,
  id,
  parent,
  blocks: row.blocks.map(block => filledBlock(block, id, rows)),
})
