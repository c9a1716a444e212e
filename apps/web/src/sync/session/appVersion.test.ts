import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepAppOnDevice, takeNewVersion } from './appVersion.ts'

/** A service worker, waiting for a page to use it, that hears what it is told from the given message on. */
function waitingFrom(heardFrom: number) {
  const worker = { told: 0, postMessage: vi.fn() }
  const container = Object.assign(new EventTarget(), { controller: {}, register: vi.fn() })
  worker.postMessage.mockImplementation(() => {
    worker.told++
    if (worker.told === heardFrom) container.dispatchEvent(new Event('controllerchange'))
  })
  const registration = Object.assign(new EventTarget(), { installing: null, waiting: worker, update: async () => {} })
  container.register.mockResolvedValue(registration)
  vi.stubGlobal('navigator', Object.create(navigator, { serviceWorker: { value: container } }))
  return worker
}

const reload = vi.fn()
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubEnv('PROD', true)
  vi.stubGlobal('location', { reload })
  reload.mockClear()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
})

test('a new version is told again until it is used: a busy browser may not have started it', async () => {
  const worker = waitingFrom(3)
  await keepAppOnDevice()
  takeNewVersion()
  expect(reload).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(5000)
  expect(worker.told).toBe(3)
  expect(reload).toHaveBeenCalledOnce()
})

test('the page reloads where the browser goes on with the old version', async () => {
  waitingFrom(Number.POSITIVE_INFINITY)
  await keepAppOnDevice()
  takeNewVersion()
  await vi.advanceTimersByTimeAsync(9000)
  expect(reload).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(2000)
  expect(reload).toHaveBeenCalledOnce()
})
