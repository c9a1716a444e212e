import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { watchIdle } from './idle.ts'

const minute = 60_000
beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

it('counts from the last touch, of any tab', () => {
  const told: number[] = []
  const stop = watchIdle(15 * minute, idle => told.push(idle))
  vi.advanceTimersByTime(10 * minute)
  expect(told.at(-1)).toBe(10 * minute)
  window.dispatchEvent(new Event('keydown'))
  expect(told.at(-1)).toBe(0)
  vi.advanceTimersByTime(5 * minute)
  localStorage.setItem('sepakat.touched', String(Date.now() - 1000)) // another tab
  vi.advanceTimersByTime(1000)
  expect(told.at(-1)).toBe(2000)
  stop()
  vi.advanceTimersByTime(minute)
  expect(told.at(-1)).toBe(2000)
})

it('reports a touch after the limit as such: it may be another user’s', () => {
  const told: number[] = []
  const stop = watchIdle(15 * minute, idle => told.push(idle))
  vi.setSystemTime(Date.now() + 8 * 60 * minute) // the laptop slept, no timer ran
  window.dispatchEvent(new Event('pointerdown'))
  expect(told.at(-1)).toBe(8 * 60 * minute)
  stop()
})
