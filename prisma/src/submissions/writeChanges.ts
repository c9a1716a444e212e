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

const overRow =
  'ON CONFLICT (submission_id, table_id, row_id) DO UPDATE SET fields = answer_row.fields || excluded.fields'

const answersWrite = statement(
  'answers-write',
  `WITH c AS (${changesInsert()} ON CONFLICT (change_id) DO NOTHING RETURNING 1),
     r AS (${rowsInsert()} ${overRow}),
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

const answersWriteUnchanged = statement(
  'answers-write-unchanged',
  `WITH u AS (UPDATE submission SET version = $8 WHERE id = $1 AND xmin = $9::xid RETURNING id),
     c AS (${changesInsert('u CROSS JOIN')}), r AS (${rowsInsert('u CROSS JOIN')} ${overRow})
   SELECT id FROM u`,
  { id: col.uuid },
)

/** A change id that is taken, a deadlock, or two that cannot be brought in an order: under the lock it can be judged. */
const lost = new Set<unknown>(['23505', '40P01', '40001'])

/**
 * Puts accepted changes in by one statement, if the submission is still as it was read: `mark` is of `readToSave`. False, and
 * nothing written, where anything was written to it since, or a change id is taken.
 */
export const writeUnchanged = async (db: Queryable, change: ChangesToWrite, mark: string): Promise<boolean> =>
  db.query(answersWriteUnchanged, [...changeValues(change), change.version, mark]).then(
    ({ length }) => length === 1,
    (error: { code?: unknown }) => {
      if (lost.has(error.code)) return false
      throw error
    },
  )
