import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'
import type { Transaction } from '../transaction.ts'

/** Failures under a key. */
export interface AttemptCount {
  key: string
  count: number
  /** When the last attempt was judged. */
  since: Date
}
const counts = rowOf<AttemptCount>({ key: col.text, count: col.int4, since: col.timestamptz })

const throttleRead = statement(
  'throttle-read',
  'SELECT key, count, since FROM throttle WHERE key = ANY ($1::text[])',
  counts,
)

export const readAttempts = (tx: Queryable, keys: string[]): Promise<AttemptCount[]> => tx.query(throttleRead, [keys])

const throttleHold = statement(
  'throttle-hold',
  `INSERT INTO throttle (key, count, since) SELECT k, 0, $2::timestamptz FROM unnest($1::text[]) k ORDER BY k
   ON CONFLICT (key) DO UPDATE SET key = excluded.key RETURNING key, count, since`,
  counts,
)

/** Locks the counts of these keys, made where there are none, in one order. */
export const lockAttempts = (tx: Queryable, keys: string[], now: Date): Promise<AttemptCount[]> =>
  tx.query(throttleHold, [keys, now])

const throttleCount = statement(
  'throttle-count',
  `UPDATE throttle t SET count = c.count, since = $3
   FROM unnest($1::text[], $2::int[]) c(key, count) WHERE t.key = c.key`,
)

export const putAttempts = (tx: Transaction, now: Date, put: Pick<AttemptCount, 'key' | 'count'>[]): void => {
  tx.send(throttleCount, [put.map(({ key }) => key), put.map(({ count }) => count), now])
}

const throttleRelease = statement(
  'throttle-release',
  `UPDATE throttle t SET count = CASE WHEN t.key = $3 THEN 0 ELSE greatest(t.count - 1, 0) END,
                         since = CASE WHEN t.since = $4 THEN k.since ELSE t.since END
   FROM (SELECT t.key, b.since FROM throttle t JOIN unnest($1::text[], $2::timestamptz[]) b(key, since) ON b.key = t.key
         ORDER BY t.key FOR UPDATE OF t) k
   WHERE t.key = k.key`,
)

/** Takes an attempt back after success: `reset` forgets its key whole, the others are as if it had not been made. */
export const releaseAttempts = (
  tx: Transaction,
  { before, reset, now }: { before: AttemptCount[]; reset: string; now: Date },
): void => {
  tx.send(throttleRelease, [before.map(({ key }) => key), before.map(({ since }) => since), reset, now])
}

const cleanThrottle = statement('clean-throttle', 'DELETE FROM throttle WHERE since < $1')

/** Counts whose last attempt was before this instant. */
export const removeOldAttempts = async (tx: Queryable, before: Date): Promise<void> => {
  await tx.query(cleanThrottle, [before])
}
