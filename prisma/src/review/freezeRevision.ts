import { type ActorId, canonicalJson, frozenSections } from '@sepakat/rules'
import { frozenWords } from '@sepakat/rules/names/formNames.ts'
import type { Queryable } from '../database.ts'
import type { LoadedSource } from '../forms/loadForm.ts'
import { changeDigest, changesAfter } from '../history/changeDigest.ts'
import { bodyHash, type SubmittedEvent, textHash } from '../history/verify/verifyRevision.ts'
import { col, statement } from '../statement.ts'
import type { EvaluatedSubmission } from '../submissions/refreshProgress.ts'
import type { SubmissionRecord } from '../submissions/submission.ts'
import { figuresInsert } from './insertFigures.ts'

/** What the event of a revision says of it: enough to find out any later change of it, its changes and its catalogue. */
export type Frozen = SubmittedEvent

export interface ToFreeze extends EvaluatedSubmission {
  submission: SubmissionRecord
  by: ActorId
  at: Date
}

/** What the next revision of a submission will be numbered. */
export const numberOfNext = ({ latestRevision }: Pick<SubmissionRecord, 'latestRevision'>): number =>
  (latestRevision ?? 0) + 1

/**
 * Freezes what is submitted, approved with an evaluator's cells, or brought in from before the system: the revision with its receipt
 * number and hash, and its figures, once.
 */
export const freezeRevision = async (tx: Queryable, ask: ToFreeze): Promise<Frozen> => {
  const { submission, loaded, by, at } = ask
  const { id, form, version: lastChange } = submission
  const n = numberOfNext(submission)
  const text = canonicalJson(bodyOf(ask, n))
  const sha256 = textHash(text)
  const frozen = tx.query(revisionInsert, [
    id,
    n,
    loaded.rules.id,
    text,
    sha256,
    `${submission.origin === 'archive' ? 'ARSIP-' : ''}${submission.reportType.toUpperCase()}-${submission.period}-`,
    by,
    at,
    lastChange,
    submission.officeId,
    form,
    submission.period,
  ])
  const [[row], changes] = await Promise.all([frozen, changesAfter(tx, id, submission.latestRevision, lastChange)])
  return {
    revision: n,
    sha256,
    receipt: row!.receipt,
    lastChange,
    ruleSet: loaded.rules.id,
    digest: changeDigest(changes),
    form,
    formVersion: loaded.version,
    catalogue: loaded.sha256,
  }
}

const insert = `
  WITH made AS (
    INSERT INTO revision (submission_id, n, rule_set, body, sha256, receipt, by, at, last_change)
    VALUES ($1, $2, $3, $4, $5, $6 || lpad(nextval('receipt_number')::text, 6, '0'), $7, $8, $9) RETURNING receipt
  ), figures AS (
    ${figuresInsert({ submission: '$1', n: '$2', office: '$10', form: '$11', period: '$12', figures: `($4::jsonb -> 'figures')`, ruleSet: '$3' })}
  )
  SELECT receipt FROM made`

const revisionInsert = statement('revision-insert', insert, { receipt: col.text })

const bodyOf = ({ submission, loaded, answers, attachments, evaluation, by, at }: ToFreeze, n: number) => ({
  form: submission.form,
  formVersion: loaded.version,
  office: loaded.scope.office,
  period: submission.period,
  number: submission.number,
  n,
  by,
  at: at.toISOString(),
  answers,
  sources: Object.fromEntries(Object.entries(loaded.scope.sources).map(([name, source]) => [name, usedOf(source)])),
  sections: frozenSections(loaded.form, answers),
  words: frozenWords(loaded.kind, loaded.rules),
  figures: evaluation.figures,
  findings: evaluation.findings,
  attachments,
  lastChange: submission.version,
})

/** A draft of the office itself has no hash of its own: that of its answers as they were read takes its place. */
const usedOf = ({ picked, answers, status }: LoadedSource) => ({
  submission: picked?.submission ?? null,
  revision: picked?.n ?? null,
  sha256: picked?.sha256 ?? bodyHash(answers),
  status,
})
