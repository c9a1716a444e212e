import 'fake-indexeddb/auto'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { readCreatedHere } from '#sync/cache/createdHere.ts'
import { readCached, setCacheReader } from '#sync/cache/deviceCache.ts'
import { newId } from '#sync/newId.ts'
import { NoAnswerError } from '#sync/problems/ProblemError.ts'
import { api, createdFirst } from '#sync/transport/api.ts'
import { openTestVault } from '#sync/vault/openTestVault.ts'
import { createReport } from './createReport.ts'

const root = `${location.origin}/api/v1`
const network = setupServer()
let person: string
let id: string
/** The requests, in order. */
let asked: string[]
/** Whether it was created on the server. */
let there: boolean
beforeAll(() => network.listen())
beforeEach(async () => {
  vi.stubGlobal('isSecureContext', true)
  person = newId()
  id = newId()
  asked = []
  there = false
  await openTestVault(person)
  setCacheReader(`${person}/p1`)
})
afterEach(() => {
  network.resetHandlers()
  setCacheReader(null)
  vi.unstubAllGlobals()
})
afterAll(() => network.close())

const draft = () => ({
  submission: { id, status: 'draft' },
  form: { form: 'x/y' },
  answers: { version: 1, answers: {} },
})
const cut = () => network.use(http.all(`${root}/*`, () => HttpResponse.error()))
const report = () => api('GET /submissions/:id', { params: { id } })
const save = () => api('PATCH /submissions/:id/answers', { params: { id }, body: { changes: [] } })
async function readBeforehand(): Promise<void> {
  network.use(http.get(`${root}/obligations/:id/draft`, () => HttpResponse.json(draft())))
  await api('GET /obligations/:id/draft', { params: { id } })
  const address = `/api/v1/obligations/${id}/draft`
  await vi.waitFor(async () => expect(await readCached(`${person}/p1`, address)).toBeTruthy())
}
function answer(begin: () => Response): void {
  network.use(
    http.all(`${root}/submissions*`, ({ request }) => {
      asked.push(`${request.method} ${new URL(request.url).pathname.split('/').at(-1)}`)
      if (request.method === 'POST') {
        const created = begin()
        there ||= created.ok
        return created
      }
      if (there) return HttpResponse.json({ id, status: 'draft', version: 1 })
      return HttpResponse.json({ code: 'not-found', status: 404 }, { status: 404 })
    }),
  )
}

it('creates it on the server where that answers, without asking the device', async () => {
  answer(() => HttpResponse.json({ id }, { status: 201 }))
  await createReport(person, id, true)
  expect(asked).toEqual(['POST submissions'])
  expect((await readCreatedHere(person)).size).toBe(0)
})

it.each([true, false])(
  'creates it on the device from its draft preview where the server does not answer (believed online: %s)',
  async online => {
    await readBeforehand()
    cut()
    await createReport(person, id, online)
    expect([...(await readCreatedHere(person))]).toEqual([id])
    expect(await report()).toEqual({ id, status: 'draft' })
    const answers = await api('GET /submissions/:id/answers', { params: { id }, query: { revs: true } })
    expect(answers).toMatchObject({ version: 1, ahead: true })
  },
)

it('creates it here after a timeout on a stalled connection', async () => {
  await readBeforehand()
  network.use(http.post(`${root}/submissions`, () => new Promise(() => {})))
  vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setTimeout'] })
  const created = createReport(person, id, true)
  await vi.advanceTimersByTimeAsync(9000)
  vi.useRealTimers()
  await created
  expect([...(await readCreatedHere(person))]).toEqual([id])
})

it('has the server create an unknown report once, however many requests there are', async () => {
  await readBeforehand()
  cut()
  await createReport(person, id, false)
  network.resetHandlers()
  answer(() => HttpResponse.json({ id }, { status: 201 }))
  await Promise.all([createdFirst(id), save(), save()])
  expect(asked.filter(one => one === 'POST submissions')).toHaveLength(1)
  expect((await readCreatedHere(person)).size).toBe(0)
  await report()
  expect(asked.filter(one => one.startsWith('POST'))).toHaveLength(1)
})

it('creates nothing by reading: what the device has is given until the server has the report', async () => {
  await readBeforehand()
  cut()
  await createReport(person, id, false)
  network.resetHandlers()
  answer(() => HttpResponse.json({ id }, { status: 201 }))
  const revisions = () => api('GET /submissions/:id/revisions', { params: { id } })
  expect(await Promise.all([report(), report()])).toEqual([draft().submission, draft().submission])
  await expect(revisions()).rejects.toBeInstanceOf(NoAnswerError)
  expect(asked.filter(one => !one.startsWith('GET'))).toEqual([])
  expect([...(await readCreatedHere(person))]).toEqual([id])
  await createdFirst(id)
  expect(await report()).toMatchObject({ version: 1 })
})

it('reports the server’s refusal to create it for every request about it, and it stays', async () => {
  await readBeforehand()
  cut()
  await createReport(person, id, false)
  network.resetHandlers()
  answer(() =>
    HttpResponse.json({ code: 'needs-unmet', status: 409, detail: 'Periode ini sudah ditutup.' }, { status: 409 }),
  )
  for (const ask of [save, report])
    await expect(ask()).rejects.toMatchObject({ problem: { detail: 'Periode ini sudah ditutup.' } })
  expect([...(await readCreatedHere(person))]).toEqual([id])
})

it('lets a user without the permission to create it read what another created, and reports where none did', async () => {
  await readBeforehand()
  cut()
  await createReport(person, id, false)
  network.resetHandlers()
  answer(() => HttpResponse.json({ code: 'no-right', status: 403, detail: 'Bukan wewenang Anda.' }, { status: 403 }))
  there = true
  expect(await report()).toMatchObject({ version: 1 })
  there = false
  for (const ask of [save, report])
    await expect(ask()).rejects.toMatchObject({ problem: { detail: 'Bukan wewenang Anda.' } })
})

it('keeps cached answers of a report that another user created, however old the list is', async () => {
  await readBeforehand()
  answer(() => HttpResponse.json({ id }))
  there = true
  const answersOf = () => api('GET /submissions/:id/answers', { params: { id }, query: { revs: true } })
  const address = `/api/v1/submissions/${id}/answers?revs=true`
  await answersOf()
  await vi.waitFor(async () => expect(await readCached(`${person}/p1`, address)).toBeTruthy())
  cut()
  await createReport(person, id, false)
  expect([...(await readCreatedHere(person))]).toEqual([id])
  expect(await answersOf()).toEqual({ id, status: 'draft', version: 1 })
})

it('creates nothing that was never prefetched', async () => {
  cut()
  await expect(createReport(person, id, false)).rejects.toBeInstanceOf(NoAnswerError)
  expect((await readCreatedHere(person)).size).toBe(0)
})
