import {
  type ActorId,
  type Cell,
  type Change,
  type Pointer,
  pointerOf,
  type RowPointer,
  rowPointerOf,
} from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'
import { actorNames, type Named } from '../submissions/actor-names.ts'

/** What a correction made of one cell, or that a row came or went: both values, who, when. */
export interface CorrectedCell {
  at: Pointer | RowPointer
  op: Change['op']
  from: Cell | null
  to: Cell | null
  by: Named
  changedAt: string
}

interface Changed extends Pick<CorrectedCell, 'op' | 'from' | 'to'> {
  table: string
  row: string
  field: string
  actor: ActorId
  at: Date
  /** Number of the change that touched it first. */
  first: number
}

const correctedCellsSql = statement(
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
  rowOf<Changed>({
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

/** All that changed between the revision that is corrected and this one, in the order it was first touched; nothing of one that corrects none. */
export const correctedCells = async (
  tx: Queryable,
  submission: string,
  { lastChange, corrects }: { lastChange: number; corrects: { of: number } | null },
): Promise<CorrectedCell[]> => {
  if (!corrects) return []
  const changed = await tx.query(correctedCellsSql, [submission, corrects.of, lastChange])
  const nameOf = await actorNames(
    tx,
    changed.map(({ actor }) => actor),
  )
  return changed.map(({ table, row, field, op, from, to, actor, at }) => ({
    at: field === '' ? rowPointerOf(table, row) : pointerOf(table, row, field),
    op,
    from,
    to,
    by: nameOf(actor),
    changedAt: at.toISOString(),
  }))
}
