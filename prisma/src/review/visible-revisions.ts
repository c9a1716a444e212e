import type { Queryable } from '../database.ts'
import { type Asker, mayRead } from '../submissions/asker.ts'
import type { SubmissionRecord } from '../submissions/submission.ts'
import { listRevisions, type RevisionLine } from './revisions.ts'

/** Whether who asks is of the office itself, or writes for it: such read drafts, and all that never left the office. */
export const isInside = (asker: Asker, submission: SubmissionRecord): boolean =>
  mayRead(asker, { ...submission, status: 'draft' })

/** The revisions who asks may see: an office sees all its own; others none that it withdrew, or that its head has not signed. */
export const visibleRevisions = async (
  tx: Queryable,
  asker: Asker,
  submission: SubmissionRecord,
): Promise<RevisionLine[]> => {
  const all = await listRevisions(tx, submission.id)
  if (isInside(asker, submission)) return all
  const unsigned = submission.status === 'signing' ? submission.latestRevision : null
  return all.filter(({ n, status }) => status !== 'withdrawn' && n !== unsigned)
}
