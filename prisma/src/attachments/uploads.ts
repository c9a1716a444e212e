import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'
import type { Transaction } from '../transaction.ts'

/** An upload under way: whose it is, for which report, how many bytes it is counted as. */
export interface UploadRow {
  name: string
  person: string
  submission: string
  bytes: number
}

/** Bytes that are attached and under way. What was removed or replaced is kept, so it counts. */
export interface UploadUsage {
  /** Of this person, under way. */
  waiting: number
  /** Of this report. */
  report: number
  /** Of this person, on this day. */
  day: number
}

const turn = `pg_advisory_xact_lock(hashtextextended('uploads ' || $1, 0))`
const uploadTurn = statement('upload-turn', `SELECT ${turn}`)
const attachTurn = statement(
  'attach-turn',
  `SELECT ${turn}, pg_advisory_xact_lock_shared(hashtextextended('bytes ' || $2, 0))`,
)

/** Two transactions that count the files of one person follow each other. */
export const lockUploadsOf = (tx: Queryable, person: string) => tx.query(uploadTurn, [person])

/**
 * The same of one who attaches these bytes: until the transaction ends they are not removed (`isNamedNow`), so that this comes
 * before looking whether they are there.
 */
export const lockToAttach = (tx: Queryable, person: string, sha256: string) => tx.query(attachTurn, [person, sha256])

const uploadUsageSql = statement(
  'upload-usage',
  `WITH under_way AS (
       SELECT coalesce(sum(bytes) FILTER (WHERE person_id = $1), 0)::float8 AS person,
              coalesce(sum(bytes) FILTER (WHERE submission_id = $2), 0)::float8 AS report
       FROM upload WHERE person_id = $1 OR submission_id = $2)
     SELECT u.person AS waiting,
       u.report + (SELECT coalesce(sum(bytes), 0)::float8 FROM attachment WHERE submission_id = $2) AS report,
       u.person + coalesce((SELECT bytes FROM attached_day WHERE person_id = $1 AND day = $3), 0)::float8 AS day
     FROM under_way u`,
  rowOf<UploadUsage>({
    waiting: col.float8.notNull('sums are coalesced'),
    report: col.float8.notNull('coalesced'),
    day: col.float8.notNull('coalesced'),
  }),
)

/** Asked after `lockUploadsOf`. `today` is that of the region, as `insertAttachment` was told. */
export const uploadUsage = async (
  tx: Queryable,
  { person, submission, today }: Pick<UploadRow, 'person' | 'submission'> & { today: string },
): Promise<UploadUsage> => (await tx.query(uploadUsageSql, [person, submission, today]))[0]!

const uploadKnown = statement('upload-known', 'SELECT bytes FROM upload WHERE name = $1', { bytes: col.int4 })

/** What an upload is counted as; null where it is not counted yet. */
export const uploadBytes = async (tx: Queryable, name: string): Promise<number | null> =>
  (await tx.query(uploadKnown, [name]))[0]?.bytes ?? null

const uploadClaim = statement(
  'upload-claim',
  `INSERT INTO upload (name, person_id, submission_id, bytes, at) VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT (name) DO UPDATE SET bytes = EXCLUDED.bytes`,
)

/** Counts an upload, or one that is counted already as larger. */
export const keepUpload = (tx: Transaction, upload: UploadRow, at: Date): void =>
  tx.send(uploadClaim, [upload.name, upload.person, upload.submission, upload.bytes, at])

const uploadForget = statement('upload-forget', 'DELETE FROM upload WHERE name = $1')

/** It counts no more: it is attached, or its bytes are gone. */
export const forgetUpload = async (tx: Queryable, name: string): Promise<void> => {
  await tx.query(uploadForget, [name])
}

const uploadsBeforeSql = statement('uploads-before', 'SELECT name FROM upload WHERE at < $1', { name: col.text })

/** Names of the uploads that began before this. */
export const uploadsBefore = async (tx: Queryable, before: Date): Promise<string[]> =>
  (await tx.query(uploadsBeforeSql, [before])).map(({ name }) => name)
