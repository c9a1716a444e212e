import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { inventedAnswers, inventedForm } from '#sheet/answers/fixtures/invented.ts'
import { interleave } from './interleave.ts'
import { memoryReport } from './memoryReport.ts'
import { steps } from './steps.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const runs = 200
const pause = async (ms: number) => void (await vi.advanceTimersByTimeAsync(ms))

it('loses nothing of two users in one form, whatever happens between them and the server', async () => {
  const form = inventedForm()
  await fc.assert(
    fc.asyncProperty(steps(60), async taken => {
      const report = memoryReport(form, inventedAnswers())
      expect(await interleave({ form, report, pause, late: 4000 }, taken)).toEqual([])
    }),
    { numRuns: runs },
  )
}, 60_000)
