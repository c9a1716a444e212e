import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { diskStore } from '#storage/diskStore.ts'
import { type Filing, filing } from '#testing/filing.ts'
import { type Listening, listenTo, originOf } from '#testing/listenTo.ts'
import { type Caller, type TestApi, testApi } from '#testing/testApi.ts'
import { buildApp } from '../../buildApp.ts'

let api: TestApi
let team: Filing
let origins: { one: string; other: string }
let other: Awaited<ReturnType<typeof buildApp>>
beforeAll(async () => {
  api = await testApi()
  team = await filing(api)
  const { db, config } = api
  other = await buildApp({ db, config, storage: await diskStore(config.filesDir), clock: () => new Date() })
  for (const app of [api.app, other]) await app.listen({ host: '127.0.0.1', port: 0 })
  origins = { one: originOf(api.app), other: originOf(other) }
})
afterAll(async () => {
  await other.close()
  await api.close()
})

const open = new Set<Listening>()
const listen = async (id: string, who: Caller, origin = origins.one): Promise<Listening> => {
  const one = await listenTo(origin, `/submissions/${id}/bell`, who)
  open.add(one)
  return one
}
afterEach(() => {
  vi.useRealTimers()
  for (const one of open) one.close()
  open.clear()
})
const heartbeats = () => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })

describe('GET /submissions/:id/bell', () => {
  it('turns away strangers, other offices, and who has no reading of reports', async () => {
    const id = await team.begin()
    const admin = await api.as({ role: 'admin' })
    expect((await listen(id, api.stranger)).status).toBe(401)
    expect((await listen(id, team.other)).status).toBe(404)
    expect((await listen(id, admin)).status).toBe(403)
    expect((await listen('0197b7a0-0000-7000-8000-000000000000', team.operator)).status).toBe(404)
  })

  it('says at once where the answers are, as events that no proxy holds back', async () => {
    const id = await team.begin()
    const client = await listen(id, team.operator)
    expect(Object.fromEntries(client.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    })
    expect(client.headers.get('content-encoding')).toBeNull()
    expect(await client.heard('answers')).toEqual({ about: 'answers', version: 0 })
  })

  it('says again now and then where they are, for who lost a ring', async () => {
    heartbeats()
    const id = await team.begin()
    const client = await listen(id, team.operator)
    await client.heard('answers')
    await api.db.prisma.submission.update({ where: { id }, data: { version: 7 } })
    vi.advanceTimersByTime(20_000)
    await client.heard('answers', ({ version }) => version === 7)
  })

  it('asked for its head alone, ends', async () => {
    const head = await team.operator.call('HEAD', `/submissions/${await team.begin()}/bell`)
    expect([head.statusCode, head.headers['content-type'], head.body]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
      '',
    ])
  })

  it('rings after each accepted change, in every process', async () => {
    const id = await team.begin()
    const clients = [await listen(id, team.operator), await listen(id, team.head, origins.other)]
    await team.set(id, { '/recipients/gepeng/due': '4' })
    for (const client of clients)
      expect(await client.heard('answers', ({ version }) => version === 1)).toEqual({ about: 'answers', version: 1 })
    await team.set(id, { '/recipients/gepeng/served': '3', '/recipients/lansia-telantar/due': '7' })
    for (const client of clients) await client.heard('answers', ({ version }) => version === 3)
  })

  it('rings after a move and a note, and not for another report', async () => {
    const [id, another] = [await team.begin(), await team.begin()]
    const clients = [await listen(id, team.operator), await listen(id, team.verifier, origins.other)]
    const elsewhere = await listen(another, team.operator)
    await team.through(id, ['operator', 'submit'], ['verifier', 'claim'])
    for (const client of clients) await client.heard('report')
    await team.note(id)
    for (const client of clients) await client.heard('report')
    await elsewhere.heard('answers')
    expect(elsewhere.others()).toEqual([])
  })

  it('does not tell of answers that one may not read yet', async () => {
    const id = await team.begin()
    const client = await listen(id, team.verifier)
    await team.set(id, { '/recipients/gepeng/due': '4' })
    await team.through(id, ['operator', 'submit'])
    await client.heard('report')
    expect(client.others()).toEqual([])
  })

  it('ends when the session ends, and when the right does', async () => {
    heartbeats()
    const id = await team.begin()
    const leaving = await api.as({ role: 'operator', offices: [team.office] })
    const losing = await api.as({ role: 'operator', offices: [team.office] })
    const [left, lost, stays] = [await listen(id, leaving), await listen(id, losing), await listen(id, team.operator)]
    for (const client of [left, lost, stays]) await client.heard('answers')
    await leaving.call('DELETE', '/session')
    await api.db.prisma.post.update({
      where: { id: losing.postId },
      data: { from: new Date('2020-01-01'), to: new Date('2020-12-31') },
    })
    vi.advanceTimersByTime(20_000)
    await Promise.all([left.ended, lost.ended])
    await team.set(id, { '/recipients/gepeng/due': '4' })
    await stays.heard('answers')
  })

  it('keeps the twelve newest of one person: what a broken connection left behind locks no user out', async () => {
    const id = await team.begin()
    const eager = await api.as({ role: 'operator', offices: [team.office] })
    const clients: Listening[] = []
    for (let n = 0; n < 13; n++) clients.push(await listen(id, eager))
    await clients[0]!.ended
    await team.set(id, { '/recipients/gepeng/due': '4' })
    for (const client of clients.slice(1)) await client.heard('answers', ({ version }) => version === 1)
  })

  it('does not hold back a process that stops', async () => {
    const id = await team.begin()
    const { db, config } = api
    const third = await buildApp({ db, config, storage: await diskStore(config.filesDir), clock: () => new Date() })
    await third.listen({ host: '127.0.0.1', port: 0 })
    const client = await listen(id, team.operator, originOf(third))
    await client.heard('answers')
    const start = performance.now()
    await third.close()
    await client.ended
    expect(performance.now() - start).toBeLessThan(2_000)
  })

  it('is heard again by the others after the line to the database broke', async () => {
    const id = await team.begin()
    const client = await listen(id, team.operator, origins.other)
    await client.heard('answers')
    await api.db.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%pg_notify%' AND pid <> pg_backend_pid()`,
    )
    await sleep(1_500)
    await team.set(id, { '/recipients/gepeng/due': '4' })
    await client.heard('answers', ({ version }) => version === 1)
  })
})
