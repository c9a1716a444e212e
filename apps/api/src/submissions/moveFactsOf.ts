import { type KnownFacts, type Queryable, readFacts, type SubmissionRecord } from '@sepakat/db'
import { kinds, type MoveFacts, moveFacts, type SentWithMove, type WorkflowSettings } from '@sepakat/rules'
import type { Asker } from './asker.ts'

interface Asked {
  asker: Asker
  now: Date
  /** Which steps the region takes: they say where a move leads, not whether it may be tried. */
  settings?: WorkflowSettings
  sent?: SentWithMove
  /** What was read together with the submission. */
  known: KnownFacts
}

/** What decides about the moves of a submission that the asker can make. */
export const moveFactsOf = async (
  tx: Queryable,
  submission: SubmissionRecord,
  { asker, now, settings = { signing: false, secondReview: false }, sent, known }: Asked,
): Promise<MoveFacts> => {
  const read = await readFacts(tx, submission, known)
  const reviewer = kinds[submission.form]?.reviewer
  return moveFacts(submission, read, { ...asker, now, reviewer }, settings, sent)
}
