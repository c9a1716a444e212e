import { type ActorId, type Cell, type Change, type Place, parseAnchor, pointerOf, rowPointerOf } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { actorNames, type Named } from './actor-names.ts'
import type { Via } from './write-changes.ts'

interface Row {
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

export interface ChangeLine {
  seq: number
  pointer: string
  op: string
  from: Cell | Place | null
  to: Cell | Place | null
  by: Named
  at: string
  via: Via
  changeId: string
}

const columns = `seq, table_id AS "table", row_id AS "row", field, op, "from", "to", actor, at, via, change_id AS "changeId"`

/**
 * Accepted changes after a number, oldest first: of the whole submission, or of one cell (`/table/row/field`), row or table.
 * `more` where there are others after `limit`. Null for a pointer that is none.
 */
export const listChanges = async (
  tx: Queryable,
  submission: string,
  { since, pointer, limit }: { since: number; pointer?: string; limit: number },
): Promise<{ items: ChangeLine[]; more: boolean } | null> => {
  const at = parseAnchor(pointer ?? '')
  if (!at) return null
  const found =
    at.table === undefined
      ? await tx.query<Row>(
          'changes-since',
          `SELECT ${columns} FROM answer_change WHERE submission_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
          [submission, since, limit + 1],
        )
      : await tx.query<Row>(
          `changes-of-${at.field ? 'cell' : at.row ? 'row' : 'table'}`,
          `SELECT ${columns} FROM answer_change WHERE submission_id = $1 AND seq > $2 AND table_id = $4
           ${at.row ? 'AND row_id = $5' : ''} ${at.field ? 'AND field = $6' : ''} ORDER BY seq LIMIT $3`,
          [submission, since, limit + 1, ...[at.table, at.row, at.field].filter(segment => segment !== undefined)],
        )
  const rows = found.slice(0, limit)
  const nameOf = await actorNames(
    tx,
    rows.map(({ actor }) => actor),
  )
  return {
    items: rows.map(({ table, row, field, actor, at, ...change }) => ({
      ...change,
      pointer: field === '' ? rowPointerOf(table, row) : pointerOf(table, row, field),
      by: nameOf(actor),
      at: at.toISOString(),
    })),
    more: found.length > limit,
  }
}
