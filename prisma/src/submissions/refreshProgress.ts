import { assemble, type Evaluation } from '@sepakat/rules'
import { loadRows } from '../answers/answerRows.ts'
import { countAttached, loadAttachments, type StandingAttachment } from '../attachments/attachments.ts'
import { type Database, type Queryable, reader } from '../database.ts'
import type { LoadedForm } from '../forms/loadForm.ts'
import { col, statement } from '../statement.ts'
import { type FormOfSubmission, loadFormOf } from './loadFormOf.ts'
import { findSubmission, type SubmissionRecord } from './submission.ts'

/** A submission evaluated as it is, with the form it was evaluated by. */
export interface EvaluatedSubmission {
  loaded: LoadedForm
  answers: ReturnType<typeof assemble>
  attachments: StandingAttachment[]
  evaluation: Evaluation
}

/** Evaluates the current answers: exactly when they are submitted, elsewhere for progress. Null where its form is no longer there. */
export const evaluateSubmission = async (
  tx: Queryable,
  submission: FormOfSubmission & Pick<SubmissionRecord, 'id'>,
): Promise<EvaluatedSubmission | null> => {
  const [loaded, rows, attachments] = await Promise.all([
    loadFormOf(tx, submission, { drafts: true }),
    loadRows(tx, submission.id),
    loadAttachments(tx, submission.id),
  ])
  if (!loaded) return null
  const answers = assemble(rows, loaded.kind)
  const evaluation = loaded.form.evaluate(answers, countAttached(attachments))
  return { loaded, answers, attachments, evaluation }
}

const progressKeep = statement(
  'progress-keep',
  `UPDATE submission SET progress = $2, progress_version = $3 WHERE id = $1 AND version = $3`,
)

/**
 * Computes the progress of submissions whose last change came after it was computed, and keeps it. A change that comes
 * meanwhile leaves it stale, to be computed again.
 */
export const refreshProgress = async (
  db: Database,
  ids: string[],
): Promise<Map<string, SubmissionRecord['progress']>> => {
  const tx = reader(db)
  const fresh = new Map<string, SubmissionRecord['progress']>()
  for (const id of ids) {
    const submission = await findSubmission(tx, id)
    const evaluated = submission && (await evaluateSubmission(tx, submission))
    if (!evaluated) continue
    const { progress } = evaluated.evaluation
    await tx.query(progressKeep, [id, JSON.stringify(progress), submission.version])
    fresh.set(id, progress)
  }
  return fresh
}

const progressStale = statement(
  'progress-stale',
  `SELECT s.id FROM submission s
   WHERE s.status IN ('draft', 'returned') AND s.version <> s.progress_version
     AND NOT EXISTS (SELECT 1 FROM answer_change c WHERE c.submission_id = s.id AND c.seq = s.version AND c.at > $1)
   ORDER BY s.created_at LIMIT $2`,
  { id: col.uuid },
)

/** Drafts whose progress is older than their last change, and whose last change is older than `before`; oldest first. */
export const listStaleDrafts = async (tx: Queryable, before: Date, limit: number): Promise<string[]> => {
  const stale = await tx.query(progressStale, [before, limit])
  return stale.map(({ id }) => id)
}

const submissionVersion = statement(
  'submission-version',
  `UPDATE submission SET form_version = $2, progress_version = -1 WHERE id = $1`,
)

/** Its progress is that of another form then: it is computed again. */
export const putFormVersion = async (tx: Queryable, submission: string, version: number): Promise<void> => {
  await tx.query(submissionVersion, [submission, version])
}
