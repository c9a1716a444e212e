import type { ActorId, Anchor, Cell, Change, ReopenStatus } from '@sepakat/rules'

/** What the office would do in one cell, or with one row. */
export interface WishedChange {
  pointer: Anchor
  op: Change['op']
  value?: Cell
}

/** That an office asks for its report to be opened again. Instants as text. */
export interface ReopenRequest {
  id: string
  reason: string
  changes: WishedChange[]
  by: ActorId
  at: string
  status: ReopenStatus
  /** Why it was declined. */
  answer: string
  answeredBy: ActorId | null
  answeredAt: string | null
}

/** All of a submission, oldest first, as JSON. SQL for a scalar subquery. */
export const reopenRequestsOf = (submission: string): string => `COALESCE((
  SELECT json_agg(json_build_object('id', q.id, 'reason', q.reason, 'changes', q.changes, 'by', q.by, 'at', q.at, 'status', q.status,
    'answer', q.answer, 'answeredBy', q.answered_by, 'answeredAt', q.answered_at) ORDER BY q.at, q.id)
  FROM reopen_request q WHERE q.submission_id = ${submission}), '[]')`
