import type { Queryable } from '../database.ts'
import type { Settings } from '../settings/settings.ts'

const MB = 1024 * 1024
/** Begun and not attached, of one person: twenty of the largest files. More is a fault of a program, or ill will. */
export const mostWaitingBytes = 500 * MB

/** What one file adds: its sender, its report, its bytes, on the day of the region. */
export interface ToUpload {
  person: string
  submission: string
  bytes: number
  today: string
}
export type Quota = Pick<Settings, 'uploads' | 'region'>
/** Which bound is reached, and how many MB it is. */
export interface QuotaReached {
  reached: 'waiting' | 'report' | 'day'
  megabytes: number
}

/** Whoever counts one person's files waits for the other who does, until the transaction ends. */
const takeTurn = (tx: Queryable, person: string) =>
  tx.query('upload-turn', `SELECT pg_advisory_xact_lock(hashtextextended('uploads ' || $1, 0))`, [person])

/**
 * Bytes of what is attached and under way: what was removed or replaced is kept, so it counts. LATERAL: each post's files are found
 * by their index, where a join reads the files of all once a day's are a good part of them.
 */
const usage = async (tx: Queryable, { person, submission, today }: ToUpload, zone: string) =>
  (
    await tx.query<{ waiting: number; report: number; day: number }>(
      'upload-usage',
      `WITH own AS (
         SELECT 'post:' || id AS actor FROM post WHERE person_id = $1 UNION ALL
         SELECT 'key:' || id FROM api_key WHERE owner_id = $1),
       under_way AS (
         SELECT coalesce(sum(bytes) FILTER (WHERE person_id = $1), 0)::float8 AS person,
                coalesce(sum(bytes) FILTER (WHERE submission_id = $2), 0)::float8 AS report
         FROM upload WHERE person_id = $1 OR submission_id = $2)
       SELECT u.person AS waiting,
         u.report + (SELECT coalesce(sum(bytes), 0)::float8 FROM attachment WHERE submission_id = $2) AS report,
         u.person + (SELECT coalesce(sum(a.bytes), 0)::float8 FROM own CROSS JOIN LATERAL (
                       SELECT sum(bytes) AS bytes FROM attachment
                       WHERE by = own.actor AND at >= $3::date::timestamp AT TIME ZONE $4) a) AS day
       FROM under_way u`,
      [person, submission, today, zone],
    )
  )[0]!

/**
 * Counts one file more against what its sender may have under way and attach in a day, and what its report may hold; null: there is
 * room. Of several at once each is counted after the other, so the caller writes what it asked for in the same transaction.
 */
export const quotaFor = async (
  tx: Queryable,
  file: ToUpload,
  { uploads, region }: Quota,
): Promise<QuotaReached | null> => {
  await takeTurn(tx, file.person)
  const { waiting, report, day } = await usage(tx, file, region.zone)
  if (waiting + file.bytes > mostWaitingBytes) return { reached: 'waiting', megabytes: mostWaitingBytes / MB }
  if (report + file.bytes > uploads.report * MB) return { reached: 'report', megabytes: uploads.report }
  if (day + file.bytes > uploads.personDay * MB) return { reached: 'day', megabytes: uploads.personDay }
  return null
}

export interface ToClaim extends ToUpload {
  name: string
  now: Date
}

/**
 * Counts an upload before its first byte is taken, and one that is claimed for less already for the rest of it.
 * @returns which bound it would pass
 */
export const claimUpload = async (
  tx: Queryable,
  { name, now, ...file }: ToClaim,
  quota: Quota,
): Promise<QuotaReached | null> => {
  await takeTurn(tx, file.person)
  const [known] = await tx.query<{ bytes: number }>('upload-known', 'SELECT bytes FROM upload WHERE name = $1', [name])
  const before = known?.bytes ?? 0
  if (known && before >= file.bytes) return null
  const reached = await quotaFor(tx, { ...file, bytes: file.bytes - before }, quota)
  if (reached) return reached
  await tx.query(
    'upload-claim',
    `INSERT INTO upload (name, person_id, submission_id, bytes, at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (name) DO UPDATE SET bytes = EXCLUDED.bytes`,
    [name, file.person, file.submission, file.bytes, now],
  )
  return null
}

/** Lets the count of an upload go whose bytes are not there; nobody of the same person counts meanwhile. */
export const forgetUploadUnless = async (
  tx: Queryable,
  { name, person }: Pick<ToClaim, 'name' | 'person'>,
  isThere: () => Promise<boolean>,
): Promise<void> => {
  await takeTurn(tx, person)
  if (!(await isThere())) await forgetUpload(tx, name)
}

/** It counts no more: it is attached, or its bytes are gone. */
export const forgetUpload = async (tx: Queryable, name: string): Promise<void> => {
  await tx.query('upload-forget', 'DELETE FROM upload WHERE name = $1', [name])
}

/** Names of uploads that were begun before this. */
export const uploadsBefore = async (tx: Queryable, before: Date): Promise<string[]> =>
  (await tx.query<{ name: string }>('uploads-before', 'SELECT name FROM upload WHERE at < $1', [before])).map(
    ({ name }) => name,
  )
