import type { Queryable } from '../database.ts'
import { col, statement } from '../statement.ts'
import type { SubmissionRecord } from '../submissions/submission.ts'

const moveOpenNumber = statement(
  'move-open-number',
  `SELECT number FROM submission WHERE office_id = $1 AND form = $2 AND period = $3 AND status <> 'approved'`,
  { number: col.int4 },
)

/** The number of the submission of this office, form and period that is not approved; at most one is. Null where all are. */
export const openNumber = async (
  tx: Queryable,
  { officeId, form, period }: SubmissionRecord,
): Promise<number | null> => {
  const [row] = await tx.query(moveOpenNumber, [officeId, form, period])
  return row?.number ?? null
}
