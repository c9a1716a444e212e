import { connect } from 'node:net'
import { buildPerson } from '@sepakat/db/builders/index.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { refusalBounds } from '#http/refusals.ts'
import { type Filing, filing } from '#testing/filing.ts'
import { listenTo, originOf } from '#testing/listenTo.ts'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'

const nowhere = '0199f5a0-0000-7000-8000-000000000000'
let api: TestApi
let team: Filing
let later = 0
beforeAll(async () => {
  api = await testApi(undefined, {
    now: () => new Date(Date.now() + later),
    env: { RATE_LIMIT: '1', TRUST_PROXY: '127.0.0.1', RATE_SIGN_IN: '30' },
  })
  team = await filing(api)
  await api.app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => api.close())
beforeEach(() => {
  later += 61 * 60_000
})

interface Noted {
  type: string
  actor: string
  data: Record<string, unknown>
}
const noted = async (type: string, since = new Date(Date.now() + later - 60_000)): Promise<Noted[]> =>
  (await api.db.prisma.event.findMany({ where: { type, at: { gte: since } }, orderBy: { at: 'asc' } })) as never
const falseKey = (n = 0) => ({ authorization: `Bearer spk_ABCDEFG${n % 10}_${'X'.repeat(32)}` })
const withKey = (headers: object, address: string) =>
  api.stranger.call('GET', '/session', undefined, { ...headers, 'x-forwarded-for': address })

describe('a wrong key', () => {
  it('leaves an event in the stream of access, with no more of it than its list shows', async () => {
    expect((await withKey(falseKey(), '10.1.0.1')).statusCode).toBe(401)
    const [event] = await noted('key.refused')
    expect(event).toMatchObject({ actor: 'system', data: { person: null, prefix: 'ABCDEFG0' } })
    expect(JSON.stringify(event)).not.toContain('XXXX')
    expect(JSON.stringify(event)).toContain('access/')
  })

  it('that is tried on and on is slowed down', async () => {
    const all: number[] = []
    for (let n = 0; n < 40; n++) all.push((await withKey(falseKey(n), '10.1.0.2')).statusCode)
    expect([all.filter(status => status === 401).length, all.at(-1)]).toEqual([30, 429])
  })

  it('that is tried on and on holds up no good key behind the same address', async () => {
    const good = await api.withKey({ owner: team.operator.personId, scopes: ['submission.read'] })
    for (let n = 0; n < 40; n++) await withKey(falseKey(n), '10.1.0.3')
    expect((await withKey(good.headers, '10.1.0.3')).statusCode).toBe(200)
  })

  it('that is tried on and on keeps no user behind the same address from signing in', async () => {
    const { username } = await buildPerson(api.db, { password: 'kuda laut bernyanyi', posts: [{ role: 'leader' }] })
    for (let n = 0; n < 40; n++) await withKey(falseKey(n), '10.1.0.4')
    const body = { name: username, password: 'kuda laut bernyanyi' }
    const answer = await api.stranger.call('POST', '/session', body, { 'x-forwarded-for': '10.1.0.4' })
    expect(answer.statusCode).toBe(200)
  })

  it('fills history no faster than its bound, from however many addresses, and says that there was more', async () => {
    for (let n = 0; n < 30; n++) await withKey(falseKey(n), '10.1.0.5')
    const own = await noted('key.refused')
    expect([own.length, own.at(-1)?.data.more]).toEqual([refusalBounds.each, true])
    for (let n = 0; n < 300; n++) await withKey(falseKey(n), `10.2.${n % 100}.1`)
    expect(await noted('key.refused')).toHaveLength(refusalBounds.strangers)
  })
})

describe('a refused probe leaves an event', () => {
  const probes = async (who: SignedIn) =>
    (await noted('access.refused')).filter(({ actor }) => actor === `post:${who.postId}`).map(({ data }) => data)

  it('of a report of another office, by its id', async () => {
    const id = await team.begin()
    expect((await team.other.call('GET', `/submissions/${id}`)).statusCode).toBe(404)
    expect(await probes(team.other)).toMatchObject([
      { person: team.other.personId, route: 'GET /api/v1/submissions/:id', code: 'not-found', ids: { id } },
    ])
  })

  it('of what the post has no right to', async () => {
    expect((await team.operator.call('GET', '/people')).statusCode).toBe(403)
    expect(await probes(team.operator)).toMatchObject([{ route: 'GET /api/v1/people', code: 'no-right' }])
  })

  it('of a key that reaches for more than its scopes', async () => {
    const key = await api.withKey({ owner: team.operator.personId, scopes: ['submission.read'] })
    await key.call('POST', `/submissions/${nowhere}/approve`, {})
    const all = (await noted('access.refused')).filter(({ actor }) => actor === `key:${key.keyId}`)
    expect(all).toMatchObject([{ data: { person: team.operator.personId, code: 'no-right' } }])
  })

  it('of a page of another site that used the cookie', async () => {
    const headers = { origin: 'https://jahat.example' }
    expect((await team.operator.call('DELETE', '/session', undefined, headers)).statusCode).toBe(403)
    expect((await noted('access.refused')).at(-1)?.data).toMatchObject({ code: 'origin-refused' })
  })

  it('and a thousand leave ten', async () => {
    for (let n = 0; n < 100; n++) await team.other.call('GET', `/people/${nowhere}`)
    expect(await probes(team.other)).toHaveLength(refusalBounds.each)
  })

  it('and nothing of what was typed goes into it', async () => {
    await team.other.call('GET', '/submissions/197505052000031005')
    expect(JSON.stringify(await noted('access.refused'))).not.toContain('197505052000031005')
  })
})

describe('a wrong password', () => {
  it('at a session leaves an event of its person', async () => {
    const { id, posts } = await buildPerson(api.db, { password: 'kuda laut bernyanyi', posts: [{ role: 'leader' }] })
    const own = await api.session(id, posts[0]!.id)
    const body = { current: 'bukan sandi saya', next: 'kompor hujan seruling' }
    expect((await own.call('PUT', '/password', body)).statusCode).toBe(401)
    expect(await noted('password.refused')).toMatchObject([
      { actor: `post:${own.postId}`, data: { person: id, session: own.sessionId } },
    ])
  })

  it('is noted also where who typed it hung up before the answer', async () => {
    const { id, username } = await buildPerson(api.db, { password: 'kuda laut bernyanyi', posts: [{ role: 'leader' }] })
    const body = JSON.stringify({ name: username, password: 'bukan sandi saya' })
    const { port } = new URL(originOf(api.app))
    const socket = connect(Number(port), '127.0.0.1')
    const head = `POST /api/v1/session HTTP/1.1\r\nhost: localhost\r\norigin: ${api.config.publicUrl}\r\ncontent-type: application/json`
    socket.write(`${head}\r\ncontent-length: ${body.length}\r\n\r\n${body}`, () => socket.destroy())
    await vi.waitFor(
      async () => expect(await noted('session.refused')).toMatchObject([{ data: { person: id } }]),
      5_000,
    )
  })

  it('for unknown names fills history no faster than its bound', async () => {
    for (let n = 0; n < 250; n++) {
      const body = { name: `tidak.ada.${n}`, password: 'salah sekali lagi' }
      await api.stranger.call('POST', '/session', body, { 'x-forwarded-for': `10.3.${n}.1` })
    }
    expect(await noted('session.refused')).toHaveLength(refusalBounds.strangers)
  })
})

describe('what is open ends at once', () => {
  const listening = async () => {
    const who = await api.as({ role: 'operator', offices: [team.office] })
    const bell = await listenTo(originOf(api.app), `/submissions/${await team.begin()}/bell`, who)
    await bell.heard('answers')
    return { who, bell, admin: await api.as({ role: 'admin' }) }
  }
  const within = (bell: { ended: Promise<void> }, ms = 3_000) =>
    Promise.race([bell.ended.then(() => 'ended'), new Promise(resolve => setTimeout(resolve, ms, 'open'))])

  it('when its person signs out', async () => {
    const { who, bell } = await listening()
    await who.call('DELETE', '/session')
    expect(await within(bell)).toBe('ended')
  })

  it('when its person ends the session from another device', async () => {
    const { who, bell } = await listening()
    const other = await api.session(who.personId, who.postId)
    await other.call('DELETE', `/sessions/${who.sessionId}`)
    expect(await within(bell)).toBe('ended')
  })

  it('when its person is disabled', async () => {
    const { who, bell, admin } = await listening()
    expect((await admin.call('PATCH', `/people/${who.personId}`, { disabled: true })).statusCode).toBe(200)
    expect(await within(bell)).toBe('ended')
  })

  it('when the password is set again by a code', async () => {
    const { who, bell, admin } = await listening()
    const { code, signInName } = (await admin.call('POST', `/people/${who.personId}/codes`)).json()
    const body = { name: signInName, code, password: 'kompor hujan seruling' }
    expect((await api.stranger.call('POST', '/session/code', body)).statusCode).toBe(200)
    expect(await within(bell)).toBe('ended')
  })

  it('when the key that listens is revoked', async () => {
    const who = await api.as({ role: 'operator', offices: [team.office] })
    const key = await api.withKey({
      owner: who.personId,
      scopes: ['submission.read', 'submission.write'],
      offices: [team.office],
    })
    const bell = await listenTo(originOf(api.app), `/submissions/${await team.begin()}/bell`, key)
    await bell.heard('answers')
    const admin = await api.as({ role: 'admin' })
    expect((await admin.call('DELETE', `/keys/${key.keyId}`)).statusCode).toBe(204)
    expect(await within(bell)).toBe('ended')
  })

  it('when the post by which its person hears it ends', async () => {
    const { who, bell, admin } = await listening()
    await api.db.prisma.post.update({ where: { id: who.postId }, data: { from: new Date('2020-01-01') } })
    expect((await admin.call('POST', `/posts/${who.postId}/end`, { to: '2020-12-31' })).statusCode).toBe(200)
    expect(await within(bell)).toBe('ended')
  })

  it('and listening alone keeps no session alive', async () => {
    const { who, bell } = await listening()
    const seen = async () => (await api.db.prisma.session.findUnique({ where: { id: who.sessionId } }))?.lastSeenAt
    const before = await seen()
    later += 10 * 60_000
    await team.through(await team.begin(), ['operator', 'submit'])
    await api.session(who.personId, who.postId)
    const other = await api.session(who.personId, who.postId)
    await other.call('DELETE', `/sessions/${other.sessionId}`)
    await new Promise(resolve => setTimeout(resolve, 500))
    expect(await seen()).toEqual(before)
    bell.close()
  })
})
