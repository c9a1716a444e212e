/** How a stage ended. `said` is shown when something failed. */
export interface Counts {
  passed: number
  failed: number
  said: string
}

/** Counts printed by a tool as its last line, `N passed, N failed`; without such a line the tool itself counts as failed. */
export function readCounts(said: string, code: number): Counts {
  const last = said.trimEnd().split('\n').at(-1) ?? ''
  const found = /^(\d+) passed, (\d+) failed$/.exec(last)
  if (!found) return { passed: 0, failed: 1, said }
  const [passed, failed] = [Number(found[1]), Number(found[2])]
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, said }
}

interface VitestReport {
  numTotalTests: number
  numPassedTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

/** A test that did not pass failed, skipped ones too; so does a file that could not be loaded, and noise outside of tests. */
export function readVitest(report: VitestReport, said: string, code: number): Counts {
  const broken = report.testResults.filter(
    file => file.status === 'failed' && file.assertionResults.every(test => test.status !== 'failed'),
  ).length
  const passed = report.numPassedTests
  const failed = report.numTotalTests - passed + broken
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, said }
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  errors?: unknown[]
}

/** Only a journey that passed at its first try counts as passed; a skipped one failed. */
export function readPlaywright({ stats, errors = [] }: PlaywrightReport, said: string, code: number): Counts {
  const failed = stats.unexpected + stats.flaky + stats.skipped + errors.length
  return { passed: stats.expected, failed: failed === 0 && code !== 0 ? 1 : failed, said }
}

/** A stage in which nothing ran has failed, whatever its tools said. */
export const orNothingRan = (counts: Counts): Counts =>
  counts.passed + counts.failed > 0 ? counts : { ...counts, failed: 1, said: `${counts.said}\nNo test ran.` }

export const sum = (all: Counts[]): Counts => ({
  passed: all.reduce((total, counts) => total + counts.passed, 0),
  failed: all.reduce((total, counts) => total + counts.failed, 0),
  said: all
    .map(counts => counts.said)
    .filter(Boolean)
    .join('\n'),
})
