import type { ActorId, FormId, PeriodKey, ReportType } from '@sepakat/rules'
import type { Queryable } from '../database.ts'

export interface NewSubmission {
  id: string
  officeId: string
  form: FormId
  reportType: ReportType
  period: PeriodKey
  number: number
  practice: boolean
  formVersion: number
  dueAt: Date | null
  by: ActorId
  at: Date
}

/** False where there is one already, or another one of the same office, form and period is still open. */
export const insertSubmission = async (tx: Queryable, s: NewSubmission): Promise<boolean> => {
  const made = await tx.query(
    'submission-insert',
    `INSERT INTO submission (id, office_id, form, report_type, period, number, practice, form_version, due_at, created_by, created_at, status_at, status_by, open_anchors)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $10, '{}') ON CONFLICT DO NOTHING RETURNING id`,
    [s.id, s.officeId, s.form, s.reportType, s.period, s.number, s.practice, s.formVersion, s.dueAt, s.by, s.at],
  )
  return made.length === 1
}
