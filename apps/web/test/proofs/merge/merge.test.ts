import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { evaluatedForm } from '#sheet/answers/fixtures/evaluatedForm.ts'
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
})

it('loses nothing of an evaluator on two devices, whose changes go a way of their own', async () => {
  const form = evaluatedForm({
    verified: { type: 'boolean', label: 'Menurut penilai', need: 'required', writer: 'evaluator' },
    note: { type: 'prose', label: 'Catatan penilai', need: 'optional', writer: 'evaluator' },
  })
  const heard = new Set<string>()
  await fc.assert(
    fc.asyncProperty(steps(60), async taken => {
      const report = memoryReport(form, { parts: { a: { met: true }, b: { met: false } } }, 'evaluator')
      expect(await interleave({ form, report, pause, late: 4000, heard: of => heard.add(of) }, taken)).toEqual([])
    }),
    { numRuns: runs },
  )
  expect([...heard].sort()).toEqual(['already', 'applied', 'bad-shape', 'conflict', 'locked'])
})
