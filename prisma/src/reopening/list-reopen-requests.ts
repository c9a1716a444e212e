import { type ActorId, type FormId, type PeriodKey, periodTitle, reachOf, type Status } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { type ActorRow, actorRow, named } from '../submissions/actor-names.ts'
import type { Asker } from '../submissions/asker.ts'
import { formTitle, reportTypeOf } from '../submissions/report-line.ts'

interface Row {
  id: string
  submission: string
  officeId: string
  officeName: string
  officeShortName: string
  form: FormId
  period: PeriodKey
  number: number
  practice: boolean
  reportStatus: Status
  reason: string
  changes: number
  by: ActorId
  byRow: ActorRow
  at: Date
}

/** What waits for an answer is read through; more than this are none that anybody would. */
const most = 200

/** Requests that whoever asks may answer, the oldest first. */
export const listReopenRequests = async (tx: Queryable, { access, today }: Pick<Asker, 'access' | 'today'>) => {
  const reach = reachOf(access, 'submission.reopen', today)
  if (!reach) return []
  const rows = await tx.query<Row>(
    'reopen-requests-open',
    `SELECT q.id, s.id AS submission, o.id AS "officeId", n.name AS "officeName", n.short_name AS "officeShortName", s.form, s.period,
            s.number, s.practice, s.status AS "reportStatus", q.reason, jsonb_array_length(q.changes) AS changes, q.by,
            ${actorRow('q.by')} AS "byRow", q.at
     FROM reopen_request q JOIN submission s ON s.id = q.submission_id JOIN office o ON o.id = s.office_id
     CROSS JOIN LATERAL (SELECT w.name, w.short_name FROM office_span w WHERE w.office_id = o.id
       ORDER BY (w."from" <= CURRENT_DATE) DESC, w."from" DESC LIMIT 1) n
     WHERE q.status = 'open' AND ($1::uuid[] IS NULL OR o.path && $1::uuid[]) AND ($2::text[] IS NULL OR s.report_type = ANY ($2))
     ORDER BY q.at, q.id LIMIT ${most}`,
    [reach.offices, reach.reportTypes],
  )
  return rows.map(row => ({
    id: row.id,
    submission: row.submission,
    office: { id: row.officeId, name: row.officeName, shortName: row.officeShortName },
    form: row.form,
    title: formTitle(row.form),
    reportType: reportTypeOf(row.form),
    period: row.period,
    periodTitle: periodTitle(row.period),
    number: row.number,
    practice: row.practice,
    reportStatus: row.reportStatus,
    reason: row.reason,
    changes: row.changes,
    by: named(row.by, row.byRow),
    at: row.at.toISOString(),
  }))
}
