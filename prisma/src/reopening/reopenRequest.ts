import type { ActorId, ReopenStatus } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, statement } from '../statement.ts'
import type { ReopenRequest } from '../submissions/reopenRequestsOf.ts'

export interface NewReopenRequest extends Pick<ReopenRequest, 'id' | 'reason' | 'changes' | 'by'> {
  submission: string
  at: Date
}

const reopenRequestInsert = statement(
  'reopen-request-insert',
  `INSERT INTO reopen_request (id, submission_id, reason, changes, by, at) VALUES ($1, $2, $3, $4, $5, $6)
   ON CONFLICT DO NOTHING RETURNING id`,
  { id: col.uuid },
)

/** False where the id is taken, or another request of the same post or key waits for this submission. */
export const insertReopenRequest = async (tx: Queryable, q: NewReopenRequest): Promise<boolean> => {
  const made = await tx.query(reopenRequestInsert, [
    q.id,
    q.submission,
    q.reason,
    JSON.stringify(q.changes),
    q.by,
    q.at,
  ])
  return made.length === 1
}

const reopenRequestFind = statement(
  'reopen-request-find',
  'SELECT status FROM reopen_request WHERE submission_id = $1 AND id = $2',
  { status: col.text.as<ReopenStatus>() },
)

export const findReopenRequest = async (
  tx: Queryable,
  submission: string,
  id: string,
): Promise<{ status: ReopenStatus } | null> => (await tx.query(reopenRequestFind, [submission, id]))[0] ?? null

const reopenRequestAnswer = statement(
  'reopen-request-answer',
  `UPDATE reopen_request SET status = $3, answer = $4, answered_by = $5, answered_at = $6
     WHERE submission_id = $1 AND status = 'open' AND ($2::uuid IS NULL OR id = $2) RETURNING id`,
  { id: col.uuid },
)

/** Answers the one that is named, or all that wait for this submission. @returns the ids of those it answered */
export const answerReopenRequests = async (
  tx: Queryable,
  answer: {
    submission: string
    id?: string
    status: Exclude<ReopenStatus, 'open'>
    answer?: string | undefined
    by: ActorId
    at: Date
  },
): Promise<string[]> =>
  (
    await tx.query(reopenRequestAnswer, [
      answer.submission,
      answer.id ?? null,
      answer.status,
      answer.answer ?? '',
      answer.by,
      answer.at,
    ])
  )
    .map(({ id }) => id)
    .sort()
