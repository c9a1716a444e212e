import { isOpen } from '@sepakat/rules'
import { appendEvent, submissionStream } from '../append-event.ts'
import type { Queryable } from '../database.ts'
import { newestVersion } from '../forms/published-form.ts'
import { type Asker, mayTo } from './asker.ts'
import { lockSubmission } from './submission.ts'

export type VersionMoved =
  | { outcome: 'moved' | 'there' }
  | { outcome: 'not-found' | 'no-right' | 'wrong-status' }
  | { outcome: 'not-newest'; newest: number }

/** Moves what is open with its office to the newest catalogue. Rows it no longer has keep their cells and count nowhere. */
export const moveVersion = async (
  tx: Queryable,
  { id, to, asker, now }: { id: string; to: number; asker: Asker; now: Date },
): Promise<VersionMoved> => {
  const submission = await lockSubmission(tx, id)
  if (!submission || !mayTo(asker, 'submission.write', submission))
    return { outcome: submission && mayTo(asker, 'submission.read', submission) ? 'no-right' : 'not-found' }
  const { form, formVersion, status } = submission
  if (formVersion === to) return { outcome: 'there' }
  if (!isOpen(status)) return { outcome: 'wrong-status' }
  const newest = (await newestVersion(tx, form)) ?? formVersion
  if (to !== newest) return { outcome: 'not-newest', newest }
  await tx.query('submission-version', `UPDATE submission SET form_version = $2, progress_version = -1 WHERE id = $1`, [
    id,
    to,
  ])
  const data = { form, from: formVersion, to }
  await appendEvent(tx, {
    stream: submissionStream(id),
    type: 'submission.version-moved',
    actor: asker.id,
    data,
    at: now,
    binds: { submission: [id] },
  })
  return { outcome: 'moved' }
}
