import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Me } from '../apiTypes.ts'
import { NoAnswerError } from '../problems/ProblemError.ts'
import { tellClosed, watchOtherTabs } from '../tabs/tabs.ts'
import { openPdf } from './openPdf.ts'

const me = { person: { id: 'siti' }, post: { id: 'p1' } } as Me
const opened = () => ({ closed: false, close: vi.fn(), location: { href: 'about:blank' } })
let tab = opened()

beforeEach(() => {
  tab = opened()
  vi.stubGlobal('open', () => tab)
  vi.stubGlobal('fetch', async () => new Response('%PDF-1.4'))
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:pdf', revokeObjectURL: vi.fn() }))
})
afterEach(() => vi.unstubAllGlobals())

it.each([
  ['its person leaves, or the screen locks', tellClosed],
  ['the page is closed or reloaded', () => window.dispatchEvent(new Event('pagehide'))],
])('a PDF in a tab of its own is closed when %s', async (_, leave) => {
  await openPdf('/x')
  expect(tab.location.href).toBe('blob:pdf')
  expect(tab.close).not.toHaveBeenCalled()
  leave()
  expect(tab.close).toHaveBeenCalledOnce()
  expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:pdf')
})

it.each([
  ['the screen locks', 'closed'],
  ['another user signs in', 'budi/p9'],
])('and also when %s in another tab, while this one stays', async (_, word) => {
  const stop = watchOtherTabs(
    me,
    () => {},
    () => {},
    () => true,
  )
  await openPdf('/x')
  const other = new BroadcastChannel('sepakat.session')
  other.postMessage(word)
  await expect.poll(() => tab.close.mock.calls.length).toBe(1)
  other.close()
  stop()
})

it('does not show a file that arrives after its user has left', async () => {
  const opening = openPdf('/x')
  tellClosed()
  await opening
  expect(tab.close).toHaveBeenCalledOnce()
  expect(tab.location.href).toBe('about:blank')
})

it('treats a PDF that breaks off as no answer', async () => {
  const body = new ReadableStream({ pull: controller => controller.error(new TypeError('network error')) })
  vi.stubGlobal('fetch', async () => new Response(body))
  await expect(openPdf('/x')).rejects.toBeInstanceOf(NoAnswerError)
  expect(tab.close).toHaveBeenCalledOnce()
  expect(tab.location.href).toBe('about:blank')
})
