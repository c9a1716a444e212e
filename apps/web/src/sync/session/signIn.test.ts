import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { Me } from '../apiTypes.ts'
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

it('after an offline start does not continue the session of the previous user', async () => {
  cookie = 'budi'
  expect(await confirmEntry(siti, credentials)).toEqual(siti)
  expect(asked).toEqual(['GET', 'DELETE', 'POST'])
})
it('unlocks nothing with another user’s session and no password typed here', async () => {
  cookie = 'budi'
  await expect(confirmEntry(siti, undefined)).rejects.toBeInstanceOf(AnotherHereError)
  expect(asked).toEqual(['GET'])
})
it('ends a session left while offline first, also after another user started here', async () => {
  cookie = 'budi'
  localStorage.setItem(left, 'yes')
  expect(await confirmEntry(siti, credentials)).toEqual(siti)
  expect(asked).toEqual(['DELETE', 'GET', 'POST'])
  expect(localStorage.getItem(left)).toBeNull()
})

it('ends a locked screen’s session as locked, also when the server receives it later', async () => {
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

/** The response to the ending removes the cookie when it arrives, as in a browser; `late` says when. */
const endingSlowly = (late: Promise<unknown>) =>
  server.use(
    http.delete(session, async ({ request }) => {
      asked.push('DELETE')
      await late
      if (!request.signal.aborted) cookie = null
      return new HttpResponse(null, { status: 204 })
    }),
  )
it('waits at sign-in for a session that is still ending, and keeps the new one', async () => {
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
it('does not wait forever: an ending without a response is aborted, and sent again later', async () => {
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
it('sends an ending once for two callers', async () => {
  cookie = 'budi'
  localStorage.setItem(left, 'yes')
  await Promise.all([endSessionLeft(), endSessionLeft()])
  expect(asked).toEqual(['DELETE'])
})
