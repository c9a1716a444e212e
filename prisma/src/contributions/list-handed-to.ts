import { type ContributionStatus, type FormId, type PeriodKey, periodTitle, type Status } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
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
  dueAt: Date
  status: ContributionStatus
  note: string
  at: Date
}

/** One unit is asked for few parts at a time; more than this are none that anybody would read through. */
const most = 200

/** What whoever asks has to fill in for other reports, or has done while the report is still open; the first due first. */
export const listHandedTo = async (tx: Queryable, { access, person }: Pick<Asker, 'access' | 'person'>) => {
  const { kind, offices, reportTypes } = access
  const rows = await tx.query<Row>(
    'contributions-handed-to',
    `SELECT c.id, s.id AS submission, o.id AS "officeId", n.name AS "officeName", n.short_name AS "officeShortName", s.form, s.period,
            s.number, s.practice, s.status AS "reportStatus", c.due_at AS "dueAt", c.status, c.note, c.at
     FROM contribution c JOIN submission s ON s.id = c.submission_id JOIN office o ON o.id = s.office_id
     LEFT JOIN office u ON u.id = c.office_id
     CROSS JOIN LATERAL (SELECT w.name, w.short_name FROM office_span w WHERE w.office_id = o.id
       ORDER BY (w."from" <= CURRENT_DATE) DESC, w."from" DESC LIMIT 1) n
     WHERE c.status <> 'taken-back' AND s.status IN ('draft', 'returned')
       AND (c.person_id = $1 OR u.path && $2::uuid[] AND NOT o.path && $2::uuid[])
       AND ($3::text[] IS NULL OR s.report_type = ANY ($3))
     ORDER BY c.due_at, c.id LIMIT ${most}`,
    [person.id, offices, kind === 'key' ? reportTypes : null],
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
    dueAt: row.dueAt.toISOString(),
    status: row.status,
    note: row.note,
    at: row.at.toISOString(),
  }))
}
