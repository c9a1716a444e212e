import { rowPointerOf } from '../pointers/pointer.ts'
import type { SentChange } from './change.ts'
import type { JudgeContext, Judgement } from './judgement.ts'
import { rowWriter } from './kindShape.ts'
import { lockedBy } from './lock.ts'
import type { RowRef } from './stored.ts'

/** `locked` where the row cannot be written in one of its lines, the old or the new one. */
export function rowLocked(
  { changeId }: SentChange,
  { kind, lock }: JudgeContext,
  ref: RowRef,
  lines: RowRef[][],
): Judgement | null {
  const address = rowPointerOf(ref.table, ref.row)
  const targets = lines.map(line => ({ address, line }))
  const locked = lockedBy(lock, rowWriter(kind, ref.table), targets)
  return locked && { result: { changeId, result: 'locked', ...locked } }
}
