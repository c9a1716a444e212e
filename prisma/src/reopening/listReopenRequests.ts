import type { ActorId, ReportType } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'
import { type ActorRow, actorRow } from '../submissions/actorNames.ts'
import { joinReport, type ListedReport, reportColumns } from '../submissions/listedReport.ts'

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

const reopenRequestsOpen = statement(
  'reopen-requests-open',
  `SELECT q.id, ${reportColumns}, q.reason, jsonb_array_length(q.changes) AS changes, q.by, ${actorRow('q.by')} AS "byRow", q.at
   FROM reopen_request q ${joinReport('q.submission_id')}
   WHERE q.status = 'open' AND ($1::uuid[] IS NULL OR o.path && $1::uuid[]) AND ($2::text[] IS NULL OR s.report_type = ANY ($2))
   ORDER BY q.at, q.id LIMIT ${most}`,
  rowOf<OpenReopenRequest>({
    id: col.uuid,
    submission: col.uuid,
    officeId: col.uuid,
    officeName: col.text.notNull('an office has a name'),
    officeShortName: col.text.notNull('an office has a name'),
    form: col.text,
    period: col.text,
    number: col.int4,
    practice: col.bool,
    reportStatus: col.text,
    reason: col.text,
    changes: col.int4.notNull('of NOT NULL columns'),
    by: col.text,
    byRow: col.json.orNull,
    at: col.timestamptz,
  }),
)

/** Those of these offices and report types (null: of all), the oldest first. */
export const listReopenRequests = (
  tx: Queryable,
  { offices, reportTypes }: { offices: string[] | null; reportTypes: ReportType[] | null },
): Promise<OpenReopenRequest[]> => tx.query(reopenRequestsOpen, [offices, reportTypes])
