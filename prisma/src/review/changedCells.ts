import type { ActorId, Cell, Change } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'

/** A cell that changed, or (without a field) a row that came or went: both values, who did it last, when. */
export interface ChangedCell {
  table: string
  row: string
  field: string
  op: Change['op']
  from: Cell | null
  to: Cell | null
  actor: ActorId
  at: Date
  /** Number of the change that touched it first. */
  first: number
}

const changedCellsSql = statement(
  'corrected-cells',
  `SELECT * FROM (
     SELECT table_id AS "table", row_id AS "row", field, min(seq) AS first, max(at) AS at,
       (array_agg(op ORDER BY seq DESC))[1] AS op, (array_agg(actor ORDER BY seq DESC))[1] AS actor,
       CASE WHEN field <> '' THEN (array_agg("from" ORDER BY seq))[1] END AS "from",
       CASE WHEN field <> '' THEN (array_agg("to" ORDER BY seq DESC))[1] END AS "to"
     FROM answer_change
     WHERE submission_id = $1 AND seq <= $3
       AND seq > (SELECT last_change FROM revision WHERE submission_id = $1 AND n = $2)
     GROUP BY table_id, row_id, field) c
   WHERE op IN ('add', 'remove') OR "from" IS DISTINCT FROM "to" ORDER BY first`,
  rowOf<ChangedCell>({
    table: col.text,
    row: col.text,
    field: col.text,
    first: col.int4.notNull('a group has a row'),
    at: col.timestamptz.notNull('a group has a row'),
    op: col.text.notNull('a group has a row'),
    actor: col.text.notNull('a group has a row'),
    from: col.jsonb.orNull,
    to: col.jsonb.orNull,
  }),
)

/** All that changed after a revision up to a change, in the order it was first touched. */
export const changedCells = (
  tx: Queryable,
  submission: string,
  { after, lastChange }: { after: number; lastChange: number },
): Promise<ChangedCell[]> => tx.query(changedCellsSql, [submission, after, lastChange])
