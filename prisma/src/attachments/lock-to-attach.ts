import {
  type Anchor,
  type Kind,
  kinds,
  type Locked,
  lineOf,
  lockedBy,
  memoryView,
  parseAnchor,
  type RowPointer,
} from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { loadBasis } from '../forms/form-basis.ts'
import { formRows } from '../forms/known-rows.ts'
import { isAnchorOf } from '../review/anchors.ts'
import { loadRows } from '../submissions/answer-rows.ts'
import { type Asker, mayTo } from '../submissions/asker.ts'
import { closedAt, lockSubmission, type SubmissionRecord } from '../submissions/submission.ts'

export type LockedToAttach =
  | { outcome: 'open'; submission: SubmissionRecord }
  | { outcome: 'not-found' | 'no-right' | 'bad-anchor' }
  | { outcome: 'locked'; locked: Locked }

/**
 * Proof is attached, replaced and let go like the answer it proves is written: by the office, while that place is open to it.
 * An evaluator's cells are not the office's to prove.
 */
export const lockToAttach = async (
  tx: Queryable,
  { id, anchor, asker, now }: { id: string; anchor: Anchor; asker: Asker; now: Date },
): Promise<LockedToAttach> => {
  const submission = await lockSubmission(tx, id)
  const kind = submission ? kinds[submission.form] : undefined
  if (!submission || !kind) return { outcome: 'not-found' }
  if (!mayTo(asker, 'submission.write', submission))
    return { outcome: mayTo(asker, 'submission.read', submission) ? 'no-right' : 'not-found' }
  if (!isAnchorOf(kind, anchor)) return { outcome: 'bad-anchor' }
  const { status, statusAt, statusBy, openAnchors } = submission
  const lock = {
    status,
    since: statusAt.toISOString(),
    by: statusBy,
    openAnchors,
    closedAt: closedAt(submission, now)?.toISOString() ?? null,
    capacity: { as: 'office' as const },
  }
  const target = { address: anchor as RowPointer, line: openAnchors ? await lineTo(tx, kind, submission, anchor) : [] }
  const locked = lockedBy(lock, writerOf(kind, anchor), [target])
  return locked ? { outcome: 'locked', locked } : { outcome: 'open', submission }
}

const writerOf = (kind: Kind, anchor: Anchor): 'office' | 'evaluator' => {
  const { table, field } = parseAnchor(anchor) ?? {}
  const fields = table === undefined ? undefined : kind.tables[table]?.fields
  return fields && field !== undefined && Object.hasOwn(fields, field) ? (fields[field]?.writer ?? 'office') : 'office'
}

/** The row an anchor names and those it hangs on. */
const lineTo = async (tx: Queryable, kind: Kind, submission: SubmissionRecord, anchor: Anchor) => {
  const { table, row } = parseAnchor(anchor) ?? {}
  if (table === undefined || row === undefined) return []
  const { rows } = await loadBasis(tx, { ...submission, office: submission.officeId })
  const knownRows = await formRows(tx, submission, rows === '*' ? ['*'] : rows)
  const view = memoryView(await loadRows(tx, submission.id))
  return lineOf({ view, kind, knownRows }, { table, row })
}
