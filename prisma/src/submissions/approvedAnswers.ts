import type { Answers } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, statement } from '../statement.ts'

const revisionApproved = statement(
  'revision-approved',
  `SELECT body -> 'answers' AS answers, sha256 FROM revision WHERE submission_id = $1 AND n = $2`,
  { answers: col.jsonb.as<Answers>().notNull('every frozen body has it'), sha256: col.text },
)

/** The answers that a revision froze, with its digest; null where there is no such revision. */
export const approvedAnswers = async (
  tx: Queryable,
  submission: string,
  revision: number,
): Promise<{ answers: Answers; sha256: string } | null> =>
  (await tx.query(revisionApproved, [submission, revision]))[0] ?? null
