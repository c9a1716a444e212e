import { officeId } from '@sepakat/db/builders/index.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { figureHandlers } from '../figures/routes.ts'
import { sessionHandlers } from '../session/routes.ts'
import { keyHandlers } from './routes.ts'

const nowhere = '0199f5a0-0000-7000-8000-000000000000'
let api: TestApi
let admin: SignedIn
let operator: SignedIn
let office: string
let now = new Date('2026-11-24T02:00:00Z')
beforeAll(async () => {
  api = await testApi({ ...keyHandlers, ...figureHandlers, ...sessionHandlers }, { now: () => now })
  admin = await api.as({ role: 'admin' })
  operator = await api.as({ role: 'operator' })
  office = await officeId(api.db, 'dinkes')
})
afterAll(() => api.close())

const order = (more: object = {}) => ({
  name: 'Aplikasi e-Planning',
  owner: operator.personId,
  scopes: ['figure.read'],
  offices: [office],
  expires: '2026-12-31',
  ...more,
})
const lastEvent = async () => (await api.events('rights')).at(-1)
const asking = (key: string) =>
  api.stranger.call('GET', '/figures', undefined, {
    authorization: `Bearer ${key}`,
    origin: 'https://elsewhere.example',
  })

describe('POST /keys', () => {
  it('turns a stranger and an operator away', async () => {
    expect((await api.stranger.call('POST', '/keys', order())).statusCode).toBe(401)
    expect((await operator.call('POST', '/keys', order())).statusCode).toBe(403)
  })

  it('shows the key once and keeps its digest alone', async () => {
    const answer = await admin.call('POST', '/keys', order())
    expect(answer.statusCode).toBe(201)
    const { key, id, prefix } = answer.json()
    expect(key).toMatch(new RegExp(`^spk_${prefix}_[0-9A-Z]{32}$`))
    expect(answer.json()).toMatchObject({ offices: [{ id: office }], expiresAt: '2026-12-31T16:00:00.000Z' })
    expect((await admin.call('GET', '/keys')).body).not.toContain(key)
    expect(await lastEvent()).toMatchObject({ type: 'key.issued', data: { key: id, scopes: ['figure.read'] } })
    expect(JSON.stringify(await lastEvent())).not.toContain(key.slice(13))
  })

  it.each([
    [{ scopes: ['figure.read', 'everything'] }, '/scopes/1'],
    [{ scopes: ['figure.read', 'key.manage'] }, '/scopes/1'],
    [{ scopes: ['person.manage'] }, '/scopes/0'],
    [{ scopes: ['submission.write'] }, '/scopes'],
    [{ scopes: [] }, '/scopes'],
    [{ offices: [] }, '/offices'],
    [{ offices: [nowhere] }, '/offices/0'],
    [{ owner: nowhere }, '/owner'],
    // No post of an operator gives it: the key could do nothing.
    [{ scopes: ['plan.manage'] }, '/owner'],
    [{ expires: '2026-11-23' }, '/expires'],
  ])('refuses %j', async (wrong, pointer) => {
    const answer = await admin.call('POST', '/keys', order(wrong))
    expect([answer.statusCode, answer.json().errors[0].pointer]).toEqual([422, pointer])
  })
})

describe('a key', () => {
  it('asks from anywhere, within its scopes', async () => {
    const may = (await admin.call('POST', '/keys', order())).json().key
    const planning = order({ owner: admin.personId, scopes: ['plan.manage'] })
    const mayNot = (await admin.call('POST', '/keys', planning)).json().key
    expect((await asking(may)).statusCode).toBe(200)
    expect((await asking(mayNot)).json().code).toBe('no-right')
  })

  it('is told what it is: what it may do, where, and until when', async () => {
    const issued = (await admin.call('POST', '/keys', order())).json()
    const me = (await api.stranger.call('GET', '/session', undefined, { authorization: `Bearer ${issued.key}` })).json()
    const { id, name, reportTypes, region, expiresAt, scopes } = issued
    expect(me).toMatchObject({ permissions: scopes, key: { id, name, reportTypes, region, expiresAt } })
    expect(me.key.offices).toMatchObject(issued.offices)
    expect((await admin.call('GET', '/session')).json().key).toBeNull()
  })

  it('is let in no more once expired, revoked, or its owner disabled', async () => {
    const issue = async (more: object = {}) => (await admin.call('POST', '/keys', order(more))).json()
    const [short, revoked, orphan] = [
      await issue({ expires: '2026-11-24' }),
      await issue(),
      await issue({ owner: (await api.as({ role: 'operator' })).personId }),
    ]
    const then = now
    now = new Date('2026-11-24T15:59:00Z')
    expect((await asking(short.key)).statusCode).toBe(200)
    now = new Date('2026-11-24T16:01:00Z')
    expect((await asking(short.key)).json().code).toBe('not-signed-in')
    now = then
    await admin.call('DELETE', `/keys/${revoked.id}`)
    expect((await asking(revoked.key)).statusCode).toBe(401)
    const { ownerId } = await api.db.prisma.apiKey.findUniqueOrThrow({ where: { id: orphan.id } })
    await api.db.prisma.person.update({ where: { id: ownerId }, data: { disabledAt: now } })
    expect((await asking(orphan.key)).statusCode).toBe(401)
  })

  it('works as long as its owner holds a post, and says why it does no more', async () => {
    const owner = await api.as({ role: 'operator', offices: [office] })
    const { key } = (await admin.call('POST', '/keys', order({ owner: owner.personId }))).json()
    const until = (day: string) =>
      api.db.prisma.post.update({ where: { id: owner.postId }, data: { to: new Date(day) } })
    await until('2026-11-24')
    expect((await asking(key)).statusCode).toBe(200)
    await until('2026-11-23')
    const refused = await asking(key)
    expect([refused.statusCode, refused.json().code]).toEqual([401, 'not-signed-in'])
    expect(refused.json().detail).toContain('tidak lagi memegang jabatan')
    expect((await admin.call('GET', '/keys?limit=1')).json().items).toMatchObject([{ answeredFor: false }])
    expect((await asking('spk_AAAAAAAA_00000000000000000000000000000000')).json().detail).toContain('tidak dikenal')
    expect((await admin.call('POST', '/keys', order({ owner: owner.personId }))).json().errors).toMatchObject([
      { pointer: '/owner' },
    ])
  })

  it('notes that it is used, once a minute', async () => {
    const { id, key } = (await admin.call('POST', '/keys', order())).json()
    const lastUsed = async () => (await api.db.prisma.apiKey.findUniqueOrThrow({ where: { id } })).lastUsedAt
    const then = now
    const seen: (Date | null)[] = []
    for (const seconds of [0, 30, 61]) {
      now = new Date(then.getTime() + seconds * 1000)
      await asking(key)
      seen.push(await lastUsed())
    }
    expect(seen).toEqual([then, then, now])
    now = then
  })

  it.each(['spk_AAAAAAAA_00000000000000000000000000000000', 'spk_x', '', 'Basic x'])('is not %s', async key => {
    expect((await asking(key)).statusCode).toBe(401)
  })
})

describe('GET /keys', () => {
  it('lists them newest first, in pages', async () => {
    expect((await api.stranger.call('GET', '/keys')).statusCode).toBe(401)
    expect((await operator.call('GET', '/keys')).statusCode).toBe(403)
    await admin.call('POST', '/keys', order({ name: 'Yang terbaru' }))
    const first = await admin.call('GET', '/keys?limit=1')
    expect(first.json().items).toMatchObject([{ name: 'Yang terbaru', revokedAt: null, lastUsedAt: null }])
    const second = await admin.call('GET', `/keys?limit=1&cursor=${first.json().next}`)
    expect(second.json().items[0].id < first.json().items[0].id).toBe(true)
    expect((await admin.call('GET', '/keys?cursor=WyJ4Il0')).statusCode).toBe(422)
  })
})

describe('PATCH /keys/:id', () => {
  it('hands a key over to another who may what it may, and says what its owner leaves of it', async () => {
    const ends = await api.as({ role: 'operator', offices: [office], to: new Date('2026-12-10') })
    const reads = await api.as({ role: 'leader' })
    const { id } = (await admin.call('POST', '/keys', order({ owner: ends.personId }))).json()
    const line = async () => (await admin.call('GET', '/keys?limit=1')).json().items[0]
    expect(await line()).toMatchObject({ ownerId: ends.personId, ownerUntil: '2026-12-10', idle: [] })
    expect((await api.stranger.call('PATCH', `/keys/${id}`, { owner: reads.personId })).statusCode).toBe(401)
    expect((await operator.call('PATCH', `/keys/${id}`, { owner: reads.personId })).statusCode).toBe(403)
    expect((await admin.call('PATCH', `/keys/${nowhere}`, { owner: reads.personId })).statusCode).toBe(404)
    const wrong = await admin.call('PATCH', `/keys/${id}`, { owner: admin.personId })
    expect([wrong.statusCode, wrong.json().errors[0].pointer]).toEqual([422, '/owner'])
    const given = await admin.call('PATCH', `/keys/${id}`, { owner: reads.personId })
    expect([given.statusCode, given.json().ownerUntil]).toEqual([200, null])
    expect(await lastEvent()).toMatchObject({
      type: 'key.handed-over',
      data: { key: id, person: reads.personId, from: ends.personId },
    })
  })
})

describe('DELETE /keys/:id', () => {
  it('revokes, once in history however often it is asked', async () => {
    const { id } = (await admin.call('POST', '/keys', order())).json()
    expect((await api.stranger.call('DELETE', `/keys/${id}`)).statusCode).toBe(401)
    expect((await operator.call('DELETE', `/keys/${id}`)).statusCode).toBe(403)
    expect((await admin.call('DELETE', `/keys/${nowhere}`)).statusCode).toBe(404)
    for (const _ of [1, 2]) expect((await admin.call('DELETE', `/keys/${id}`)).statusCode).toBe(204)
    const revoked = (await api.events('rights')).filter(e => e.type === 'key.revoked' && e.data.key === id)
    expect(revoked).toHaveLength(1)
  })
})
