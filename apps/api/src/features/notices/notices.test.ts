import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { noticeHandlers } from './routes.ts'

let api: TestApi
let operator: SignedIn
let other: SignedIn
let key: Caller
beforeAll(async () => {
  api = await testApi(noticeHandlers)
  operator = await api.as({ role: 'operator', offices: [] })
  other = await api.as({ role: 'verifier' })
  key = await api.withKey({ owner: operator.personId, scopes: ['submission.read'] })
})
afterAll(() => api.close())

const line = {
  ...{ obligation: v7(), submission: null, office: 'Dinas Sosial', form: 'spm/triwulan', period: '2026-TW1' },
  ...{ number: 1, status: 'not-begun', due: '2026-04-20', since: null },
}
const tell = (personId: string, day: string) =>
  api.db.prisma.notice.create({
    data: { id: v7(), personId, kind: 'reminder', day: new Date(day), lines: [line], at: new Date(`${day}T00:00:00Z`) },
  })
const list = async (who: Caller, query = '') => (await who.call('GET', `/notices${query}`)).json()
const unread = async (who: Caller) => (await who.call('GET', '/notices/unread')).json().unread

describe('GET /notices', () => {
  it('turns strangers and programs away, and refuses a cursor that is none', async () => {
    expect((await api.stranger.call('GET', '/notices')).statusCode).toBe(401)
    expect((await key.call('GET', '/notices')).statusCode).toBe(403)
    const cursor = Buffer.from(JSON.stringify(['kemarin', v7()])).toString('base64url')
    for (const wrong of ['x', cursor])
      expect((await operator.call('GET', `/notices?cursor=${wrong}`)).statusCode).toBe(422)
  })

  it("lists a person's own, newest first, page by page", async () => {
    for (const day of ['2026-04-17', '2026-04-19', '2026-04-20']) await tell(operator.personId, day)
    await tell(other.personId, '2026-04-18')
    const first = await list(operator, '?limit=2')
    expect(first.items.map(({ day }: { day: string }) => day)).toEqual(['2026-04-20', '2026-04-19'])
    expect(first.items[0]).toMatchObject({
      ...{ kind: 'reminder', readAt: null, mail: 'none', count: 1, asked: null },
      lines: [{ ...line, title: 'Laporan penerapan SPM', periodTitle: 'Triwulan I 2026' }],
    })
    const second = await list(operator, `?limit=2&cursor=${first.next}`)
    expect([second.items.map(({ day }: { day: string }) => day), second.next]).toEqual([['2026-04-17'], null])
  })
})

describe('GET /notices/unread and POST /notices/read', () => {
  it('turn strangers and programs away', async () => {
    expect((await api.stranger.call('GET', '/notices/unread')).statusCode).toBe(401)
    expect((await key.call('GET', '/notices/unread')).statusCode).toBe(403)
    expect((await api.stranger.call('POST', '/notices/read', {})).statusCode).toBe(401)
    expect((await key.call('POST', '/notices/read', {})).statusCode).toBe(403)
    expect((await operator.call('POST', '/notices/read', { notices: ['x'] })).statusCode).toBe(422)
  })

  it("count a person's own, and mark some or all of them", async () => {
    expect(await unread(operator)).toBe(3)
    const [{ id }] = (await list(other)).items
    const [own] = (await list(operator)).items
    expect((await operator.call('POST', '/notices/read', { notices: [id, own.id] })).statusCode).toBe(204)
    expect([await unread(operator), await unread(other)]).toEqual([2, 1])
    const upTo = '2026-04-17T00:00:00.000Z'
    expect((await operator.call('POST', '/notices/read', { upTo })).statusCode).toBe(204)
    expect(await unread(operator)).toBe(1)
    expect((await operator.call('POST', '/notices/read', { upTo: 'kemarin' })).statusCode).toBe(422)
    expect((await operator.call('POST', '/notices/read', {})).statusCode).toBe(204)
    expect([await unread(operator), await unread(other)]).toEqual([0, 1])
  })
})

describe('GET and PUT /mailbox', () => {
  const put = (body: object, who: Caller = operator) => who.call('PUT', '/mailbox', body)
  const chosen = { address: 'operator@nunukan.example', without: ['digest'], version: 0 }

  it('turn strangers and programs away, and refuse what is no address', async () => {
    expect((await api.stranger.call('GET', '/mailbox')).statusCode).toBe(401)
    expect((await key.call('GET', '/mailbox')).statusCode).toBe(403)
    expect((await put(chosen, api.stranger)).statusCode).toBe(401)
    expect((await put(chosen, key)).statusCode).toBe(403)
    const wrong = await put({ ...chosen, address: 'operator' })
    expect([wrong.statusCode, wrong.json().errors[0].pointer]).toEqual([422, '/address'])
  })

  it('keep the choice over the version that was read, and history keeps no address', async () => {
    const before = (await operator.call('GET', '/mailbox')).json()
    expect(before).toEqual({ address: null, without: [], version: 0, refusedAt: null, refusal: '', on: false })
    expect((await put(chosen)).json()).toMatchObject({ ...chosen, version: 1 })
    expect((await put(chosen)).statusCode).toBe(412)
    expect((await put({ ...chosen, without: [], version: 1 })).json()).toMatchObject({ version: 2 })
    const event = (await api.events('rights')).at(-2)
    expect(event).toMatchObject({ type: 'mailbox.changed', data: { person: operator.personId, address: true } })
    expect(JSON.stringify(await api.events('rights'))).not.toContain('nunukan.example')
  })

  it('forget a refusal once another address is given', async () => {
    const { personId } = operator
    await api.db.prisma.mailbox.update({ where: { personId }, data: { refusedAt: new Date(), refusal: '550' } })
    expect((await operator.call('GET', '/mailbox')).json()).toMatchObject({ refusal: '550' })
    const other = { ...chosen, address: 'baru@nunukan.example', version: 2 }
    expect((await put(other)).json()).toMatchObject({ refusedAt: null })
  })
})
