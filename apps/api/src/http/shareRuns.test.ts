import { setImmediate as settle } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type ShareRuns, shareRuns } from './shareRuns.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

/** Runs that end when they are told to, and give their number. */
const counted = () => {
  const ends: (() => void)[] = []
  const run = () => {
    const { promise, resolve } = Promise.withResolvers<number>()
    const n = ends.length + 1
    ends.push(() => resolve(n))
    return promise
  }
  return { run, ends }
}
const ask = (share: ShareRuns, run: () => Promise<number>, times: number, key = 'a') =>
  Array.from({ length: times }, () => share(key, run))

it('who asks while it runs is answered by the next run, once for all of them', async () => {
  const share = shareRuns()
  const { run, ends } = counted()
  const [first] = ask(share, run, 1)
  const others = ask(share, run, 3)
  await settle()
  expect(ends).toHaveLength(1)
  ends[0]!()
  expect(await first).toBe(1)
  await vi.advanceTimersByTimeAsync(250)
  expect(ends).toHaveLength(2)
  const later = ask(share, run, 2)
  ends[1]!()
  expect(await Promise.all(others)).toEqual([2, 2, 2])
  await vi.advanceTimersByTimeAsync(250)
  ends[2]!()
  expect(await Promise.all(later)).toEqual([3, 3])
})

it('leaves others the process for as long as a run took', async () => {
  const share = shareRuns()
  const { run, ends } = counted()
  ask(share, run, 2)
  await vi.advanceTimersByTimeAsync(100)
  ends[0]!()
  await vi.advanceTimersByTimeAsync(99)
  expect(ends).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(2)
  expect(ends).toHaveLength(2)
})

it('one that asks alone waits for nothing', async () => {
  const share = shareRuns()
  const { run, ends } = counted()
  ask(share, run, 1)
  ends[0]!()
  await vi.advanceTimersByTimeAsync(10)
  ask(share, run, 1)
  expect(ends).toHaveLength(2)
})

it('a failure is told to those who wait for that run alone', async () => {
  const share = shareRuns()
  const { run, ends } = counted()
  const failed = share('a', () => Promise.reject(new Error('broken')))
  const [next] = ask(share, run, 1)
  await expect(failed).rejects.toThrow('broken')
  await vi.advanceTimersByTimeAsync(10)
  ends[0]!()
  expect(await next).toBe(1)
})

it('who comes where a run takes long is told to come again; who waits already is answered', async () => {
  const share = shareRuns()
  const { run, ends } = counted()
  const all = ask(share, run, 2)
  await vi.advanceTimersByTimeAsync(751)
  await expect(share('a', run)).rejects.toMatchObject({ code: 'busy', more: { retryAfter: expect.any(Number) } })
  ends[0]!()
  await vi.advanceTimersByTimeAsync(250)
  ends[1]!()
  expect(await Promise.all(all)).toEqual([1, 2])
})

it('what differs runs beside it', () => {
  const share = shareRuns()
  const { run, ends } = counted()
  ask(share, run, 1)
  ask(share, run, 1, 'b')
  expect(ends).toHaveLength(2)
})

it('who comes after a run that took long waits for the next', async () => {
  const share = shareRuns()
  const { run, ends } = counted()
  ask(share, run, 1)
  await vi.advanceTimersByTimeAsync(1000)
  ends[0]!()
  await vi.advanceTimersByTimeAsync(10)
  const [next] = ask(share, run, 1)
  await vi.advanceTimersByTimeAsync(250)
  ends[1]!()
  expect(await next).toBe(2)
})
