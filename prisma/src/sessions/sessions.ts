import type { Queryable } from '../database.ts'

export interface SessionLine {
  id: string
  address: string
  userAgent: string
  startedAt: Date
  lastSeenAt: Date
  expiresAt: Date
}

export const listSessions = (tx: Queryable, personId: string, now: Date): Promise<SessionLine[]> =>
  tx.query<SessionLine>(
    'sessions-list',
    `SELECT id, COALESCE(ip_address, '') AS address, COALESCE(user_agent, '') AS "userAgent", created_at AS "startedAt",
            last_seen_at AS "lastSeenAt", expires_at AS "expiresAt"
     FROM session WHERE person_id = $1 AND locked_at IS NULL AND expires_at > $2 AND last_seen_at > $2::timestamptz - interval '24 hours'
     ORDER BY last_seen_at DESC, id LIMIT 100`,
    [personId, now],
  )

/** The session just opened, by its token; the post in use is set with it. */
export const nameSession = async (
  tx: Queryable,
  { token, postId, now }: { token: string; postId: string | null; now: Date },
): Promise<string | null> => {
  const rows = await tx.query<{ id: string }>(
    'session-name',
    `UPDATE session SET post_id = $2, last_seen_at = $3, created_at = $3, expires_at = $3::timestamptz + interval '7 days'
     WHERE token = $1 RETURNING id`,
    [token, postId, now],
  )
  return rows[0]?.id ?? null
}

export const setSessionPost = async (tx: Queryable, id: string, postId: string): Promise<void> => {
  await tx.query('session-post', 'UPDATE session SET post_id = $2 WHERE id = $1', [id, postId])
}

/** Locks a session: it opens nothing any more. */
export const lockSession = async (tx: Queryable, id: string, now: Date): Promise<void> => {
  await tx.query('session-lock', 'UPDATE session SET locked_at = $2 WHERE id = $1', [id, now])
}

/** Ends the locked session that a token means, if it is this person's and would still live; true where it was. */
export const takeUpLocked = async (
  tx: Queryable,
  { token, personId, now }: { token: string; personId: string; now: Date },
): Promise<boolean> =>
  (
    await tx.query(
      'session-take-up',
      `DELETE FROM session WHERE token = $1 AND person_id = $2 AND locked_at IS NOT NULL AND expires_at > $3
         AND last_seen_at > $3::timestamptz - interval '24 hours' RETURNING id`,
      [token, personId, now],
    )
  ).length > 0

/** Ends one session of a person. False where the person has no such session. */
export const endSession = async (tx: Queryable, personId: string, id: string): Promise<boolean> =>
  (await tx.query('session-end', 'DELETE FROM session WHERE id = $2 AND person_id = $1 RETURNING id', [personId, id]))
    .length > 0

/** Ends all sessions of a person but one (or none), and gives the ids of those that ended. */
export const endSessions = async (tx: Queryable, personId: string, but: string | null = null): Promise<string[]> =>
  (
    await tx.query<{ id: string }>(
      'sessions-end',
      'DELETE FROM session WHERE person_id = $1 AND id IS DISTINCT FROM $2::uuid RETURNING id',
      [personId, but],
    )
  ).map(row => row.id)

/** Sessions that ended, or were not used since `unusedSince`. */
export const removeOldSessions = async (tx: Queryable, now: Date, unusedSince: Date): Promise<void> => {
  await tx.query('clean-sessions', 'DELETE FROM session WHERE expires_at < $1 OR last_seen_at < $2', [now, unusedSince])
}
