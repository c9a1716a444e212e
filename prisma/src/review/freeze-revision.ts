import { canonicalJson, type Evaluation } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import type { LoadedSource } from '../forms/load-form.ts'
import { bodyHash } from '../history/verify/verify-revision.ts'
import type { Asker } from '../submissions/asker.ts'
import type { EvaluatedSubmission } from '../submissions/refresh-progress.ts'
import type { SubmissionRecord } from '../submissions/submission.ts'
import { frozenSections } from './frozen-sections.ts'

export interface Frozen {
  n: number
  sha256: string
  receipt: string
}

export interface ToFreeze extends EvaluatedSubmission {
  submission: SubmissionRecord
  asker: Pick<Asker, 'id'>
  now: Date
}

/** Freezes what is handed in: the revision with its receipt number and hash, and its figures, once. */
export const freezeRevision = async (tx: Queryable, ask: ToFreeze): Promise<Frozen> => {
  const { submission, loaded, asker, now } = ask
  const n = (submission.latestRevision ?? 0) + 1
  const body = bodyOf(ask, n, await readAttachments(tx, submission.id))
  // What PostgreSQL gives back is what is hashed: JSON drops undefined.
  const text = JSON.stringify(body)
  const sha256 = bodyHash(JSON.parse(text))
  const [row] = await tx.query<{ receipt: string }>(
    'revision-insert',
    `INSERT INTO revision (submission_id, n, rule_set, body, sha256, receipt, by, at, last_change)
     VALUES ($1, $2, $3, $4, $5, $6 || lpad(nextval('receipt_number')::text, 6, '0'), $7, $8, $9) RETURNING receipt`,
    [
      submission.id,
      n,
      loaded.rules.id,
      text,
      sha256,
      `${submission.reportType.toUpperCase()}-${submission.period}-`,
      asker.id,
      now,
      submission.version,
    ],
  )
  await insertFigures(tx, submission, n, loaded.rules.id, ask.evaluation)
  return { n, sha256, receipt: row!.receipt }
}

const bodyOf = (
  { submission, loaded, answers, evaluation, asker, now }: ToFreeze,
  n: number,
  attachments: object[],
) => ({
  form: submission.form,
  formVersion: loaded.version,
  office: loaded.scope.office,
  period: submission.period,
  number: submission.number,
  n,
  by: asker.id,
  at: now.toISOString(),
  answers,
  sources: Object.fromEntries(Object.entries(loaded.scope.sources).map(([name, source]) => [name, usedOf(source)])),
  sections: frozenSections(loaded.form, answers),
  figures: evaluation.figures,
  findings: evaluation.findings,
  attachments,
  lastChange: submission.version,
})

/** A draft of the office itself has no hash of its own: that of its answers as they were read stands for it. */
const usedOf = ({ picked, answers, status }: LoadedSource) => ({
  submission: picked?.submission ?? null,
  revision: picked?.n ?? null,
  sha256: picked?.sha256 ?? bodyHash(answers),
  status,
})

const readAttachments = (tx: Queryable, submission: string) =>
  tx.query(
    'revision-attachments',
    `SELECT a.id, a.anchor, a.title, a.number, a.date::text AS date, a.page, a.sha256 FROM attachment a
     WHERE a.submission_id = $1 AND a.removed_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM attachment r WHERE r.submission_id = $1 AND r.replaces = a.id)
     ORDER BY a.id`,
    [submission],
  )

const insertFigures = async (
  tx: Queryable,
  { id, officeId, form, period }: SubmissionRecord,
  n: number,
  ruleSet: string,
  { figures }: Evaluation,
): Promise<void> => {
  await tx.query(
    'figures-insert',
    `INSERT INTO figure (submission_id, n, code, row, office_id, form, period, value, why, raw, numerator, denominator, unit, band,
       basis, derivation, rule_set)
     SELECT $1, $2, f.code, f.row, $3, $4, $5, f.value, f.why, f.raw, f.numerator, f.denominator, f.unit,
       CASE WHEN f.band = 'null' THEN NULL ELSE f.band END, f.basis, f.derivation, $6
     FROM jsonb_to_recordset($7::jsonb) AS f(code text, row text, value numeric, why text, raw numeric, numerator numeric,
       denominator numeric, unit text, band jsonb, basis text, derivation jsonb)`,
    [id, n, officeId, form, period, ruleSet, canonicalJson(figures)],
  )
}
