import { describe, expect, it } from 'vitest'
import { orNothingRan, readCounts, readPlaywright, readVitest } from './counts.ts'
import { runStages } from './runStages.ts'
import type { Stage } from './stages.ts'

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map(test => ({ status: test })),
})

describe('counts', () => {
  it('come from a tool’s last line', () => {
    expect(readCounts('much\n12 passed, 0 failed\n', 0)).toMatchObject({ passed: 12, failed: 0 })
    expect(readCounts('12 passed, 2 failed', 1)).toMatchObject({ passed: 12, failed: 2 })
  })

  it('fail where a tool says nothing of them, or its exit code says otherwise', () => {
    expect(readCounts('all went well', 0)).toMatchObject({ passed: 0, failed: 1 })
    expect(readCounts('12 passed, 0 failed', 1)).toMatchObject({ failed: 1 })
  })

  it('fail for a skipped unit test, a file that does not load, and an error outside of tests', () => {
    const report = (total: number, passed: number, ...testResults: ReturnType<typeof file>[]) => ({
      numTotalTests: total,
      numPassedTests: passed,
      testResults,
    })
    expect(readVitest(report(2, 1, file('passed', 'passed', 'skipped')), '', 0)).toMatchObject({ passed: 1, failed: 1 })
    expect(readVitest(report(1, 1, file('passed', 'passed'), file('failed')), '', 1)).toMatchObject({ failed: 1 })
    expect(readVitest(report(2, 1, file('failed', 'passed', 'failed')), '', 1)).toMatchObject({ failed: 1 })
    expect(readVitest(report(1, 1, file('passed', 'passed')), '', 1)).toMatchObject({ passed: 1, failed: 1 })
  })

  it('fail for a journey that was skipped or passed only at the second try', () => {
    const stats = { expected: 3, unexpected: 0, flaky: 1, skipped: 1 }
    expect(readPlaywright({ stats }, '', 0)).toMatchObject({ passed: 3, failed: 2 })
  })

  it('fail for a stage that ran nothing', () => {
    expect(orNothingRan({ passed: 0, failed: 0, said: '' }).failed).toBe(1)
  })
})

describe('a run', () => {
  const stage = (name: string, cores: 1 | 2, run: Stage['run']): Stage => ({ name, cores, run })
  const passing = (passed: number) => async () => ({ passed, failed: 0, said: 'unsaid' })

  it('ends with the sums as its last line', async () => {
    const lines: string[] = []
    const code = await runStages([stage('a', 1, passing(2)), stage('b', 2, passing(3))], line => lines.push(line))
    expect(code).toBe(0)
    expect(lines.at(-1)).toBe('5 passed, 0 failed')
    expect(lines.join('\n')).not.toContain('unsaid')
  })

  it('fails with a stage that fails, is empty or breaks, and shows what each said', async () => {
    const lines: string[] = []
    const broken = [
      stage('fails', 1, async () => ({ passed: 1, failed: 2, said: 'two of three' })),
      stage('empty', 1, async () => ({ passed: 0, failed: 0, said: '' })),
      stage('breaks', 1, () => Promise.reject(new Error('no such program'))),
    ]
    expect(await runStages(broken, line => lines.push(line))).toBe(1)
    expect(lines.at(-1)).toBe('1 passed, 4 failed')
    for (const said of ['two of three', 'No test ran', 'no such program']) expect(lines.join('\n')).toContain(said)
  })

  it('never takes more than two cores', async () => {
    let taken = 0
    let most = 0
    const busy = (cores: 1 | 2) =>
      stage('busy', cores, async () => {
        taken += cores
        most = Math.max(most, taken)
        await new Promise(resolve => setTimeout(resolve, 10))
        taken -= cores
        return { passed: 1, failed: 0, said: '' }
      })
    await runStages([busy(1), busy(2), busy(1), busy(1), busy(1), busy(2)], () => {})
    expect(most).toBe(2)
  })

  it('has one that waits beside others, and none beside one that runs alone', async () => {
    const running = new Set<string>()
    const seen: string[] = []
    const slow = (name: string, cores: Stage['cores'], ms: number, alone?: true): Stage => ({
      ...{ name, cores, alone },
      run: async () => {
        running.add(name)
        seen.push([...running].join(' '))
        await new Promise(resolve => setTimeout(resolve, ms))
        running.delete(name)
        return { passed: 1, failed: 0, said: '' }
      },
    })
    const lines: string[] = []
    await runStages(
      [slow('waits', 0, 20), slow('waits too', 0, 60), slow('works', 2, 40), slow('alone', 2, 5, true)],
      line => lines.push(line),
    )
    expect(seen).toEqual(['waits', 'waits works', 'works waits too', 'alone'])
    expect(lines.at(-1)).toBe('4 passed, 0 failed')
  })
})
