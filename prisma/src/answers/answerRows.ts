import type { RowRecord } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'

const answerRows = statement(
  'answer-rows',
  `SELECT table_id AS "table", row_id AS "row", fields FROM answer_row WHERE submission_id = $1 ORDER BY table_id, row_id`,
  rowOf<RowRecord>({ table: col.text, row: col.text, fields: col.jsonb }),
)

/** Every stored row of a submission, removed ones and emptied cells too. */
export const loadRows = (tx: Queryable, submission: string): Promise<RowRecord[]> => tx.query(answerRows, [submission])

const answerRowsCount = statement(
  'answer-rows-count',
  'SELECT count(*)::int AS n FROM answer_row WHERE submission_id = $1',
  { n: col.int4.notNull('a count') },
)

/** How many there are of them. */
export const countRows = async (tx: Queryable, submission: string): Promise<number> =>
  (await tx.query(answerRowsCount, [submission]))[0]?.n ?? 0
