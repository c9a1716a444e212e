import type { Answers } from '@sepakat/rules'
import type { Queryable } from '../database.ts'

/** The answers that a revision froze, with its digest; null where there is no such revision. */
export const approvedAnswers = async (
  tx: Queryable,
  submission: string,
  revision: number,
): Promise<{ answers: Answers; sha256: string } | null> =>
  (
    await tx.query<{ answers: Answers; sha256: string }>(
      'revision-approved',
      `SELECT body -> 'answers' AS answers, sha256 FROM revision WHERE submission_id = $1 AND n = $2`,
      [submission, revision],
    )
  )[0] ?? null
