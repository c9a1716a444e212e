import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { buildApp } from '../../app.ts'
import { diskStore } from '../../storage/disk-store.ts'
import { type Filing, filing } from '../../testing/filing.ts'
import { type Listening, listenTo, originOf } from '../../testing/listen-to.ts'
import { type Caller, type TestApi, testApi } from '../../testing/test-api.ts'

let api: TestApi
let desk: Filing
let origins: { one: string; other: string }
let other: Awaited<ReturnType<typeof buildApp>>
beforeAll(async () => {
  api = await testApi()
  desk = await filing(api)
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
    const id = await desk.begin()
    const admin = await api.as({ role: 'admin' })
    expect((await listen(id, api.stranger)).status).toBe(401)
    expect((await listen(id, desk.other)).status).toBe(404)
    expect((await listen(id, admin)).status).toBe(403)
    expect((await listen('0197b7a0-0000-7000-8000-000000000000', desk.operator)).status).toBe(404)
  })

  it('says at once where the answers are, as events that no proxy holds back', async () => {
    const id = await desk.begin()
    const bell = await listen(id, desk.operator)
    expect(Object.fromEntries(bell.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    })
    expect(bell.headers.get('content-encoding')).toBeNull()
    expect(await bell.heard('answers')).toEqual({ about: 'answers', version: 0 })
  })

  it('says again now and then where they are, for who lost a ring', async () => {
    heartbeats()
    const id = await desk.begin()
    const bell = await listen(id, desk.operator)
    await bell.heard('answers')
    await api.db.prisma.submission.update({ where: { id }, data: { version: 7 } })
    vi.advanceTimersByTime(20_000)
    await bell.heard('answers', ({ version }) => version === 7)
  })

  it('asked for its head alone, ends', async () => {
    const head = await desk.operator.call('HEAD', `/submissions/${await desk.begin()}/bell`)
    expect([head.statusCode, head.headers['content-type'], head.body]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
      '',
    ])
  })

  it('rings after each accepted change, in every process', async () => {
    const id = await desk.begin()
    const bells = [await listen(id, desk.operator), await listen(id, desk.head, origins.other)]
    await desk.set(id, { '/recipients/gepeng/due': '4' })
    for (const bell of bells)
      expect(await bell.heard('answers', ({ version }) => version === 1)).toEqual({ about: 'answers', version: 1 })
    await desk.set(id, { '/recipients/gepeng/served': '3', '/recipients/lansia-telantar/due': '7' })
    for (const bell of bells) await bell.heard('answers', ({ version }) => version === 3)
  })

  it('rings after a move and a note, and not for another report', async () => {
    const [id, another] = [await desk.begin(), await desk.begin()]
    const bells = [await listen(id, desk.operator), await listen(id, desk.verifier, origins.other)]
    const elsewhere = await listen(another, desk.operator)
    await desk.through(id, ['operator', 'submit'], ['verifier', 'claim'])
    for (const bell of bells) await bell.heard('report')
    await desk.note(id)
    for (const bell of bells) await bell.heard('report')
    await elsewhere.heard('answers')
    expect(elsewhere.others()).toEqual([])
  })

  it('does not tell of answers that one may not read yet', async () => {
    const id = await desk.begin()
    const bell = await listen(id, desk.verifier)
    await desk.set(id, { '/recipients/gepeng/due': '4' })
    await desk.through(id, ['operator', 'submit'])
    await bell.heard('report')
    expect(bell.others()).toEqual([])
  })

  it('ends when the session ends, and when the right does', async () => {
    heartbeats()
    const id = await desk.begin()
    const leaving = await api.as({ role: 'operator', offices: [desk.office] })
    const losing = await api.as({ role: 'operator', offices: [desk.office] })
    const [left, lost, stays] = [await listen(id, leaving), await listen(id, losing), await listen(id, desk.operator)]
    for (const bell of [left, lost, stays]) await bell.heard('answers')
    await leaving.call('DELETE', '/session')
    await api.db.prisma.post.update({
      where: { id: losing.postId },
      data: { from: new Date('2020-01-01'), to: new Date('2020-12-31') },
    })
    vi.advanceTimersByTime(20_000)
    await Promise.all([left.ended, lost.ended])
    await desk.set(id, { '/recipients/gepeng/due': '4' })
    await stays.heard('answers')
  })

  it('keeps the twelve newest of one person: what a broken connection left behind locks no user out', async () => {
    const id = await desk.begin()
    const eager = await api.as({ role: 'operator', offices: [desk.office] })
    const bells: Listening[] = []
    for (let n = 0; n < 13; n++) bells.push(await listen(id, eager))
    await bells[0]!.ended
    await desk.set(id, { '/recipients/gepeng/due': '4' })
    for (const bell of bells.slice(1)) await bell.heard('answers', ({ version }) => version === 1)
  })

  it('does not hold back a process that stops', async () => {
    const id = await desk.begin()
    const { db, config } = api
    const third = await buildApp({ db, config, storage: await diskStore(config.filesDir), clock: () => new Date() })
    await third.listen({ host: '127.0.0.1', port: 0 })
    const bell = await listen(id, desk.operator, originOf(third))
    await bell.heard('answers')
    const begun = performance.now()
    await third.close()
    await bell.ended
    expect(performance.now() - begun).toBeLessThan(2_000)
  })

  it('is heard again by the others after the line to the database broke', async () => {
    const id = await desk.begin()
    const bell = await listen(id, desk.operator, origins.other)
    await bell.heard('answers')
    await api.db.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%pg_notify%' AND pid <> pg_backend_pid()`,
    )
    await sleep(1_500)
    await desk.set(id, { '/recipients/gepeng/due': '4' })
    await bell.heard('answers', ({ version }) => version === 1)
  })
})
