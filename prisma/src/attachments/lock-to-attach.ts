import {
  type Anchor,
  isOpen,
  type Kind,
  kinds,
  type Locked,
  lineOf,
  lockedBy,
  parseAnchor,
  type RowPointer,
} from '@sepakat/rules'
import { capacityOf } from '../contributions/part-of.ts'
import type { Queryable } from '../database.ts'
import { isAnchorOf } from '../review/anchors.ts'
import { type Asker, mayTo } from '../submissions/asker.ts'
import { loadTree } from '../submissions/load-tree.ts'
import { closedAt, lockSubmission, type SubmissionRecord } from '../submissions/submission.ts'

export type LockedToAttach =
  | { outcome: 'open'; submission: SubmissionRecord }
  | { outcome: 'not-found' | 'no-right' | 'bad-anchor' }
  | { outcome: 'locked'; locked: Locked }

export interface ToAttach {
  id: string
  anchor: Anchor
  asker: Asker
  now: Date
  adds?: boolean
}

/**
 * Proof is attached, replaced and let go like the answer it proves is written: by the office or whom it handed that
 * place to, while it is open to them. An evaluator's cells are not the office's to prove. `adds`: what is signed on paper is what
 * was handed in, so its scan follows that; the office adds it to the report as a whole, and it proves no answer.
 */
export const lockToAttach = async (
  tx: Queryable,
  { id, anchor, asker, now, adds = false }: ToAttach,
): Promise<LockedToAttach> => {
  const submission = await lockSubmission(tx, id)
  const kind = submission ? kinds[submission.form] : undefined
  if (!submission || !kind) return { outcome: 'not-found' }
  const capacity = capacityOf(asker, submission)
  if (!capacity) return { outcome: mayTo(asker, 'submission.read', submission) ? 'no-right' : 'not-found' }
  if (!isAnchorOf(kind, anchor)) return { outcome: 'bad-anchor' }
  const { status, statusAt, statusBy, openAnchors } = submission
  if (adds && anchor === '' && capacity.as === 'office' && !isOpen(status)) return { outcome: 'open', submission }
  const lock = {
    status,
    since: statusAt.toISOString(),
    by: statusBy,
    openAnchors,
    closedAt: closedAt(submission, now)?.toISOString() ?? null,
    capacity,
  }
  const partly = openAnchors !== null || submission.contributions.length > 0
  const target = { address: anchor as RowPointer, line: partly ? await lineTo(tx, kind, submission, anchor) : [] }
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
  return table === undefined || row === undefined ? [] : lineOf(await loadTree(tx, kind, submission), { table, row })
}
