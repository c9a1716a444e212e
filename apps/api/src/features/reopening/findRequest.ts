import { findReopenRequest, lockSubmission, type Queryable } from '@sepakat/db'
import type { Permission, ReopenStatus } from '@sepakat/rules'
import { type ProblemError, problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { requireMay } from '#submissions/asker.ts'

export type Asked = Pick<Context<'POST /submissions/:id/reopen-requests/:request/withdraw'>, 'params' | 'actor' | 'now'>

/** What the request has come to, of a report that is locked. @throws not-found, no-right */
export const findRequest = async (tx: Queryable, { params, actor }: Asked, permission: Permission) => {
  const submission = requireMay(actor, permission, await lockSubmission(tx, params.id))
  const known = await findReopenRequest(tx, submission.id, params.request)
  if (known === null) throw problem('not-found')
  return { submission, status: known.status }
}

export const answered = (status: ReopenStatus): ProblemError =>
  problem('wrong-status', {
    detail:
      status === 'withdrawn'
        ? 'Permintaan ini sudah ditarik oleh perangkat daerah.'
        : 'Permintaan ini sudah dijawab. Muat ulang untuk melihat jawabannya.',
  })
