import type { Evaluation, Figure, Finding, Level, RowId } from '@sepakat/rules'
import { groupBy } from '@sepakat/rules/grouping/groupBy.ts'

export interface Counts {
  wrong: number
  explain: number
  empty: number
  notice: number
  /** Findings that block submitting. */
  blocking: number
}

/** The result of an evaluation, indexed by place. What did not change keeps its identity, so that nothing is rerendered for it. */
export interface Evaluated extends Evaluation {
  at: ReadonlyMap<string, readonly Finding[]>
  of: ReadonlyMap<RowId, readonly Figure[]>
  counts: Counts
}

/** A missing explanation; once given, the finding is settled. */
export const isOwed = (finding: Finding): boolean => finding.level !== 'explain' || finding.blocks

const none: Counts = { wrong: 0, explain: 0, empty: 0, notice: 0, blocking: 0 }

export function countsOf(findings: readonly Finding[]): Counts {
  const counts = { ...none }
  for (const finding of findings) {
    if (isOwed(finding)) counts[finding.level as Level] += 1
    if (finding.blocks) counts.blocking += 1
  }
  return counts
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>]
  const keys = Object.keys(left)
  return keys.length === Object.keys(right).length && keys.every(key => same(left[key], right[key]))
}

/** Groups of the new evaluation, reusing those of the old one that are equal; `changed` gets the keys that differ. */
function kept<T>(
  before: ReadonlyMap<string, readonly T[]> | undefined,
  after: Map<string, readonly T[]>,
  changed: Set<string>,
): Map<string, readonly T[]> {
  for (const [key, items] of after) {
    const old = before?.get(key)
    if (old && same(old, items)) after.set(key, old)
    else changed.add(key)
  }
  for (const key of before?.keys() ?? []) if (!after.has(key)) changed.add(key)
  return after
}

/** The evaluation by place, and its differences from the previous one: anchors of findings, rows of figures. */
export function evaluatedOf(
  evaluation: Evaluation,
  before?: Evaluated,
): { evaluated: Evaluated; anchors: Set<string>; rows: Set<RowId> } {
  const anchors = new Set<string>()
  const rows = new Set<RowId>()
  const at = kept(
    before?.at,
    groupBy(evaluation.findings, finding => finding.at),
    anchors,
  )
  const of = kept(
    before?.of,
    groupBy(evaluation.figures, figure => figure.row),
    rows,
  )
  return { evaluated: { ...evaluation, at, of, counts: countsOf(evaluation.findings) }, anchors, rows }
}
