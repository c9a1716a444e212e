import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { keepRuns } from './keepRuns.ts'
import { shareRuns } from './shareRuns.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

const counting = () => {
  let n = 0
  return async () => ++n
}

it('answers by the last run for as long as it is kept, then makes it again', async () => {
  const keep = keepRuns(shareRuns(), 1000)
  const run = counting()
  expect([await keep('a', run), await keep('a', run), await keep('b', run)]).toEqual([1, 1, 2])
  await vi.advanceTimersByTimeAsync(999)
  expect(await keep('a', run)).toBe(1)
  await vi.advanceTimersByTimeAsync(1)
  // made again behind who asks
  expect(await keep('a', run)).toBe(1)
  await vi.advanceTimersByTimeAsync(10)
  expect(await keep('a', run)).toBe(3)
  await vi.advanceTimersByTimeAsync(4000)
  expect(await keep('a', run)).toBe(4)
})

it('keeps nothing where it is told so, and no failure', async () => {
  const run = counting()
  const never = keepRuns(shareRuns(), 0)
  expect(await never('a', run)).toBe(1)
  await vi.advanceTimersByTimeAsync(10)
  expect(await never('a', run)).toBe(2)
  const keep = keepRuns(shareRuns(), 1000)
  await expect(keep('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  await vi.advanceTimersByTimeAsync(10)
  expect(await keep('a', run)).toBe(3)
})
