import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { isLive, type LiveUpdate, subscribeToUpdates } from './liveUpdates.ts'

class Source {
  static all: Source[] = []
  static readonly CLOSED = 2
  readyState = 0
  onopen = () => {}
  onmessage = (_: { data: string }) => {}
  onerror = (_: { target: Source }) => {}
  readonly address: string
  constructor(address: string) {
    this.address = address
    Source.all.push(this)
  }
  close(): void {
    this.readyState = 2
  }
  say(update: LiveUpdate): void {
    this.onmessage({ data: JSON.stringify(update) })
  }
}
const open = () => Source.all.filter(({ readyState }) => readyState !== 2)
const look = (state: string) => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state as DocumentVisibilityState)
  document.dispatchEvent(new Event('visibilitychange'))
}
const soon = () => vi.advanceTimersByTimeAsync(0)
const leaving: (() => void)[] = []
const hear = (updates: LiveUpdate[] = []) => {
  const leave = subscribeToUpdates('r1', { update: update => updates.push(update) })
  leaving.push(leave)
  return leave
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', Source)
  Source.all = []
})
afterEach(() => {
  for (const leave of leaving.splice(0)) leave()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

it('all listeners of a page share one stream, and a late one gets the last updates', async () => {
  hear()
  await soon()
  open()[0]!.onopen()
  open()[0]!.say({ about: 'answers', version: 3 })
  const late: LiveUpdate[] = []
  hear(late)
  expect(open().map(({ address }) => address)).toEqual(['/api/v1/submissions/r1/bell'])
  expect(late).toEqual([{ about: 'answers', version: 3 }])
  expect(isLive('r1')).toBe(true)
  for (const leave of leaving) leave()
  expect([open(), isLive('r1')]).toEqual([[], false])
})

it('a hidden tab has no stream', async () => {
  hear()
  await soon()
  look('hidden')
  expect(open()).toEqual([])
  look('visible')
  await soon()
  expect(open()).toHaveLength(1)
})

it('reconnects after a refusal, and after a silence longer than the server’s interval', async () => {
  hear()
  await soon()
  const [first] = open()
  first!.readyState = 2
  first!.onerror({ target: first! })
  await vi.advanceTimersByTimeAsync(30_000)
  expect(Source.all).toHaveLength(2)
  open()[0]!.onopen()
  await vi.advanceTimersByTimeAsync(44_000)
  open()[0]!.say({ about: 'report' })
  await vi.advanceTimersByTimeAsync(44_000)
  expect(isLive('r1')).toBe(true)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(isLive('r1')).toBe(false)
  expect(Source.all).toHaveLength(3)
})
