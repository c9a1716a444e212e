import type { Answers } from '../types/Answers.ts'
import type { Block, Form } from '../types/Form.ts'
import type { RowId } from '../types/Pointer.ts'

/** The root rows that have an answer themselves or in a row below them. */
export const rootsAnswered = ({ sections }: Pick<Form, 'sections'>, answers: Answers): RowId[] => {
  const told = ({ rows }: Block): boolean =>
    rows.some(({ table, id, blocks }) => answers[table]?.[id] !== undefined || blocks.some(told))
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap(block => block.rows.filter(row => told({ ...block, rows: [row] })).map(({ id }) => id)),
  )
}
