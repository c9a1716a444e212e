import type { Figure } from '@sepakat/rules'
import type { Queryable } from '../../database.ts'
import { figureColumns, figureRow } from '../../figureRow.ts'
import { col, rowOf, statement } from '../../statement.ts'
import { type DigestedChange, digestedColumns, digestedRow } from '../changeDigest.ts'
import { instantText } from '../instantText.ts'
import { submissionStream } from '../streams.ts'
import type { Recomputed } from './verifyFigures.ts'
import type { StoredRevision, SubmittedEvent } from './verifyRevision.ts'

export type StoredFigure = Figure & { n: number; ruleSet: string }
/** What froze a revision, as its event says. */
export interface HandingIn {
  data: SubmittedEvent
  at: string
}
type Of<Row> = Row & { submission: string }

/** Rows of some reports, by report, without the column that says of which they are. */
const byReport = async <Row extends Of<object>>(
  rows: Promise<Row[]>,
): Promise<Map<string, Omit<Row, 'submission'>[]>> => {
  const reports = new Map<string, Omit<Row, 'submission'>[]>()
  for (const { submission, ...row } of await rows) {
    const known = reports.get(submission)
    if (known) known.push(row)
    else reports.set(submission, [row])
  }
  return reports
}

const verifyRevisions = statement(
  'verify-revisions',
  `SELECT submission_id AS submission, submission_id AS "submissionId", n, rule_set AS "ruleSet", body, sha256, receipt, by,
            ${instantText('at')} AS at, last_change AS "lastChange" FROM revision WHERE submission_id = ANY ($1::uuid[])
     ORDER BY submission_id, n`,
  rowOf<Of<StoredRevision>>({
    submission: col.uuid,
    submissionId: col.uuid,
    n: col.int4,
    ruleSet: col.text,
    body: col.jsonb,
    sha256: col.text,
    receipt: col.text,
    by: col.text,
    at: col.text.notNull('of NOT NULL columns'),
    lastChange: col.int4,
  }),
)
const verifyRecomputed = statement(
  'verify-recomputed',
  `SELECT substr(stream, 12) AS submission, CASE WHEN data->>'revision' ~ '^[0-9]{1,9}$' THEN (data->>'revision')::int END AS revision, data->>'ruleSet' AS "ruleSet",
            data->>'outcome' AS outcome, data->>'sha256' AS sha256
     FROM event WHERE stream = ANY ($1) AND type = 'submission.recomputed' ORDER BY stream, seq`,
  rowOf<Of<Recomputed & { revision: number }>>({
    submission: col.text.notNull('of NOT NULL columns'),
    revision: col.int4.notNull('such events name it'),
    ruleSet: col.text.notNull('such events name it'),
    outcome: col.text.notNull('such events name it'),
    sha256: col.text.orNull,
  }),
)
const verifyTried = statement(
  'verify-tried',
  `SELECT submission_id AS submission, n, rule_set AS "ruleSet", outcome, sha256 FROM recomputation
     WHERE submission_id = ANY ($1::uuid[]) ORDER BY submission_id, n, rule_set`,
  rowOf<Of<Recomputed & { n: number }>>({
    submission: col.uuid,
    n: col.int4,
    ruleSet: col.text,
    outcome: col.text,
    sha256: col.text.orNull,
  }),
)
const verifyFigures = statement(
  'verify-figures',
  `SELECT submission_id AS submission, n, ${figureColumns}, rule_set AS "ruleSet" FROM figure f WHERE submission_id = ANY ($1::uuid[])`,
  rowOf<Of<StoredFigure>>({
    submission: col.uuid,
    n: col.int4,
    ...figureRow,
    ruleSet: col.text,
  }),
)
const verifyHandings = statement(
  'verify-handings',
  `SELECT substr(stream, 12) AS submission, data, ${instantText('at')} AS at FROM event
     WHERE stream = ANY ($1) AND (type IN ('submission.submitted', 'submission.archived')
       OR (type = 'submission.approved' AND data ? 'digest')) ORDER BY stream, seq`,
  rowOf<Of<HandingIn>>({
    submission: col.text.notNull('of NOT NULL columns'),
    data: col.jsonb,
    at: col.text.notNull('of NOT NULL columns'),
  }),
)
const verifyChanges = statement(
  'verify-changes',
  `SELECT submission_id AS submission, ${digestedColumns} FROM answer_change WHERE submission_id = ANY ($1::uuid[])
     ORDER BY submission_id, seq`,
  rowOf<Of<DigestedChange>>({
    submission: col.uuid,
    ...digestedRow,
  }),
)

/** All that revisions of some reports are held against: what was computed under rule sets approved later is there as recorded, and as kept. */
export const readKept = async (db: Queryable, submissions: string[]) => ({
  revisions: await byReport(db.query(verifyRevisions, [submissions])),
  recomputed: await byReport(db.query(verifyRecomputed, [submissions.map(submissionStream)])),
  tried: await byReport(db.query(verifyTried, [submissions])),
  figures: await byReport(db.query(verifyFigures, [submissions])),
  /** Submissions, evaluations and values from before the system, in their order. */
  handings: await byReport(db.query(verifyHandings, [submissions.map(submissionStream)])),
  changes: await byReport(db.query(verifyChanges, [submissions])),
})
