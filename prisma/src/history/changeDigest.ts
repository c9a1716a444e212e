import { createHash } from 'node:crypto'
import { canonicalJson } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'
import { instantText } from './instantText.ts'

/** An accepted change of an answer as it is digested: every column, with instants to the microsecond as text. */
export interface DigestedChange {
  changeId: string
  seq: number
  tableId: string
  rowId: string
  field: string
  op: string
  from: unknown
  to: unknown
  actor: string
  device: string | null
  deviceAt: string | null
  via: string
  at: string
}

/** SQL of what is digested of a change. */
export const digestedColumns = `change_id AS "changeId", seq, table_id AS "tableId", row_id AS "rowId", field, op, "from", "to", actor, device,
            ${instantText('device_at')} AS "deviceAt", via, ${instantText('at')} AS at`
/** The columns as they come. */
export const digestedRow = {
  changeId: col.uuid,
  seq: col.int4,
  tableId: col.text,
  rowId: col.text,
  field: col.text,
  op: col.text,
  from: col.jsonb.orNull,
  to: col.jsonb.orNull,
  actor: col.text,
  device: col.text.orNull,
  deviceAt: col.text.orNull,
  via: col.text,
  at: col.text.notNull('of a NOT NULL column'),
}

// Of a number by itself PostgreSQL guesses how much is below it, and would plan the reading again at each submitting.
const changesAfterSql = statement(
  'changes-after',
  `SELECT ${digestedColumns}
   FROM answer_change WHERE submission_id = $1 AND seq <= (SELECT $3::int)
     AND seq > COALESCE((SELECT last_change FROM revision WHERE submission_id = $1 AND n = $2), 0) ORDER BY seq`,
  rowOf<DigestedChange>(digestedRow),
)

/** The changes that a revision (null: there is none) does not cover, up to a number, in their order. */
export const changesAfter = (db: Queryable, submission: string, revision: number | null, upTo: number) =>
  db.query(changesAfterSql, [submission, revision, upTo])

/** SHA-256 over the canonical JSON of each change, a line each: changing, adding, removing or reordering one changes it. */
export const changeDigest = (changes: readonly DigestedChange[]): string => {
  const hash = createHash('sha256')
  for (const change of changes) hash.update(`${canonicalJson(change)}\n`)
  return hash.digest('hex')
}
