import { api as contract } from '@sepakat/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'

const own = 'https://sepakat.example.go.id'
const unsafe = Object.keys(contract).filter(route => !route.startsWith('GET '))
let api: TestApi
let admin: SignedIn
let key: string
beforeAll(async () => {
  api = await testApi(undefined, { env: { PUBLIC_URL: own } })
  admin = await api.as({ role: 'admin' })
  key = (await api.withKey({ owner: admin.personId, scopes: ['person.manage'] })).key
})
afterAll(() => api.close())

const send = (route: string, headers: Record<string, string>) => {
  const [method, path = ''] = route.split(' ')
  const url = `/api/v1${path.replace(/:(form|type|key|n)\b/g, 'x').replace(/:\w+/g, '0199f5a0-0000-7000-8000-000000000000')}`
  return api.app.inject({ method: method as 'POST', url, headers })
}
const cookie = () => admin.headers

const refused: [string, () => Record<string, string>][] = [
  ['a foreign origin', () => ({ ...cookie(), origin: 'https://jahat.example.com' })],
  [
    'a sibling of the same site',
    () => ({ ...cookie(), origin: 'https://dinas.example.go.id', 'sec-fetch-site': 'same-site' }),
  ],
  ['the same name without https', () => ({ ...cookie(), origin: 'http://sepakat.example.go.id' })],
  ['the same name at another port', () => ({ ...cookie(), origin: `${own}:8443` })],
  ['an opaque origin', () => ({ ...cookie(), origin: 'null' })],
  ['a foreign origin without a cookie', () => ({ origin: 'https://jahat.example.com' })],
  ['no origin, from another site', () => ({ ...cookie(), 'sec-fetch-site': 'cross-site' })],
  ['no origin and no word of the site, with a cookie', cookie],
]
const passed: [string, () => Record<string, string>][] = [
  ['its own origin', () => ({ origin: own })],
  ['no origin, the browser says it is the same', () => ({ 'sec-fetch-site': 'same-origin' })],
  ['no origin and no cookie', () => ({})],
  ['a key, from wherever', () => ({ authorization: `Bearer ${key}`, origin: 'https://jahat.example.com' })],
]

describe.each(unsafe)('%s', route => {
  it.each(refused)('refuses %s', async (_from, headers) => {
    const answer = await send(route, headers())
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'origin-refused'])
  })

  it.each(passed)('asks further of %s', async (_from, headers) => {
    const answer = await send(route, headers())
    expect(answer.body).not.toContain('origin-refused')
    expect(answer.statusCode).toBeLessThan(500)
  })
})

describe('a route that only reads', () => {
  it('is asked from anywhere', async () => {
    expect((await send('GET /public', { origin: 'https://jahat.example.com' })).statusCode).toBe(200)
  })
})
