import { listRevisions, type Queryable, type RevisionLine, type SubmissionRecord } from '@sepakat/db'
import { type Asker, isInside } from './asker.ts'

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
