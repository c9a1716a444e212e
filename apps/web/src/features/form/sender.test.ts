import 'fake-indexeddb/auto'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { openInvented } from '#sheet/answers/fixtures/store.ts'
import { enter, keyOf } from '#sheet/answers/liveStores.ts'
import { readCreatedHere, recordCreatedHere } from '#sync/cache/createdHere.ts'
import { setCacheReader } from '#sync/cache/deviceCache.ts'
import { newId } from '#sync/newId.ts'
import { idbOutboxStore } from '#sync/outbox/idbOutboxStore.ts'
import type { Wire } from '#sync/outbox/pending.ts'
import { putQueuedSubmit, type QueuedSubmit, readQueue } from '#sync/outbox/queuedSubmits.ts'
import { NoAnswerError } from '#sync/problems/ProblemError.ts'
import { idbFileStore } from '#sync/uploads/idbFileStore.ts'
import { openTestVault } from '#sync/vault/openTestVault.ts'
import { type Sender, senderFor } from './sender.ts'

const at = '/counts/kunjungan/reached'
const network = setupServer()
const address = (id: string) => `${location.origin}/api/v1/submissions/${id}/answers`
const soon = (check: () => unknown) => vi.waitFor(check, { timeout: 4000 })
/** One window: every lock is free. */
const locks = { request: async (...args: unknown[]) => (args.at(-1) as (lock: object) => unknown)({}) }
let sender: Sender | undefined
const onSubmitted = vi.fn()

beforeAll(() => network.listen())
beforeEach(() => Object.defineProperty(navigator, 'locks', { value: locks, configurable: true }))
afterEach(() => {
  sender?.stop()
  network.resetHandlers()
  Reflect.deleteProperty(navigator, 'locks')
})
afterAll(() => network.close())

/** A report that was filled in offline and left, and the server behind it. */
async function left(person: string) {
  await openTestVault(person)
  const submission = newId()
  const disk = idbOutboxStore(person, submission)
  const { store, server } = openInvented({ disk, line: async () => Promise.reject(new NoAnswerError('')) })
  store.set(at, '77')
  await soon(async () => expect(await disk.load()).toHaveLength(1))
  store.stop()
  const serve = () =>
    network.use(
      http.patch(address(submission), async ({ request }) => {
        const { changes } = (await request.json()) as { changes: Wire[] }
        return HttpResponse.json(server.save(changes))
      }),
    )
  return { submission, disk, store, server, serve }
}

it('sends every report of the user that is not open, and learns what was accepted', async () => {
  const person = newId()
  const anotherUser = newId()
  const other = await left(anotherUser)
  const reports = [await left(person), await left(person)]
  for (const report of [...reports, other]) report.serve()
  sender = senderFor(person, 'p1', onSubmitted)
  for (const { disk, server } of reports) {
    await soon(async () => expect(await disk.load()).toEqual([]))
    expect(server.requests).toHaveLength(1)
    expect(await disk.recall(1)).toMatchObject([{ pointer: at, value: '77', rev: 2 }])
  }
  expect(other.server.requests).toEqual([])
  await openTestVault(anotherUser)
  expect(await other.disk.load()).toHaveLength(1)
})

it('has the server create reports created offline, before their changes and where there are none', async () => {
  const person = newId()
  const report = await left(person)
  const empty = newId()
  vi.stubGlobal('isSecureContext', true)
  setCacheReader(`${person}/p1`)
  for (const id of [report.submission, empty]) await recordCreatedHere(person, id)
  const asked: string[] = []
  const begins = `${location.origin}/api/v1/submissions`
  network.use(
    http.post(begins, async ({ request }) => {
      asked.push(((await request.json()) as { obligation: string }).obligation)
      return HttpResponse.json({}, { status: 201 })
    }),
    http.get(`${begins}/:id/answers`, () => HttpResponse.json({ version: 0, answers: {} })),
  )
  report.serve()
  sender = senderFor(person, 'p1', onSubmitted)
  await soon(async () => expect(await report.disk.load()).toEqual([]))
  await soon(async () => expect(await readCreatedHere(person)).toEqual(new Set()))
  expect(asked.sort()).toEqual([report.submission, empty].sort())
  setCacheReader(null)
  vi.unstubAllGlobals()
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
  sender = senderFor(person, 'p1', onSubmitted)
  await soon(async () => expect(await reached.disk.load()).toEqual([]))
  await soon(() => expect(asked).toBe(1))
  expect(await away.disk.load()).toMatchObject([{ state: 'sent', value: '77' }])
})

it('retries when no response came, and not while the form is open here', async () => {
  const person = newId()
  const report = await left(person)
  const open = await left(person)
  await enter(keyOf(person, open.submission), open.store)
  network.use(http.patch(address(report.submission), () => HttpResponse.error(), { once: true }))
  sender = senderFor(person, 'p1', onSubmitted)
  await soon(async () => expect(await report.disk.load()).toMatchObject([{ state: 'sent' }]))
  report.serve()
  await soon(async () => expect(await report.disk.load()).toEqual([]))
  expect(report.server.requests).toHaveLength(1)
  expect(open.server.requests).toEqual([])
})

describe('a queued submission', () => {
  const decided = '2026-11-27T01:00:00.000Z'
  async function queued(person: string, submission: string, more: Partial<QueuedSubmit> = {}): Promise<QueuedSubmit> {
    const of = { person, submission, post: 'p1', title: 'Laporan karangan', at: decided, key: newId() }
    const queued: QueuedSubmit = { ...of, state: 'waiting', said: '', ...more }
    await putQueuedSubmit(queued)
    return queued
  }
  const submit = (id: string, answer: (request: Request) => Promise<Response> | Response) =>
    http.post(`${location.origin}/api/v1/submissions/${id}/submit`, ({ request }) => answer(request))

  it('is sent once all changes are, under its idempotency key, with the time of the decision', async () => {
    const person = newId()
    const report = await left(person)
    const { key } = await queued(person, report.submission)
    const sent: unknown[] = []
    report.serve()
    network.use(
      submit(report.submission, async request => {
        const { deviceAt } = (await request.json()) as { deviceAt: string }
        sent.push([request.headers.get('idempotency-key'), deviceAt, report.server.requests.length])
        return HttpResponse.json({ submission: {}, receipt: { number: 'T-7' } })
      }),
    )
    sender = senderFor(person, 'p1', onSubmitted)
    await soon(async () => expect(await readQueue(person)).toMatchObject([{ state: 'sent', said: 'T-7' }]))
    expect(sent).toEqual([[key, decided, 1]])
    await soon(() => expect(onSubmitted).toHaveBeenCalledTimes(1))
  })

  it.each([
    ['as it was when that was decided', '40', 'sent'],
    ['with another number', '45', 'refused'],
  ])('of a report created on the device is sent only where the server created it %s', async (_, due, state) => {
    const person = newId()
    const submission = newId()
    const began = (value: string) => ({
      version: 1,
      answers: { recipients: { gepeng: { due: value } } },
      revs: { recipients: { gepeng: { due: 1 } } },
    })
    await openTestVault(person)
    await queued(person, submission, { ahead: began('40') })
    let sent = 0
    network.use(
      http.get(address(submission), () => HttpResponse.json({ ...began(due), removed: {} })),
      submit(submission, () => {
        sent += 1
        return HttpResponse.json({ submission: {}, receipt: { number: 'T-7' } })
      }),
    )
    sender = senderFor(person, 'p1', onSubmitted)
    await soon(async () => expect(await readQueue(person)).toMatchObject([{ state }]))
    expect(sent).toBe(state === 'sent' ? 1 : 0)
  })

  it('is cancelled with the reason where the server refuses it; one of another post keeps waiting', async () => {
    const [person, refused, other] = [newId(), newId(), newId()]
    await openTestVault(person)
    await queued(person, refused)
    await queued(person, other, { post: 'p2' })
    network.use(
      submit(refused, () =>
        HttpResponse.json(
          { code: 'needs-unmet', status: 409, title: 'Belum dapat dikirim', detail: 'Ada yang salah.' },
          { status: 409 },
        ),
      ),
    )
    sender = senderFor(person, 'p1', onSubmitted)
    const stateOf = async (id: string) => (await readQueue(person)).find(one => one.submission === id)
    await soon(async () => expect((await stateOf(refused))?.state).toBe('refused'))
    expect((await stateOf(refused))?.said).toBe('Belum dapat dikirim. Ada yang salah.')
    expect((await stateOf(other))?.state).toBe('waiting')
  })

  it('is cancelled where a file of the report did not go through: it would be left out', async () => {
    const [person, submission] = [newId(), newId()]
    await openTestVault(person)
    const details = { anchor: '/counts/kunjungan', title: 'SK', number: '', date: '', page: '' }
    const known = { post: 'p1', sha256: undefined, photo: null, replaces: undefined, begun: false, message: '' }
    const file = { id: newId(), person, submission, fileName: 'sk.pdf', bytes: 3, order: 1, ...details, ...known }
    await idbFileStore.put({ ...file, state: 'stuck' }, new Blob(['abc']))
    await queued(person, submission)
    sender = senderFor(person, 'p1', onSubmitted)
    await soon(async () => expect(await readQueue(person)).toMatchObject([{ state: 'refused' }]))
  })

  it('is cancelled where a change of the report needs the user first', async () => {
    const person = newId()
    const report = await left(person)
    await queued(person, report.submission)
    report.server.save([{ changeId: newId(), op: 'set', pointer: at, value: '4700', base: 1 }], 'post:other')
    report.serve()
    sender = senderFor(person, 'p1', onSubmitted)
    await soon(async () => expect(await readQueue(person)).toMatchObject([{ state: 'refused' }]))
    expect(await report.disk.load()).toMatchObject([{ state: 'stuck', value: '77' }])
  })
})
