import type { Proven } from '../evidence/proof.ts'

/** What a proof has looked at: how often each fact held, and where it did not. */
export interface Checks {
  check: (fact: string, holds: boolean, where?: string) => void
  /** Facts that did not hold so far. */
  broken: () => number
  /** @param found what else the test measured, as Markdown */
  proven: (found: string) => Proven
}

/** @param onBroken is told each fact that does not hold, and where */
export const createChecks = (onBroken?: (fact: string, where: string) => void): Checks => {
  const held = new Map<string, number>()
  const broken: string[] = []
  return {
    check: (fact, holds, where = '') => {
      held.set(fact, (held.get(fact) ?? 0) + (holds ? 1 : 0))
      if (holds) return
      broken.push(`- NOT: ${fact}${where && ` (${where})`}`)
      onBroken?.(fact, where)
    },
    broken: () => broken.length,
    proven: found => {
      const facts = [...held].map(([fact, times]) => `- ${times} times: ${fact}`)
      const passed = [...held.values()].reduce((sum, times) => sum + times, 0)
      return { passed, failed: broken.length, report: [found, '', ...broken, ...facts].join('\n') }
    },
  }
}
