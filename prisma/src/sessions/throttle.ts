import type { Queryable } from '../database.ts'

export interface Claim {
  key: string
  /** Attempts within the window, this one included. */
  count: number
  since: Date
}

/**
 * Counts an attempt under each key before it is judged, in one statement, so that of any number at once exactly the allowed
 * number is judged. A window starts with its first attempt and does not grow with refused ones.
 */
export const claimAttempt = (
  tx: Queryable,
  { keys, now, windowMs }: { keys: string[]; now: Date; windowMs: number },
): Promise<Claim[]> =>
  tx.query<Claim>(
    'throttle-claim',
    `INSERT INTO throttle AS t (key, count, since) SELECT k, 1, $2::timestamptz FROM unnest($1::text[]) k ORDER BY k
     ON CONFLICT (key) DO UPDATE SET
       count = CASE WHEN t.since <= $3 THEN 1 ELSE t.count + 1 END,
       since = CASE WHEN t.since <= $3 THEN excluded.since ELSE t.since END
     RETURNING key, count, since`,
    [keys, now, new Date(now.getTime() - windowMs)],
  )

/** Takes a claim back after success: `reset` forgets its key whole, the others lose one attempt. */
export const releaseAttempt = async (
  tx: Queryable,
  { keys, reset }: { keys: string[]; reset: string },
): Promise<void> => {
  await tx.query(
    'throttle-release',
    `UPDATE throttle t SET count = CASE WHEN t.key = $2 THEN 0 ELSE greatest(t.count - 1, 0) END
     FROM (SELECT key FROM throttle WHERE key = ANY ($1::text[]) ORDER BY key FOR UPDATE) k WHERE t.key = k.key`,
    [keys, reset],
  )
}
