import type { Finding } from '@sepakat/rules'
import { groupBy } from '@sepakat/rules/grouping/groupBy.ts'
import { rowAnchorOf } from '#sheet/answers/cells.ts'
import { type Counts, countsOf } from '#sheet/answers/evaluated.ts'
import type { RowPath } from './rowPaths.ts'

const known = new WeakMap<readonly Finding[], Map<string, Counts>>()

/** The section of an anchor; null where it has none any more. */
function sectionOfAnchor(anchor: string, paths: Map<string, RowPath>): string | null {
  return paths.get(rowAnchorOf(anchor) ?? '')?.section ?? null
}

/** What is wrong, odd or missing, by section. Counted once per evaluation. */
export function sectionCounts(findings: readonly Finding[], paths: Map<string, RowPath>): Map<string, Counts> {
  const counted = known.get(findings)
  if (counted) return counted
  const bySection = groupBy(findings, finding => sectionOfAnchor(finding.at, paths))
  const counts = new Map(
    [...bySection].flatMap(([section, own]) => (section === null ? [] : [[section, countsOf(own)]])),
  )
  known.set(findings, counts)
  return counts
}
