import type { FormId, PeriodKey, Status } from '@sepakat/rules'
import { officeName } from '../offices/officeName.ts'

/** What people call a report and whose it is. */
export interface NamedReport {
  officeId: string
  officeName: string
  officeShortName: string
  form: FormId
  period: PeriodKey
  number: number
  practice: boolean
}

/** A report as a line of a list names it that is about something else: a part handed out, a request. */
export interface ListedReport extends NamedReport {
  submission: string
  reportStatus: Status
}

/** SQL for a statement's list of columns, after `joinReport`. */
export const reportColumns = `s.id AS submission, o.id AS "officeId", n.name AS "officeName", n.short_name AS "officeShortName", s.form,
  s.period, s.number, s.practice, s.status AS "reportStatus"`

/** SQL: the report (`s`), its office (`o`), and that office's name now (`n`). @param submission the column that names the report */
export const joinReport = (submission: string): string => `
  JOIN submission s ON s.id = ${submission} JOIN office o ON o.id = s.office_id
  CROSS JOIN LATERAL ${officeName('o.id')} n`
