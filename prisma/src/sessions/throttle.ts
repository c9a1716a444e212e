import { type Database, type Queryable, reader, transaction } from '../database.ts'

/** What is counted under a key: `free` failures cost nothing; each one more doubles the wait before the next is judged. */
export interface Limit {
  key: string
  free: number
  firstWaitMs: number
  mostWaitMs: number
}
interface Count {
  key: string
  count: number
  /** When the last attempt was judged. */
  since: Date
}
export interface Claim {
  /** How long to wait until one is judged; 0: this one is. */
  waitMs: number
  /** What stood there before, for `releaseAttempt`. */
  before: Count[]
}

/** A key without a failure for this long is forgotten. */
const forgetMs = 3_600_000

const failuresAt = ({ count, since }: Count, now: Date): number =>
  now.getTime() - since.getTime() >= forgetMs ? 0 : count

const waitOf = (counts: Count[], limits: Limit[], now: Date): number =>
  Math.max(
    0,
    ...counts.map(one => {
      const { free, firstWaitMs, mostWaitMs } = limits.find(({ key }) => key === one.key)!
      const over = failuresAt(one, now) - free
      if (over < 0) return 0
      return one.since.getTime() + Math.min(firstWaitMs * 2 ** over, mostWaitMs) - now.getTime()
    }),
  )

/**
 * Counts an attempt under each key before it is judged, so that of any number at once exactly the allowed number is. One that
 * must wait counts nowhere and writes nothing: who asks too early makes nobody wait longer.
 */
export const countAttempt = async (db: Database, { limits, now }: { limits: Limit[]; now: Date }): Promise<Claim> => {
  const keys = limits.map(({ key }) => key)
  const seen = await reader(db).query<Count>(
    'throttle-read',
    'SELECT key, count, since FROM throttle WHERE key = ANY ($1::text[])',
    [keys],
  )
  const early = waitOf(seen, limits, now)
  if (early > 0) return { waitMs: early, before: [] }
  return transaction(db, async tx => {
    const before = await tx.query<Count>(
      'throttle-hold',
      `INSERT INTO throttle (key, count, since) SELECT k, 0, $2::timestamptz FROM unnest($1::text[]) k ORDER BY k
       ON CONFLICT (key) DO UPDATE SET key = excluded.key RETURNING key, count, since`,
      [keys, now],
    )
    const waitMs = waitOf(before, limits, now)
    if (waitMs === 0)
      await tx.query(
        'throttle-count',
        `UPDATE throttle t SET count = c.count, since = $3
         FROM unnest($1::text[], $2::int[]) c(key, count) WHERE t.key = c.key`,
        [before.map(({ key }) => key), before.map(one => failuresAt(one, now) + 1), now],
      )
    return { waitMs, before }
  })
}

/** Takes a claim back after success: `reset` forgets its key whole, the others are as if it had not been made. */
export const releaseAttempt = async (
  tx: Queryable,
  { before, reset, now }: { before: Count[]; reset: string; now: Date },
): Promise<void> => {
  await tx.query(
    'throttle-release',
    `UPDATE throttle t SET count = CASE WHEN t.key = $3 THEN 0 ELSE greatest(t.count - 1, 0) END,
                           since = CASE WHEN t.since = $4 THEN k.since ELSE t.since END
     FROM (SELECT t.key, b.since FROM throttle t JOIN unnest($1::text[], $2::timestamptz[]) b(key, since) ON b.key = t.key
           ORDER BY t.key FOR UPDATE OF t) k
     WHERE t.key = k.key`,
    [before.map(({ key }) => key), before.map(({ since }) => since), reset, now],
  )
}

/** Counts whose last attempt was before this instant. */
export const removeOldAttempts = async (tx: Queryable, before: Date): Promise<void> => {
  await tx.query('clean-throttle', 'DELETE FROM throttle WHERE since < $1', [before])
}
