import type { RuleSetLine } from './queries.ts'

/** The approved set in force in a year: the newest of that year or before; a year before all of them uses the first. */
export function countingIn(sets: readonly RuleSetLine[], year: number): RuleSetLine | undefined {
  const approved = sets
    .filter(set => set.status === 'approved')
    .sort((a, b) => b.year - a.year || b.version - a.version)
  const first = approved.at(-1)?.year
  return approved.find(set => set.year <= year) ?? approved.find(set => set.year === first)
}
