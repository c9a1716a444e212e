import type { FormId, RowId } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { assignedRows } from '../forms/formBasis.ts'
import { memory } from '../forms/memory.ts'
import { col, rowOf, statement } from '../statement.ts'
import { contributionsOf } from './contributionsOf.ts'
import { type SubmissionRecord, submissionParts, submissionRow, submissionTables } from './submission.ts'

type Judged =
  | 'id'
  | 'officeId'
  | 'officePath'
  | 'form'
  | 'reportType'
  | 'period'
  | 'number'
  | 'formVersion'
  | 'status'
  | 'version'
  | 'openAnchors'
  | 'statusAt'
  | 'statusBy'
  | 'closesAt'
  | 'extendedTo'
  | 'returnDueAt'
  | 'contributions'

/** Of a submission, what a save is judged by; `rows`: the root rows that are assigned to its office. */
export type ToSave = Pick<SubmissionRecord, Judged> & { rows: RowId[] }

/** SQL of the columns that `toSaveRow` declares, but for the parts: few, since they are read at each save. */
const ownColumns = `
  s.id, s.office_id AS "officeId", o.path::text[] AS "officePath", s.form, s.report_type AS "reportType", s.period, s.number,
  s.form_version AS "formVersion", s.status, s.version, CASE WHEN s.open_all THEN NULL ELSE s.open_anchors END AS "openAnchors",
  s.status_at AS "statusAt", s.status_by AS "statusBy", p.closes_at AS "closesAt", b.extended_to AS "extendedTo",
  s.return_due_at AS "returnDueAt",
  ${assignedRows('s.office_id', 's.form', 'left(s.period, 4)::int')} AS rows`
export const toSaveColumns = `${ownColumns}, ${contributionsOf('s.id')} AS contributions`

export const toSaveRow = rowOf<ToSave>({
  id: submissionRow.id,
  officeId: submissionRow.officeId,
  officePath: submissionRow.officePath,
  form: submissionRow.form,
  reportType: submissionRow.reportType,
  period: submissionRow.period,
  number: submissionRow.number,
  formVersion: submissionRow.formVersion,
  status: submissionRow.status,
  version: submissionRow.version,
  openAnchors: submissionRow.openAnchors,
  statusAt: submissionRow.statusAt,
  statusBy: submissionRow.statusBy,
  closesAt: submissionRow.closesAt,
  extendedTo: submissionRow.extendedTo,
  returnDueAt: submissionRow.returnDueAt,
  contributions: submissionRow.contributions,
  rows: col.texts.notNull('a test for null'),
})

const { contributions: _, ...ownRow } = toSaveRow
const submissionLockSave = statement(
  'submission-lock-save',
  `SELECT ${ownColumns} FROM ${submissionTables} WHERE s.id = $1 FOR NO KEY UPDATE OF s`,
  ownRow,
)

/** Forms of submissions that were saved here: a submission is of one form for good. */
export const formsSaved = memory<FormId>(20_000)

/** Locks a submission as `lockSubmission` does, with what a save is judged by. */
export const lockToSave = async (tx: Queryable, id: string): Promise<ToSave | null> => {
  const [[found], [parts]] = await Promise.all([tx.query(submissionLockSave, [id]), tx.query(submissionParts, [id])])
  if (!found || !parts) return null
  formsSaved.set(id, found.form)
  return { ...found, ...parts }
}
