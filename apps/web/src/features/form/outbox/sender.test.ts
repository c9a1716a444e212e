import 'fake-indexeddb/auto'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { newId } from '../../../lib/ids.ts'
import { NoAnswerError } from '../../../lib/ProblemError.ts'
import { openInvented } from '../fixtures/store.ts'
import { enter, keyOf } from '../liveStores.ts'
import { idbKeep } from './idbKeep.ts'
import type { Wire } from './pending.ts'
import { type Sender, senderFor } from './sender.ts'

const at = '/counts/kunjungan/reached'
const network = setupServer()
const address = (id: string) => `${location.origin}/api/v1/submissions/${id}/answers`
const soon = (check: () => unknown) => vi.waitFor(check, { timeout: 4000 })
/** One window: every lock is free. */
const locks = { request: async (...args: unknown[]) => (args.at(-1) as (lock: object) => unknown)({}) }
let sender: Sender | undefined

beforeAll(() => network.listen())
beforeEach(() => Object.defineProperty(navigator, 'locks', { value: locks, configurable: true }))
afterEach(() => {
  sender?.stop()
  network.resetHandlers()
  Reflect.deleteProperty(navigator, 'locks')
})
afterAll(() => network.close())

/** A report that was filled in without a line and left, and the server behind it. */
async function left(person: string) {
  const submission = newId()
  const keep = idbKeep(person, submission)
  const { store, server } = openInvented({ keep, line: async () => Promise.reject(new NoAnswerError('')) })
  store.set(at, '77')
  await soon(async () => expect(await keep.load()).toHaveLength(1))
  store.stop()
  const serve = () =>
    network.use(
      http.patch(address(submission), async ({ request }) => {
        const { changes } = (await request.json()) as { changes: Wire[] }
        return HttpResponse.json(server.save(changes))
      }),
    )
  return { submission, keep, store, server, serve }
}

it('sends every report of the person that nobody has opened, and learns what was accepted', async () => {
  const person = newId()
  const reports = [await left(person), await left(person)]
  const other = await left(newId())
  for (const report of [...reports, other]) report.serve()
  sender = senderFor(person)
  for (const { keep, server } of reports) {
    await soon(async () => expect(await keep.load()).toEqual([]))
    expect(server.requests).toHaveLength(1)
    expect(await keep.recall(1)).toMatchObject([{ pointer: at, value: '77', rev: 2 }])
  }
  expect(await other.keep.load()).toHaveLength(1)
  expect(other.server.requests).toEqual([])
})

it('leaves on the device what this post does not reach, and goes on with the next', async () => {
  const person = newId()
  const [away, reached] = [await left(person), await left(person)]
  let asked = 0
  network.use(
    http.patch(address(away.submission), () => {
      asked += 1
      return HttpResponse.json({ code: 'not-found', status: 404, detail: '' }, { status: 404 })
    }),
  )
  reached.serve()
  sender = senderFor(person)
  await soon(async () => expect(await reached.keep.load()).toEqual([]))
  await soon(() => expect(asked).toBe(1))
  expect(await away.keep.load()).toMatchObject([{ state: 'sent', value: '77' }])
})

it('tries again when no answer came, and not while the form is open here', async () => {
  const person = newId()
  const report = await left(person)
  const open = await left(person)
  await enter(keyOf(person, open.submission), open.store)
  network.use(http.patch(address(report.submission), () => HttpResponse.error(), { once: true }))
  sender = senderFor(person)
  await soon(async () => expect(await report.keep.load()).toMatchObject([{ state: 'sent' }]))
  report.serve()
  await soon(async () => expect(await report.keep.load()).toEqual([]))
  expect(report.server.requests).toHaveLength(1)
  expect(open.server.requests).toEqual([])
})
