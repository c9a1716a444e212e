import type { Queryable } from '../database.ts'
import type { LoadedForm } from '../forms/loadForm.ts'
import { changeDigest, changesBetween } from '../history/changeDigest.ts'
import type { SubmittedEvent } from '../history/verify/verifyRevision.ts'
import { col, statement } from '../statement.ts'
import type { SubmissionRecord } from '../submissions/submission.ts'
import type { Frozen } from './freezeRevision.ts'

/** What the event of a move that froze a revision says: enough to find out any later change of the revision, its changes and its catalogue. */
export const frozenRecord = async (
  tx: Queryable,
  submission: SubmissionRecord,
  form: Pick<LoadedForm, 'rules' | 'version' | 'sha256'>,
  { n, sha256, receipt }: Frozen,
): Promise<SubmittedEvent> => {
  const after = await lastSubmitted(tx, submission)
  const changes = await changesBetween(tx, submission.id, after, submission.version)
  return {
    revision: n,
    sha256,
    receipt,
    lastChange: submission.version,
    ruleSet: form.rules.id,
    digest: changeDigest(changes),
    form: submission.form,
    formVersion: form.version,
    catalogue: form.sha256,
  }
}

const revisionLastChange = statement(
  'revision-last-change',
  'SELECT last_change AS "lastChange" FROM revision WHERE submission_id = $1 AND n = $2',
  { lastChange: col.int4 },
)

/** The number of the last change that the revision before covers. */
const lastSubmitted = async (tx: Queryable, { id, latestRevision }: SubmissionRecord): Promise<number> => {
  if (latestRevision === null) return 0
  const [row] = await tx.query(revisionLastChange, [id, latestRevision])
  return row?.lastChange ?? 0
}
