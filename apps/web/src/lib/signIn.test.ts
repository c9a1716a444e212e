import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Me } from './apiTypes.ts'
import { AnotherHereError, confirmEntry } from './signIn.ts'

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
