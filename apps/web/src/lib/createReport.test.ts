import 'fake-indexeddb/auto'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { api } from './api.ts'
import { createReport } from './createReport.ts'
import { readCreatedHere } from './device/createdHere.ts'
import { readCached, setCacheReader } from './device/deviceCache.ts'
import { openTestVault } from './device/openTestVault.ts'
import { newId } from './ids.ts'
import { NoAnswerError } from './ProblemError.ts'

const root = `${location.origin}/api/v1`
const network = setupServer()
let person: string
let id: string
/** What the server was asked, one after another. */
let asked: string[]
/** Whether it has been begun there. */
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
        const begun = begin()
        there ||= begun.ok
        return begun
      }
      if (there) return HttpResponse.json({ id, status: 'draft', version: 1 })
      return HttpResponse.json({ code: 'not-found', status: 404 }, { status: 404 })
    }),
  )
}

it('where the server answers it is begun there, and the device is not asked', async () => {
  answer(() => HttpResponse.json({ id }, { status: 201 }))
  await createReport(person, id, true)
  expect(asked).toEqual(['POST submissions'])
  expect((await readCreatedHere(person)).size).toBe(0)
})

it.each([true, false])(
  'where it does not, it stands here as beginning would make it (believed online: %s)',
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

it('on a line that brings nothing it is begun here after a while', async () => {
  await readBeforehand()
  network.use(http.post(`${root}/submissions`, () => new Promise(() => {})))
  vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setTimeout'] })
  const begun = createReport(person, id, true)
  await vi.advanceTimersByTimeAsync(9000)
  vi.useRealTimers()
  await begun
  expect([...(await readCreatedHere(person))]).toEqual([id])
})

it('the server begins it where it knows nothing of it yet, once however much is asked at a time', async () => {
  await readBeforehand()
  cut()
  await createReport(person, id, false)
  network.resetHandlers()
  answer(() => HttpResponse.json({ id }, { status: 201 }))
  await Promise.all([report(), report(), report()])
  expect(asked.filter(one => one === 'POST submissions')).toHaveLength(1)
  expect((await readCreatedHere(person)).size).toBe(0)
  await report()
  expect(asked.filter(one => one.startsWith('POST'))).toHaveLength(1)
})

it('what the server will not begin is said of all that is asked of it, and it stays', async () => {
  await readBeforehand()
  cut()
  await createReport(person, id, false)
  network.resetHandlers()
  answer(() =>
    HttpResponse.json({ code: 'needs-unmet', status: 409, detail: 'Periode ini sudah ditutup.' }, { status: 409 }),
  )
  await expect(report()).rejects.toMatchObject({ problem: { detail: 'Periode ini sudah ditutup.' } })
  expect([...(await readCreatedHere(person))]).toEqual([id])
})

it('who has no right to begin it reads what somebody else began, and is told so where nobody has', async () => {
  await readBeforehand()
  cut()
  await createReport(person, id, false)
  network.resetHandlers()
  answer(() => HttpResponse.json({ code: 'no-right', status: 403, detail: 'Bukan wewenang Anda.' }, { status: 403 }))
  there = true
  expect(await report()).toMatchObject({ version: 1 })
  network.use(http.get(`${root}/submissions/:id`, () => HttpResponse.json({ code: 'not-found' }, { status: 404 })))
  await expect(report()).rejects.toMatchObject({ problem: { detail: 'Bukan wewenang Anda.' } })
})

it('what this device has of a report that somebody began stays, however old the list is from which it is begun', async () => {
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

it('of what this device was never given nothing is begun', async () => {
  cut()
  await expect(createReport(person, id, false)).rejects.toBeInstanceOf(NoAnswerError)
  expect((await readCreatedHere(person)).size).toBe(0)
})
