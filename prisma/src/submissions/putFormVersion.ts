import type { Queryable } from '../database.ts'
import { statement } from '../statement.ts'

const submissionVersion = statement(
  'submission-version',
  `UPDATE submission SET form_version = $2, progress_version = -1 WHERE id = $1`,
)

/** Its progress is that of another form then: it is computed again. */
export const putFormVersion = async (tx: Queryable, submission: string, version: number): Promise<void> => {
  await tx.query(submissionVersion, [submission, version])
}
