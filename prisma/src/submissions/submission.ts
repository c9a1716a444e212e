import type { ActorId, Anchor, FormId, Origin, PeriodKey, ReportType, Status } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import type { FormBasis } from '../forms/formBasis.ts'
import { col, rowOf, statement } from '../statement.ts'
import { type Contribution, contributionsOf } from './contributionsOf.ts'

/** A submission with what its office, period and obligation say of it. Instants are dates; absent is null. */
export interface SubmissionRecord {
  id: string
  officeId: string
  /** The office and all above it, for `may`. */
  officePath: string[]
  form: FormId
  reportType: ReportType
  period: PeriodKey
  number: number
  practice: boolean
  formVersion: number
  status: Status
  submittedFrom: 'draft' | 'returned' | null
  version: number
  progress: Record<string, { filled: number; all: number }>
  progressVersion: number
  dueAt: Date | null
  returnDueAt: Date | null
  origin: Origin
  /** The plan it was created under; null: the one that is set. */
  plan: FormBasis['plan'] | null
  claimedBy: ActorId | null
  claimedAt: Date | null
  reviewedBy: ActorId | null
  /** What a partial return or reopening left open; null: all. */
  openAnchors: Anchor[] | null
  latestRevision: number | null
  approvedRevision: number | null
  createdBy: ActorId
  createdAt: Date
  submittedAt: Date | null
  statusAt: Date
  statusBy: ActorId
  opensAt: Date | null
  closesAt: Date | null
  extendedTo: Date | null
  /** What was ever handed to others. */
  contributions: Contribution[]
}

const ownColumns = `
  s.id, s.office_id AS "officeId", o.path::text[] AS "officePath", s.form, s.report_type AS "reportType", s.period, s.number,
  s.practice, s.form_version AS "formVersion", s.status, s.submitted_from AS "submittedFrom", s.version, s.progress,
  s.progress_version AS "progressVersion", s.due_at AS "dueAt", s.return_due_at AS "returnDueAt", s.origin, s.plan,
  s.claimed_by AS "claimedBy", s.claimed_at AS "claimedAt", s.reviewed_by AS "reviewedBy",
  CASE WHEN s.open_all THEN NULL ELSE s.open_anchors END AS "openAnchors", s.latest_revision AS "latestRevision",
  s.approved_revision AS "approvedRevision", s.created_by AS "createdBy", s.created_at AS "createdAt",
  s.submitted_at AS "submittedAt", s.status_at AS "statusAt", s.status_by AS "statusBy",
  p.opens_at AS "opensAt", p.closes_at AS "closesAt", b.extended_to AS "extendedTo"`

/** SQL of the columns that `submissionRow` declares. */
export const submissionColumns = `${ownColumns}, ${contributionsOf('s.id')} AS contributions`

export const submissionTables = `
  submission s JOIN office o ON o.id = s.office_id
  LEFT JOIN period p ON p.form = s.form AND p.key = s.period
  LEFT JOIN obligation b ON b.office_id = s.office_id AND b.form = s.form AND b.period = s.period`

/** The columns of a submission; what reads more with it declares these and its own. */
export const submissionRow = rowOf<SubmissionRecord>({
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
})
const found = `FROM ${submissionTables} WHERE s.id = $1`
const submissionFind = statement('submission-find', `SELECT ${submissionColumns} ${found}`, submissionRow)
const { contributions, ...ownRow } = submissionRow
export const submissionLock = statement(
  'submission-lock',
  `SELECT ${ownColumns} ${found} FOR NO KEY UPDATE OF s`,
  ownRow,
)
/** What was handed out of one; beside a lock that is waited for, by a statement after it. */
export const partsColumn = `${contributionsOf('$1::uuid')} AS contributions`
export const partsRow = { contributions }
export const submissionParts = statement('submission-parts', `SELECT ${partsColumn}`, partsRow)

/** Null where there is none; whether who asks may know of it is asked by the caller. */
export const findSubmission = async (tx: Queryable, id: string): Promise<SubmissionRecord | null> =>
  (await tx.query(submissionFind, [id]))[0] ?? null

/**
 * The same, locked to the end of the transaction: every write to a submission or to what hangs on it comes after this, so that
 * saves and moves of one submission follow each other. What was handed out is read by a statement of its own: one that waits for
 * a lock sees other rows as they were before it waited.
 */
export const lockSubmission = async (tx: Queryable, id: string): Promise<SubmissionRecord | null> => {
  const [[row], [parts]] = await Promise.all([tx.query(submissionLock, [id]), tx.query(submissionParts, [id])])
  return row && parts ? { ...row, ...parts } : null
}

const submissionNumberedSql = statement(
  'submission-numbered',
  `SELECT id FROM submission WHERE office_id = $1 AND form = $2 AND period = $3 AND number = $4`,
  { id: col.uuid },
)

/** The id of the one with this number of the same office, form and period; null where there is none. */
export const submissionNumbered = async (
  tx: Queryable,
  { officeId, form, period, number }: Pick<SubmissionRecord, 'officeId' | 'form' | 'period' | 'number'>,
): Promise<string | null> => (await tx.query(submissionNumberedSql, [officeId, form, period, number]))[0]?.id ?? null
