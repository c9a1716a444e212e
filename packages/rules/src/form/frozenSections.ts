import type { Answers, Cell } from '../types/Answers.ts'
import type { Block, Form, Row, Section } from '../types/Form.ts'
import type { FieldId } from '../types/Pointer.ts'
import { filledSections } from './filledSections.ts'

/** A row as submitted: its labels and answers. */
export interface FrozenRow
  extends Pick<
    Row,
    | 'table'
    | 'id'
    | 'parent'
    | 'label'
    | 'code'
    | 'unit'
    | 'direction'
    | 'legal'
    | 'warning'
    | 'confidence'
    | 'fields'
    | 'required'
  > {
  values: Record<FieldId, Cell>
  blocks: FrozenBlock[]
}
export interface FrozenBlock extends Pick<Block, 'table' | 'title' | 'layout' | 'under'> {
  rows: FrozenRow[]
  /** Of a list: what was declared of it as a whole. */
  head?: Record<FieldId, Cell>
}
export interface FrozenSection extends Pick<Section, 'id' | 'title' | 'group'> {
  blocks: FrozenBlock[]
}

/** The evaluated form as data: sections with labels and values, added rows in their places; no help, no patterns. */
export const frozenSections = (form: Form, answers: Answers): FrozenSection[] =>
  filledSections(form, answers).map(({ id, title, group, blocks }) => ({
    id,
    title,
    group,
    blocks: blocks.map(block => frozenBlock(block, answers)),
  }))

const frozenBlock = ({ table, title, layout, under, rows, head }: Block, answers: Answers): FrozenBlock => {
  const declared = head ? valuesOf(answers, table, head.id) : {}
  return {
    table,
    title,
    layout,
    under,
    rows: rows.map(row => frozenRow(row, answers)),
    ...(Object.keys(declared).length > 0 && { head: declared }),
  }
}

const frozenRow = ({ help: _, states: __, blocks, ...row }: Row, answers: Answers): FrozenRow => ({
  ...row,
  values: valuesOf(answers, row.table, row.id),
  blocks: blocks.map(block => frozenBlock(block, answers)),
})

const valuesOf = (answers: Answers, table: string, row: string): Record<FieldId, Cell> => {
  const cells = Object.hasOwn(answers, table) ? answers[table] : undefined
  const own = cells && Object.hasOwn(cells, row) ? cells[row] : undefined
  return Object.fromEntries(Object.entries(own ?? {}).filter(([field]) => !field.startsWith('$')))
}
