// The reports of an office that build on each other, in working order. The order comes with the lines: the kinds
// define it, and no form is named here.

import { groupBy } from '@sepakat/rules/grouping/groupBy.ts'
import { shownDue } from '@sepakat/rules/workflow/heldDue.ts'
import { mayCreate } from '#submissions/reportAction.ts'
import type { ReportLine } from '#sync/apiTypes.ts'

export interface Chain {
  id: string
  office: ReportLine['office']
  /** `SAKIP 2026`. */
  title: string
  steps: ReportLine[]
  /** The next step to take; null while it is another user's turn, or not yet time. */
  next: ReportLine | null
}

const yearOf = ({ period }: ReportLine): string => period.slice(0, 4)
const keyOf = ({ form, period }: Pick<ReportLine, 'form' | 'period'>): string => `${form} ${period}`
const isOwn = ({ status }: ReportLine): boolean => status === 'draft' || status === 'returned'

/** Chains of two steps and more that are not complete. @param now the server's clock in milliseconds */
export function chainsOf(lines: readonly ReportLine[], now: number): Chain[] {
  const groups = groupBy(lines, line => `${line.office.id} ${line.reportType} ${yearOf(line)}`)
  return [...groups].flatMap(([id, own]) => {
    const steps = inOrder(own)
    const [first] = steps
    if (!first || steps.length < 2 || steps.every(({ status }) => status === 'approved')) return []
    const next = steps.find(line => isOwn(line) || mayCreate(line, now)) ?? null
    return [{ id, office: first.office, title: `${first.reportType.toUpperCase()} ${yearOf(first)}`, steps, next }]
  })
}

/** Those that follow another or are followed, each after all that it follows. */
function inOrder(lines: readonly ReportLine[]): ReportLine[] {
  const byKey = new Map(lines.map(line => [keyOf(line), line]))
  // Cache entries of an older version lack this.
  const before = (line: ReportLine) =>
    (line.follows ?? []).flatMap(report => {
      const found = byKey.get(keyOf(report))
      return found ? [found] : []
    })
  const depths = new Map<ReportLine, number>()
  const depth = (line: ReportLine): number => {
    const known = depths.get(line)
    if (known !== undefined) return known
    depths.set(line, 0)
    const found = Math.max(0, ...before(line).map(one => depth(one) + 1))
    depths.set(line, found)
    return found
  }
  const linked = new Set(lines.flatMap(line => (before(line).length > 0 ? [line, ...before(line)] : [])))
  return [...linked].sort((a, b) => depth(a) - depth(b) || (shownDue(a) ?? '').localeCompare(shownDue(b) ?? ''))
}
