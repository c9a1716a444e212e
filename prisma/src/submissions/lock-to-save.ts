import type { RowId } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { assignedRows } from '../forms/form-basis.ts'
import { col, rowOf, statement } from '../statement.ts'
import { type SubmissionRecord, submissionColumns, submissionTables } from './submission.ts'

/** A submission with the root rows that are assigned to its office. */
export type LockedToSave = SubmissionRecord & { rows: RowId[] }

const submissionLockSave = statement(
  'submission-lock-save',
  `SELECT ${submissionColumns}, ${assignedRows('s.office_id', 's.form', 'left(s.period, 4)::int')} AS rows
     FROM ${submissionTables} WHERE s.id = $1 FOR NO KEY UPDATE OF s`,
  rowOf<LockedToSave>({
    id: col.uuid,
    officeId: col.uuid,
    officePath: col.texts.notNull('of NOT NULL columns'),
    form: col.text,
    reportType: col.text,
    period: col.text,
    number: col.int4,
    practice: col.bool,
    formVersion: col.int4,
    status: col.text,
    submittedFrom: col.text.orNull,
    version: col.int4,
    progress: col.jsonb,
    progressVersion: col.int4,
    dueAt: col.timestamptz.orNull,
    returnDueAt: col.timestamptz.orNull,
    origin: col.text,
    plan: col.jsonb.orNull,
    claimedBy: col.text.orNull,
    claimedAt: col.timestamptz.orNull,
    reviewedBy: col.text.orNull,
    openAnchors: col.texts.orNull,
    latestRevision: col.int4.orNull,
    approvedRevision: col.int4.orNull,
    createdBy: col.text,
    createdAt: col.timestamptz,
    submittedAt: col.timestamptz.orNull,
    statusAt: col.timestamptz,
    statusBy: col.text,
    opensAt: col.timestamptz.orNull,
    closesAt: col.timestamptz.orNull,
    extendedTo: col.timestamptz.orNull,
    contributions: col.json.notNull('coalesced'),
    rows: col.texts.notNull('a test for null'),
  }),
)

/** The same as `lockSubmission`, with the rows that a save is judged by, in one statement. */
export const lockToSave = async (tx: Queryable, id: string): Promise<LockedToSave | null> =>
  (await tx.query(submissionLockSave, [id]))[0] ?? null
