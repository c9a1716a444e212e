import { afterAll, beforeAll, expect, it } from 'vitest'
import { type SignedIn, type TestApi, testApi } from '../../../src/testing/test-api.ts'

let api: TestApi
let leader: SignedIn
beforeAll(async () => {
  api = await testApi()
  leader = await api.as({ role: 'leader' })
})
afterAll(() => api.close())

it('a filter that nobody made is refused, and the answer names it and those there are', async () => {
  const answer = await leader.call('GET', '/figures?updatedSince=2026-01-01&year=2026')
  expect([answer.statusCode, answer.json().code]).toEqual([422, 'invalid'])
  const message =
    'Parameter updatedSince tidak dikenal. Yang ada di alamat ini: limit, cursor, form, period, year, office, code, row, provisional.'
  expect(answer.json()).toMatchObject({
    detail: message,
    errors: [{ pointer: '/updatedSince', code: 'unrecognized_keys', message }],
  })
})

it('a parameter at an address that has none is refused', async () => {
  const answer = await leader.call('GET', '/offices?limit=1')
  expect([answer.statusCode, answer.json().detail]).toEqual([
    422,
    'Parameter limit tidak dikenal. Alamat ini tidak mengenal parameter.',
  ])
})

it('a parameter of a write is refused before anything is written', async () => {
  const admin = await api.as({ role: 'admin' })
  const office = { name: 'Bagian Uji', kind: 'bagian', from: '2026-01-01' }
  expect((await admin.call('POST', '/offices?dryRun=true', office)).statusCode).toBe(422)
  const { items } = (await admin.call('GET', '/offices')).json()
  expect(items.filter(({ name }: { name: string }) => name === office.name)).toEqual([])
})

it('a stranger learns nothing of the parameters there are', async () => {
  expect((await api.stranger.call('GET', '/figures?updatedSince=2026-01-01')).statusCode).toBe(401)
})

it('a name as long as an address is cut in the answer', async () => {
  const answer = await leader.call('GET', `/offices?${'x'.repeat(5000)}=1&${'y'.repeat(5000)}=1`)
  expect(answer.statusCode).toBe(422)
  expect(answer.body.length).toBeLessThan(1000)
})
