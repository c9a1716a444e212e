import type { ActorId, AnchorParts, Cell, Change, Place, RowPointer, Via } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'

/** An accepted change; `field` is empty where it is of the row itself. */
export interface ChangeRow {
  seq: number
  table: string
  row: string
  field: string
  op: Change['op']
  from: Cell | Place | null
  to: Cell | Place | null
  actor: ActorId
  at: Date
  via: Via
  changeId: string
}

/** What a page may come to: texts of a narrative are long, and each is told as it was and as it is. */
const mostBytes = 1_000_000

/** `all`: how many were found, were there no bound on bytes. */
const columns = rowOf<ChangeRow & { all: number }>({
  seq: col.int4,
  table: col.text,
  row: col.text,
  field: col.text,
  op: col.text,
  from: col.jsonb.orNull,
  to: col.jsonb.orNull,
  actor: col.text,
  at: col.timestamptz,
  via: col.text,
  changeId: col.uuid,
  all: col.int4.notNull('a count'),
})
const selected = `seq, table_id AS "table", row_id AS "row", field, op, "from", "to", actor, at, via, change_id AS "changeId"`

/**
 * Accepted changes after a number, oldest first: of the whole submission, or `at` one cell, row or table; `within`: of these rows
 * alone. `more` where there are others after `limit`, or after as many as make a long answer.
 */
export const listChanges = async (
  tx: Queryable,
  submission: string,
  { since, at = {}, limit, within }: { since: number; at?: AnchorParts; limit: number; within?: RowPointer[] },
): Promise<{ rows: ChangeRow[]; more: boolean }> => {
  const values: unknown[] = [submission, since, limit + 1]
  const where: string[] = []
  const narrow = (condition: string, value: unknown): void => {
    if (value !== undefined) where.push(`${condition}$${values.push(value)}${condition.endsWith('(') ? ')' : ''}`)
  }
  narrow('AND table_id = ', at.table)
  narrow('AND row_id = ', at.row)
  narrow('AND field = ', at.field)
  narrow(`AND '/' || table_id || '/' || row_id = ANY (`, within)
  const asked = statement(
    `changes-of-${at.field ? 'cell' : at.row ? 'row' : at.table ? 'table' : 'all'}${within ? '-within' : ''}`,
    `SELECT ${selected}, c."all" FROM (
       SELECT p.*, count(*) OVER ()::int AS "all", row_number() OVER (ORDER BY seq) AS n,
         sum(COALESCE(octet_length("from"::text), 0) + COALESCE(octet_length("to"::text), 0)) OVER (ORDER BY seq) AS bytes
       FROM (SELECT * FROM answer_change WHERE submission_id = $1 AND seq > $2 ${where.join(' ')} ORDER BY seq LIMIT $3) p) c
     WHERE bytes <= ${mostBytes} OR n = 1 ORDER BY seq`,
    columns,
  )
  const found = await tx.query(asked, values)
  const rows = found.slice(0, limit).map(({ all: _, ...row }) => row)
  return { rows, more: (found[0]?.all ?? 0) > rows.length }
}
