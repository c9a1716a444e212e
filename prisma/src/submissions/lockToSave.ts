import type { RowId } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { assignedRows } from '../forms/formBasis.ts'
import { col, rowOf, statement } from '../statement.ts'
import { type SubmissionRecord, submissionColumns, submissionRow, submissionTables } from './submission.ts'

/** A submission with the root rows that are assigned to its office. */
export type LockedToSave = SubmissionRecord & { rows: RowId[] }

const submissionLockSave = statement(
  'submission-lock-save',
  `SELECT ${submissionColumns}, ${assignedRows('s.office_id', 's.form', 'left(s.period, 4)::int')} AS rows
     FROM ${submissionTables} WHERE s.id = $1 FOR NO KEY UPDATE OF s`,
  rowOf<LockedToSave>({
    ...submissionRow,
    rows: col.texts.notNull('a test for null'),
  }),
)

/** The same as `lockSubmission`, with the rows that a save is judged by, in one statement. */
export const lockToSave = async (tx: Queryable, id: string): Promise<LockedToSave | null> =>
  (await tx.query(submissionLockSave, [id]))[0] ?? null
