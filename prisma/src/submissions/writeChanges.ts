import type { ActorId, ChangeRecord, Via, Write } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, statement } from '../statement.ts'

export interface ChangesToWrite {
  submission: string
  records: (ChangeRecord & { via: Via })[]
  writes: Write[]
  /** The submission's version after them. */
  version: number
  actor: ActorId
  device?: string | null
  deviceAt?: Date | null
  at: Date
}

const recordset = `AS x("changeId" uuid, seq int, "table" text, "row" text, field text, op text, "from" jsonb, "to" jsonb, via text)`

/** Statements of a CTE that put changes and rows in; `$1` submission, `$2` to `$7` as `changeValues` gives them. */
export const changesInsert = (source = ''): string => `
  INSERT INTO answer_change (change_id, submission_id, seq, table_id, row_id, field, op, "from", "to", actor, device, device_at, via, at)
  SELECT x."changeId", $1, x.seq, x."table", x."row", COALESCE(x.field, ''), x.op, x."from", x."to", $4, $5, $6, x.via, $7
  FROM ${source} jsonb_to_recordset($2::jsonb) ${recordset}`
export const rowsInsert = (source = ''): string => `
  INSERT INTO answer_row (submission_id, table_id, row_id, fields)
  SELECT $1, x."table", x."row", x.fields
  FROM ${source} jsonb_to_recordset($3::jsonb) AS x("table" text, "row" text, fields jsonb)`
export const changeValues = (change: ChangesToWrite): unknown[] => [
  change.submission,
  JSON.stringify(change.records),
  JSON.stringify(change.writes.map(({ row, fields }) => ({ ...row, fields }))),
  change.actor,
  change.device ?? null,
  change.deviceAt ?? null,
  change.at,
]

const answersWrite = statement(
  'answers-write',
  `WITH c AS (${changesInsert()} ON CONFLICT (change_id) DO NOTHING RETURNING 1),
     r AS (${rowsInsert()} ON CONFLICT (submission_id, table_id, row_id) DO UPDATE SET fields = answer_row.fields || excluded.fields),
     u AS (UPDATE submission SET version = $8 WHERE id = $1)
   SELECT count(*)::int AS taken FROM c`,
  { taken: col.int4.notNull('a count') },
)

/**
 * Puts accepted changes into history, rows and version, in one statement, inside the transaction that locked the submission.
 * @throws with SQLSTATE 40001, so that the transaction is tried again, where another submission took one of the change ids
 * meanwhile: judged again, that change is `change-id-reused`.
 */
export const writeChanges = async (tx: Queryable, change: ChangesToWrite): Promise<void> => {
  const [count] = await tx.query(answersWrite, [...changeValues(change), change.version])
  if (count?.taken !== change.records.length)
    throw Object.assign(new Error('a change id was taken meanwhile'), { code: '40001' })
}
