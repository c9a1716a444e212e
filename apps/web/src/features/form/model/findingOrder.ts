import type { Finding, Level } from '@sepakat/rules'
import { rowKey, rowOfAnchor } from '#sheet/answers/cells.ts'
import { isOwed } from '#sheet/answers/evaluated.ts'
import type { RowPath } from './rowPaths.ts'

const urgency: Record<Level, number> = { wrong: 0, explain: 1, empty: 2, notice: 3 }

/** What the user still has to do, the most urgent first, each level in the order of the form. */
export function findingOrder(findings: readonly Finding[], paths: Map<string, RowPath>): Finding[] {
  const places = new Map([...paths.keys()].map((key, at) => [key, at]))
  const placeOf = (finding: Finding) => {
    const row = rowOfAnchor(finding.at)
    return row ? (places.get(rowKey(row)) ?? places.size) : -1
  }
  return findings
    .filter(isOwed)
    .map(finding => ({ finding, place: placeOf(finding) }))
    .sort((a, b) => urgency[a.finding.level] - urgency[b.finding.level] || a.place - b.place)
    .map(({ finding }) => finding)
}

/** More than the fields of any row. */
const wide = 1000

/** The finding after (or before) the focused field, in the order of the form whatever its level. */
export function nextFinding(
  findings: readonly Finding[],
  paths: Map<string, RowPath>,
  here: string | null,
  step: 1 | -1,
): Finding | undefined {
  const places = new Map([...paths.keys()].map((key, at) => [key, at]))
  const placeOf = (anchor: string) => {
    const row = rowOfAnchor(anchor)
    const at = row && places.get(rowKey(row))
    if (!row || at == null) return -1
    const fields = Object.keys(paths.get(rowKey(row))?.row?.fields ?? {})
    return at * wide + fields.indexOf(row.field ?? '') + 1
  }
  const asked = findings
    .filter(finding => isOwed(finding) && finding.level !== 'notice' && placeOf(finding.at) >= 0)
    .map((finding, index) => ({ finding, place: placeOf(finding.at), index }))
    .sort((a, b) => a.place - b.place || a.index - b.index)
  const at = asked.findIndex(({ finding }) => finding.at === here)
  if (at >= 0) return asked[(at + step + asked.length) % asked.length]?.finding
  const place = here === null ? -1 : placeOf(here)
  const after = asked.findIndex(one => one.place > place)
  if (step === 1) return asked[Math.max(0, after)]?.finding
  return asked.at(after < 0 ? -1 : after - 1)?.finding
}
