import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { onceStill } from './onceStill.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())
const press = () => dispatchEvent(new Event('keydown'))
const run = vi.fn()
beforeEach(() => run.mockClear())

it('runs it two seconds after the last key, once', () => {
  onceStill(run)
  for (let keys = 0; keys < 20; keys++) {
    vi.advanceTimersByTime(1500)
    press()
  }
  expect(run).not.toHaveBeenCalled()
  vi.advanceTimersByTime(2000)
  expect(run).toHaveBeenCalledTimes(1)
  press()
  vi.advanceTimersByTime(10_000)
  expect(run).toHaveBeenCalledTimes(1)
})

it('does not wait for longer than a minute, however much is typed', () => {
  onceStill(run)
  for (let keys = 0; keys < 62; keys++) {
    vi.advanceTimersByTime(1000)
    press()
  }
  vi.advanceTimersByTime(1000)
  expect(run).toHaveBeenCalledTimes(1)
})

it('can be taken back', () => {
  onceStill(run)()
  press()
  vi.advanceTimersByTime(10_000)
  expect(run).not.toHaveBeenCalled()
})
