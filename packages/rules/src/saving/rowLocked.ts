import { rowPointerOf } from '../pointers/pointer.ts'
import type { SentChange } from './change.ts'
import type { JudgeContext, Judgement } from './judgement.ts'
import { tableOf } from './kindShape.ts'
import { lockedBy } from './lock.ts'
import type { RowRef } from './stored.ts'

/** `locked` where the row cannot be written in one of its lines, the old or the new one. Rows are the office's, unless all their fields are an evaluator's. */
export function rowLocked(
  { changeId }: SentChange,
  { kind, lock }: JudgeContext,
  ref: RowRef,
  lines: RowRef[][],
): Judgement | null {
  const fields = Object.values(tableOf(kind, ref.table)?.fields ?? {})
  const writer = fields.length > 0 && fields.every(field => field.writer === 'evaluator') ? 'evaluator' : 'office'
  const address = rowPointerOf(ref.table, ref.row)
  const targets = lines.map(line => ({ address, line }))
  const locked = lockedBy(lock, writer, targets)
  return locked && { result: { changeId, result: 'locked', ...locked } }
}
