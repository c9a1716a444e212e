import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'
import type { Transaction } from '../transaction.ts'

export interface SessionLine {
  id: string
  address: string
  userAgent: string
  startedAt: Date
  lastSeenAt: Date
  expiresAt: Date
}

const sessionsList = statement(
  'sessions-list',
  `SELECT id, COALESCE(ip_address, '') AS address, COALESCE(user_agent, '') AS "userAgent", created_at AS "startedAt",
          last_seen_at AS "lastSeenAt", expires_at AS "expiresAt"
   FROM session WHERE person_id = $1 AND locked_at IS NULL AND expires_at > $2 AND last_seen_at > $2::timestamptz - interval '24 hours'
   ORDER BY last_seen_at DESC, id LIMIT 100`,
  rowOf<SessionLine>({
    id: col.uuid,
    address: col.text.notNull('coalesced'),
    userAgent: col.text.notNull('coalesced'),
    startedAt: col.timestamptz,
    lastSeenAt: col.timestamptz,
    expiresAt: col.timestamptz,
  }),
)

export const listSessions = (tx: Queryable, personId: string, now: Date): Promise<SessionLine[]> =>
  tx.query(sessionsList, [personId, now])

const sessionPut = statement(
  'session-put',
  `INSERT INTO session (id, token, person_id, post_id, ip_address, user_agent, last_seen_at, created_at, updated_at, expires_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $7, $7::timestamptz + interval '7 days')`,
)

/** Opens a session, in which this post is in use. */
export const putSession = (
  tx: Transaction,
  session: {
    id: string
    token: string
    personId: string
    postId: string | null
    address: string
    userAgent: string
    now: Date
  },
): void => {
  const { id, token, personId, postId, address, userAgent, now } = session
  tx.send(sessionPut, [id, token, personId, postId, address, userAgent, now])
}

const sessionPost = statement('session-post', 'UPDATE session SET post_id = $2 WHERE id = $1')

export const setSessionPost = async (tx: Queryable, id: string, postId: string): Promise<void> => {
  await tx.query(sessionPost, [id, postId])
}

const sessionLock = statement('session-lock', 'UPDATE session SET locked_at = $2 WHERE id = $1')

/** Locks a session: it opens nothing any more. */
export const lockSession = async (tx: Queryable, id: string, now: Date): Promise<void> => {
  await tx.query(sessionLock, [id, now])
}

const sessionTakeUp = statement(
  'session-take-up',
  `DELETE FROM session WHERE token = $1 AND person_id = $2 AND locked_at IS NOT NULL AND expires_at > $3
     AND last_seen_at > $3::timestamptz - interval '24 hours' RETURNING id`,
  { id: col.uuid },
)

/** Ends the locked session that a token means, if it is this person's and would still live; true where it was. */
export const takeUpLocked = async (
  tx: Queryable,
  { token, personId, now }: { token: string; personId: string; now: Date },
): Promise<boolean> => (await tx.query(sessionTakeUp, [token, personId, now])).length > 0

const sessionEnd = statement('session-end', 'DELETE FROM session WHERE id = $2 AND person_id = $1 RETURNING id', {
  id: col.uuid,
})

/** Ends one session of a person. False where the person has no such session. */
export const endSession = async (tx: Queryable, personId: string, id: string): Promise<boolean> =>
  (await tx.query(sessionEnd, [personId, id])).length > 0

const sessionsEnd = statement(
  'sessions-end',
  'DELETE FROM session WHERE person_id = $1 AND id IS DISTINCT FROM $2::uuid RETURNING id',
  { id: col.uuid },
)

/** Ends all sessions of a person but one (or none), and gives the ids of those that ended. */
export const endSessions = async (tx: Queryable, personId: string, but: string | null = null): Promise<string[]> =>
  (await tx.query(sessionsEnd, [personId, but])).map(({ id }) => id)

const cleanSessions = statement('clean-sessions', 'DELETE FROM session WHERE expires_at < $1 OR last_seen_at < $2')

/** Sessions that ended, or were not used since `unusedSince`. */
export const removeOldSessions = async (tx: Queryable, now: Date, unusedSince: Date): Promise<void> => {
  await tx.query(cleanSessions, [now, unusedSince])
}
