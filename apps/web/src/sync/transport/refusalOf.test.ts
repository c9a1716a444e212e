import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ProblemError } from '../problems/ProblemError.ts'
import { delayAfter } from './refusalOf.ts'
import { useServerBusy } from './serverBusy.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

const refusal = (code: 'busy' | 'too-many', status: number, retryAfter?: number) =>
  new ProblemError({
    type: `/problems/${code}`,
    title: '',
    detail: '',
    instance: '',
    code,
    status,
    ...(retryAfter && { retryAfter }),
  })

it('waits as long as a server without room asks, and the page says so until then', async () => {
  const { result } = renderHook(useServerBusy)
  let delay = 0
  act(() => {
    delay = delayAfter(refusal('busy', 503, 5), 3)
  })
  expect([delay, result.current]).toEqual([5000, true])
  await act(() => vi.advanceTimersByTimeAsync(5000))
  expect(result.current).toBe(false)
})

it('is no want of room where too much was sent, or no answer came', () => {
  const { result } = renderHook(useServerBusy)
  expect([delayAfter(refusal('too-many', 429, 7), 1), delayAfter(new Error('no answer'), 4)]).toEqual([7000, 8000])
  expect(result.current).toBe(false)
})
