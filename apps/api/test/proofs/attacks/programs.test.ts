import { api as contract } from '@sepakat/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Caller, type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { undeclared } from '#testing/undeclared.ts'

let api: TestApi
let leader: SignedIn
beforeAll(async () => {
  api = await testApi()
  leader = await api.as({ role: 'leader' })
})
afterAll(() => api.close())

it('an unknown filter is refused, and the answer names it and those there are', async () => {
  const answer = await leader.call('GET', '/figures?changedSince=2026-01-01&year=2026')
  expect([answer.statusCode, answer.json().code]).toEqual([422, 'invalid'])
  const message =
    'Parameter changedSince tidak dikenal. Yang ada di alamat ini: limit, cursor, form, period, year, office, code, row, provisional, updatedSince.'
  expect(answer.json()).toMatchObject({
    detail: message,
    errors: [{ pointer: '/changedSince', code: 'unrecognized_keys', message }],
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

it('a parameter whose name reaches for a prototype is refused as any other', async () => {
  for (const name of ['__proto__', 'constructor', 'hasOwnProperty', '%5F%5Fproto%5F%5F'])
    expect((await leader.call('GET', `/figures?${name}=1`)).statusCode, name).toBe(422)
})

it('a parameter given twice is refused, and neither is taken', async () => {
  const answer = await leader.call('GET', '/figures?year=2026&year=2027')
  expect([answer.statusCode, answer.json().errors[0].pointer]).toEqual([422, '/year'])
})

it('what is asked by HEAD is judged as by GET', async () => {
  expect((await leader.call('HEAD', '/figures?updatedSince=2026-01-01')).statusCode).toBe(422)
})

it('a field of an upload in the address is refused before its file is read', async () => {
  const operator = await api.as({ role: 'operator' })
  const path = `/submissions/${crypto.randomUUID()}/attachments?anchor=/a/b/c`
  const answer = await operator.call('POST', path, Buffer.from('--x--\r\n'), {
    'content-type': 'multipart/form-data; boundary=x',
  })
  expect([answer.statusCode, answer.json().errors[0].pointer]).toEqual([422, '/anchor'])
})

it('a key sees itself, and no other', async () => {
  const owner = await api.as({ role: 'operator' })
  const key = await api.withKey({ owner: owner.personId, scopes: ['figure.read'] })
  const other = await api.withKey({ owner: owner.personId, scopes: ['plan.manage'] })
  const answer = await key.call('GET', '/session')
  expect(answer.json().key.id).toBe(key.keyId)
  expect(answer.body).not.toContain(other.keyId)
  expect((await key.call('GET', '/keys')).statusCode).toBe(403)
})

it('a revoked key is told nothing of itself', async () => {
  const owner = await api.as({ role: 'operator' })
  const { call, keyId } = await api.withKey({ owner: owner.personId, scopes: ['figure.read'] })
  await api.db.prisma.apiKey.update({ where: { id: keyId }, data: { revokedAt: new Date() } })
  const answer = await call('GET', '/session')
  expect([answer.statusCode, answer.json().key]).toEqual([401, undefined])
})

type Hostile = [what: string, body: Buffer | undefined, headers: Record<string, string>]
const json = { 'content-type': 'application/json' }
const hostile: Hostile[] = [
  ['nothing', undefined, {}],
  ['text in another encoding', Buffer.from('{}'), { 'content-type': 'application/json; charset=utf-16' }],
  ['text that is no JSON', Buffer.from('{'), json],
  ['bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0x22]), json],
  ['a file that breaks off', Buffer.from('--x\r\nfoo'), { 'content-type': 'multipart/form-data; boundary=x' }],
  ['more than is taken', Buffer.from('{}'), { ...json, 'content-length': '99999999' }],
]

it('whatever is sent to whichever address, the document says how that can be answered', async () => {
  const key = await api.withKey({ owner: leader.personId, scopes: ['submission.read'] })
  const admin = await api.as({ role: 'admin' })
  const operator = await api.as({ role: 'operator' })
  const wrong = new Set<string>()
  for (const route of Object.keys(contract)) {
    const [method, path = ''] = route.split(' ') as ['GET', string]
    const address = path
      .replace(':type/:form', 'spm/triwulan')
      .replace(/:(n|year)\b/, '2026')
      .replace(/:\w+/g, leader.postId)
    // These end what the others ask with
    if (route === 'DELETE /sessions' || route === 'DELETE /session' || path.endsWith('/bell')) continue
    for (const who of [key, admin, operator, api.stranger] satisfies Caller[])
      for (const [what, body, headers] of hostile) {
        const answer = await who.call(method, address, body, headers)
        if (undeclared(method, `/api/v1${address}`, answer))
          wrong.add(`${route} to ${what}: ${answer.statusCode} ${answer.json().code}`)
      }
  }
  expect([...wrong]).toEqual([])
})
