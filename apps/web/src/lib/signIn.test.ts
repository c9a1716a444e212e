import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { Me } from './apiTypes.ts'
import { endSessionLeft, sessionEnded } from './endSession.ts'
import { AnotherHereError, confirmEntry, signInOnline } from './signIn.ts'

const session = `${location.origin}/api/v1/session`
const person = (id: string) => ({ person: { id }, post: { id: `post of ${id}` }, deviceKey: null }) as Me
const left = 'sepakat.session-to-end'
const siti = person('siti')
const credentials = { name: 'siti', password: 'perahu-pulang-petang' }

let cookie: string | null
let asked: string[]
const server = setupServer(
  http.all(session, ({ request: { method } }) => {
    asked.push(method)
    if (method === 'POST') cookie = 'siti'
    else if (cookie === null) return HttpResponse.json({ code: 'not-signed-in' }, { status: 401 })
    else if (method === 'DELETE') {
      cookie = null
      return new HttpResponse(null, { status: 204 })
    }
    return HttpResponse.json(person(cookie))
  }),
)
beforeAll(() => server.listen())
beforeEach(() => {
  asked = []
})
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

it('after a start without a line the session of who was here before is nobody’s to go on with', async () => {
  cookie = 'budi'
  expect(await confirmEntry(siti, credentials)).toEqual(siti)
  expect(asked).toEqual(['GET', 'DELETE', 'POST'])
})
it('without a password that was typed here, another’s session opens nothing', async () => {
  cookie = 'budi'
  await expect(confirmEntry(siti, undefined)).rejects.toBeInstanceOf(AnotherHereError)
  expect(asked).toEqual(['GET'])
})
it('a session that was to end without a line ends first, also after somebody else began to work here', async () => {
  cookie = 'budi'
  localStorage.setItem(left, 'yes')
  expect(await confirmEntry(siti, credentials)).toEqual(siti)
  expect(asked).toEqual(['DELETE', 'GET', 'POST'])
  expect(localStorage.getItem(left)).toBeNull()
})

it('a locked screen is ended as locked, also where the server hears of it later', async () => {
  cookie = 'siti'
  const queries: string[] = []
  server.use(
    http.delete(session, ({ request }) => {
      queries.push(new URL(request.url).search)
      return new HttpResponse(null, { status: 204 })
    }),
  )
  localStorage.setItem(left, 'locked')
  await endSessionLeft()
  localStorage.setItem(left, 'yes')
  await endSessionLeft()
  expect(queries).toEqual(['?locked=true', ''])
})

/** The answer to the ending takes the cookie away when it arrives, as in a browser; `late` says when. */
const endingSlowly = (late: Promise<unknown>) =>
  server.use(
    http.delete(session, async ({ request }) => {
      asked.push('DELETE')
      await late
      if (!request.signal.aborted) cookie = null
      return new HttpResponse(null, { status: 204 })
    }),
  )
it('who signs in while a session that was left is still ending waits for that, and keeps the new one', async () => {
  cookie = 'budi'
  localStorage.setItem(left, 'yes')
  let arrive = () => {}
  endingSlowly(
    new Promise<void>(resolve => {
      arrive = resolve
    }),
  )
  const ending = endSessionLeft()
  const entering = signInOnline(credentials)
  await vi.waitFor(() => expect(asked).toEqual(['DELETE']))
  await new Promise(resolve => setTimeout(resolve, 50))
  arrive()
  await Promise.all([ending, entering])
  expect([asked, cookie]).toEqual([['DELETE', 'POST'], 'siti'])
})
it('but not for ever: an ending without an answer is given up, and is told another time', async () => {
  cookie = 'budi'
  localStorage.setItem(left, 'yes')
  endingSlowly(new Promise(resolve => setTimeout(resolve, 300)))
  const ending = endSessionLeft().catch(() => 'given up')
  await sessionEnded(20)
  expect([await ending, localStorage.getItem(left)]).toEqual(['given up', 'yes'])
  expect((await signInOnline(credentials)).me).toEqual(siti)
  await new Promise(resolve => setTimeout(resolve, 400))
  expect(cookie).toBe('siti')
})
it('two who wait for the same ending have it told once', async () => {
  cookie = 'budi'
  localStorage.setItem(left, 'yes')
  await Promise.all([endSessionLeft(), endSessionLeft()])
  expect(asked).toEqual(['DELETE'])
})
