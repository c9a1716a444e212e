import { type ActorId, reachOf } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { type ActorRow, actorRow } from '../submissions/actor-names.ts'
import type { Asker } from '../submissions/asker.ts'
import { joinReport, type ListedReport, reportColumns } from '../submissions/listed-report.ts'

/** A request to open a report again that waits for an answer. */
export interface OpenReopenRequest extends ListedReport {
  id: string
  reason: string
  changes: number
  by: ActorId
  byRow: ActorRow
  at: Date
}

/** What waits for an answer is read through; more than this are none that anybody would. */
const most = 200

/** Requests that whoever asks may answer, the oldest first. */
export const listReopenRequests = async (
  tx: Queryable,
  { access, today }: Pick<Asker, 'access' | 'today'>,
): Promise<OpenReopenRequest[]> => {
  const reach = reachOf(access, 'submission.reopen', today)
  if (!reach) return []
  return tx.query<OpenReopenRequest>(
    'reopen-requests-open',
    `SELECT q.id, ${reportColumns}, q.reason, jsonb_array_length(q.changes) AS changes, q.by, ${actorRow('q.by')} AS "byRow", q.at
     FROM reopen_request q ${joinReport('q.submission_id')}
     WHERE q.status = 'open' AND ($1::uuid[] IS NULL OR o.path && $1::uuid[]) AND ($2::text[] IS NULL OR s.report_type = ANY ($2))
     ORDER BY q.at, q.id LIMIT ${most}`,
    [reach.offices, reach.reportTypes],
  )
}
