import { type Anchor, type Answers, type Attached, assemble, type KindShape, type RowRecord } from '@sepakat/rules'
import type { Queryable } from '../database.ts'

/** Every stored row of a submission, removed ones and emptied cells too. */
export const loadRows = (tx: Queryable, submission: string): Promise<RowRecord[]> =>
  tx.query<RowRecord>(
    'answer-rows',
    `SELECT table_id AS "table", row_id AS "row", fields FROM answer_row WHERE submission_id = $1 ORDER BY table_id, row_id`,
    [submission],
  )

/** The JSON of all answers as they stand. */
export const assembleAnswers = async (tx: Queryable, submission: string, kind: KindShape): Promise<Answers> =>
  assemble(await loadRows(tx, submission), kind)

/** How many files prove each anchor, for `evaluate`; replaced and removed ones do not. */
export const loadAttached = async (tx: Queryable, submission: string): Promise<Attached> => {
  const rows = await tx.query<{ anchor: Anchor; count: number }>(
    'attached-counts',
    `SELECT a.anchor, count(*)::int AS count FROM attachment a
     WHERE a.submission_id = $1 AND a.removed_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM attachment r WHERE r.replaces = a.id AND r.submission_id = a.submission_id)
     GROUP BY a.anchor`,
    [submission],
  )
  return Object.fromEntries(rows.map(({ anchor, count }) => [anchor, count]))
}
