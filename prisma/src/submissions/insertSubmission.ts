import type { FormId, PeriodKey, ReportType } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import type { FormBasis } from '../forms/formBasis.ts'
import type { Bound } from '../history/bound/bind.ts'
import { boundKind } from '../history/bound/boundKinds.ts'
import { type BoundColumns, boundColumns, recorded } from '../history/bound/readBound.ts'
import { col, statement } from '../statement.ts'
import type { SubmissionRecord } from './submission.ts'
import { type ChangesToWrite, changesInsert, changeValues, rowsInsert } from './writeChanges.ts'

export interface NewSubmission {
  officeId: string
  form: FormId
  reportType: ReportType
  period: PeriodKey
  number: number
  practice: boolean
  formVersion: number
  dueAt: Date | null
  /** Of the report it changes; else the one that is set now. */
  plan?: FormBasis['plan'] | null
  /** `archive`: imported from before the system, no user's draft. */
  origin?: SubmissionRecord['origin']
}

/** SQL that inserts a submission; `$1` to `$7` as `changeValues`, the rest as `newValues` gives them. */
export const submissionInto = (plan: string): string => `
  INSERT INTO submission (id, office_id, form, report_type, period, number, practice, form_version, due_at, version, open_anchors,
    created_by, created_at, status_at, status_by, plan, origin, status)
  VALUES ($1, $8, $9, $10, $11, $12, $13, $14, $15, $16, '{}', $4, $7, $7, $4, ${plan}, $18,
    CASE $18 WHEN 'archive' THEN 'approved' ELSE 'draft' END)`
export const newValues = (s: NewSubmission, first: ChangesToWrite): unknown[] => [
  ...changeValues(first),
  s.officeId,
  s.form,
  s.reportType,
  s.period,
  s.number,
  s.practice,
  s.formVersion,
  s.dueAt,
  first.version,
  s.plan ? JSON.stringify(s.plan) : null,
  s.origin ?? 'filed',
]

const submissionInsert = statement(
  'submission-insert',
  `WITH made AS (${submissionInto(`COALESCE($17::jsonb, (SELECT value FROM setting WHERE key = 'plan'))`)} ON CONFLICT DO NOTHING RETURNING *),    c AS (${changesInsert('made CROSS JOIN')}), r AS (${rowsInsert('made CROSS JOIN')})
   SELECT t.id, t.plan, ${boundColumns(boundKind('submission'))} AS columns FROM made t`,
  {
    id: col.uuid,
    plan: col.jsonb.as<FormBasis['plan']>().orNull,
    columns: col.jsonb.as<BoundColumns>().notNull('built here'),
  },
)

/**
 * Begins a submission with its first answers, in one statement. Null, and nothing written, where there is one already, or
 * another of the same office, form and period is still open. The change ids were made here and are used nowhere else.
 * @returns the plan it is under, and what its event binds
 */
export const insertSubmission = async (
  tx: Queryable,
  s: NewSubmission,
  first: ChangesToWrite,
): Promise<{ plan: FormBasis['plan'] | null; bound: Bound } | null> => {
  const [made] = await tx.query(submissionInsert, newValues(s, first))
  return made ? { plan: made.plan, bound: { submission: { [made.id]: recorded('submission', made, '') } } } : null
}
