import type { Figure } from '@sepakat/rules'
import { submissionStream } from '../../append-event.ts'
import type { Queryable } from '../../database.ts'
import { type DigestedChange, digestedColumns } from '../change-digest.ts'
import { instantText } from '../instant-text.ts'
import type { Recomputed } from './verify-figures.ts'
import type { HandedIn, StoredRevision } from './verify-revision.ts'

export type StoredFigure = Figure & { n: number; ruleSet: string }
/** What froze a revision, as its event says. */
export interface HandingIn {
  data: HandedIn
  at: string
}
type Of<Row> = Row & { submission: string }

/** Rows of some reports, by report, without the column that says of which they are. */
const byReport = async <Row extends object>(rows: Promise<Of<Row>[]>): Promise<Map<string, Row[]>> => {
  const reports = new Map<string, Row[]>()
  for (const { submission, ...row } of await rows) {
    const known = reports.get(submission)
    if (known) known.push(row as unknown as Row)
    else reports.set(submission, [row as unknown as Row])
  }
  return reports
}

/** All that revisions of some reports are held against: what was computed under rule sets approved later is there as recorded, and as kept. */
export const readKept = async (db: Queryable, submissions: string[]) => ({
  revisions: await byReport(
    db.query<Of<StoredRevision>>(
      'verify-revisions',
      `SELECT submission_id AS submission, submission_id AS "submissionId", n, rule_set AS "ruleSet", body, sha256, receipt, by,
              ${instantText('at')} AS at, last_change AS "lastChange" FROM revision WHERE submission_id = ANY ($1::uuid[])
       ORDER BY submission_id, n`,
      [submissions],
    ),
  ),
  recomputed: await byReport(
    db.query<Of<Recomputed & { revision: number }>>(
      'verify-recomputed',
      `SELECT substr(stream, 12) AS submission, CASE WHEN data->>'revision' ~ '^[0-9]{1,9}$' THEN (data->>'revision')::int END AS revision, data->>'ruleSet' AS "ruleSet",
              data->>'outcome' AS outcome, data->>'sha256' AS sha256
       FROM event WHERE stream = ANY ($1) AND type = 'submission.recomputed' ORDER BY stream, seq`,
      [submissions.map(submissionStream)],
    ),
  ),
  tried: await byReport(
    db.query<Of<Recomputed & { n: number }>>(
      'verify-tried',
      `SELECT submission_id AS submission, n, rule_set AS "ruleSet", outcome, sha256 FROM recomputation
       WHERE submission_id = ANY ($1::uuid[]) ORDER BY submission_id, n, rule_set`,
      [submissions],
    ),
  ),
  figures: await byReport(
    db.query<Of<StoredFigure>>(
      'verify-figures',
      `SELECT submission_id AS submission, n, code, row, value::text, why, raw::text, numerator::text, denominator::text, unit, band,
              basis, derivation, rule_set AS "ruleSet" FROM figure WHERE submission_id = ANY ($1::uuid[])`,
      [submissions],
    ),
  ),
  /** Handings in, evaluations and values from before the system, in their order. */
  handings: await byReport(
    db.query<Of<HandingIn>>(
      'verify-handings',
      `SELECT substr(stream, 12) AS submission, data, ${instantText('at')} AS at FROM event
       WHERE stream = ANY ($1) AND (type IN ('submission.submitted', 'submission.archived')
         OR (type = 'submission.approved' AND data ? 'digest')) ORDER BY stream, seq`,
      [submissions.map(submissionStream)],
    ),
  ),
  changes: await byReport(
    db.query<Of<DigestedChange>>(
      'verify-changes',
      `SELECT submission_id AS submission, ${digestedColumns} FROM answer_change WHERE submission_id = ANY ($1::uuid[])
       ORDER BY submission_id, seq`,
      [submissions],
    ),
  ),
})
