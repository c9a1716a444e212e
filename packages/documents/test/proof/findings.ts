const held = new Map<string, number>()
const broken: string[] = []
const measured: string[] = []

/** What the proof found, in the words of its report. */
export const findings = {
  check(fact: string, holds: boolean, where = ''): void {
    held.set(fact, (held.get(fact) ?? 0) + (holds ? 1 : 0))
    if (!holds) broken.push(`- NOT: ${fact}${where && ` (${where})`}`)
  },
  measure: (line: string): void => void measured.push(`- ${line}`),
  failed: (): number => broken.length,
  /** Ends with the line that is counted. */
  report(): string {
    const facts = [...held].map(([fact, times]) => `- ${times} times: ${fact}`)
    const passed = [...held.values()].reduce((sum, times) => sum + times, 0)
    return `${[...measured, '', ...broken, ...facts].join('\n')}\n${passed} passed, ${broken.length} failed\n`
  },
}
