import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { onReconnect, sawAnswer, sawNoAnswer, useOnline } from './online.ts'

let isThere = false
const asked = vi.fn(async (_address: string) => {
  if (!isThere) throw new TypeError('network error')
  return Response.json({ status: 'ok' })
})
beforeEach(() => {
  isThere = false
  asked.mockClear()
  vi.useFakeTimers()
  vi.stubGlobal('fetch', asked)
})
afterEach(() => {
  act(sawAnswer)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

it('polls whether the server is back, soon and then less often, and notifies listeners', async () => {
  const reconnected = vi.fn()
  const off = onReconnect(reconnected)
  const { result } = renderHook(useOnline)
  expect(result.current).toBe(true)
  act(sawNoAnswer)
  expect(result.current).toBe(false)
  await pass(10_000)
  expect(asked.mock.calls.length).toBeGreaterThanOrEqual(3)
  expect(asked.mock.calls[0]).toEqual(['/healthz', expect.objectContaining({ cache: 'no-store' })])
  expect(reconnected).not.toHaveBeenCalled()
  isThere = true
  await pass(8_000)
  expect(result.current).toBe(true)
  expect(reconnected).toHaveBeenCalledOnce()
  asked.mockClear()
  await pass(120_000)
  expect(asked).not.toHaveBeenCalled()
  off()
})

it('polls at most every ten seconds, however long it takes', async () => {
  renderHook(useOnline)
  act(sawNoAnswer)
  await pass(600_000)
  asked.mockClear()
  await pass(100_000)
  expect(asked).toHaveBeenCalledTimes(10)
})

it('treats the page of a portal as no server', async () => {
  asked.mockImplementation(
    async () => new Response('<h1>Masuk ke Wi-Fi</h1>', { headers: { 'content-type': 'text/html' } }),
  )
  const { result } = renderHook(useOnline)
  act(sawNoAnswer)
  await pass(5_000)
  expect(asked).toHaveBeenCalled()
  expect(result.current).toBe(false)
})

it('notifies listeners at once when the device is connected again', () => {
  const reconnected = vi.fn()
  const off = onReconnect(reconnected)
  const { result } = renderHook(useOnline)
  act(sawNoAnswer)
  act(() => void dispatchEvent(new Event('online')))
  expect(result.current).toBe(true)
  expect(reconnected).toHaveBeenCalledOnce()
  off()
})
