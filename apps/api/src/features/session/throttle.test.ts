import { buildPerson } from '@sepakat/db/builders/index.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCredentials } from '#http/auth/credentials.ts'
import { type TestApi, testApi } from '#testing/testApi.ts'
import { attemptLimits } from './claimAttempt.ts'
import { sessionHandlers } from './routes.ts'

const password = 'tiga kata bebas'
let api: TestApi
let now = new Date('2026-11-24T02:00:00Z')
beforeAll(async () => {
  api = await testApi(sessionHandlers, {
    now: () => now,
    env: { RATE_LIMIT: '1', TRUST_PROXY: '127.0.0.1', RATE_SIGN_IN: '100000' },
  })
})
afterAll(() => api.close())

const signIn = (name: string, secret: string, address = '10.0.0.1') =>
  api.stranger.call('POST', '/session', { name, password: secret }, { 'x-forwarded-for': address })
const statuses = async (tries: ReturnType<typeof signIn>[]) =>
  (await Promise.all(tries)).map(answer => answer.statusCode)
const count = (all: number[], status: number) => all.filter(one => one === status).length
const person = (username: string) => buildPerson(api.db, { username, password })
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000)
}
const times = <T>(n: number, one: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => one(i))

describe('attempts to sign in', () => {
  it('at once are judged up to the limit and no further', async () => {
    await person('dua.belas')
    const all = await statuses(times(12, () => signIn('dua.belas', 'bukan sandinya')))
    expect([count(all, 401), count(all, 429)]).toEqual([attemptLimits.here.free, 12 - attemptLimits.here.free])
  })

  it('that are too many say when to come again, the right password too', async () => {
    await person('terkunci')
    await statuses(times(5, () => signIn('terkunci', 'bukan sandinya')))
    now = new Date(now.getTime() + 10_000)
    const answer = await signIn('terkunci', password)
    expect([answer.statusCode, answer.json().code, answer.headers['retry-after']]).toEqual([429, 'too-many', '20'])
    expect(answer.json().detail).toBe(
      'Coba lagi dalam 20 detik, masuk dari perangkat yang biasa Anda pakai, atau minta kode masuk kepada pengelola; kode yang benar selalu diterima.',
    )
    now = new Date(now.getTime() + 20_000)
    expect((await signIn('terkunci', password)).statusCode).toBe(200)
  })

  it('are counted for unknown names as for others', async () => {
    const all = await statuses(times(8, () => signIn('tidak.pernah.ada', 'bukan sandinya', '10.0.0.2')))
    expect([count(all, 401), count(all, 429)]).toEqual([5, 3])
  })

  it('lock one address out, not the colleague at another', async () => {
    await person('dari.kantor')
    await statuses(times(6, () => signIn('dari.kantor', 'bukan sandinya', '10.0.0.3')))
    expect((await signIn('dari.kantor', password, '10.0.0.4')).statusCode).toBe(200)
  })

  it('from many addresses are stopped too, for the account', async () => {
    await person('diincar')
    const all = await statuses(times(30, i => signIn('diincar', 'bukan sandinya', `10.1.0.${i}`)))
    expect([count(all, 401), count(all, 429)]).toEqual([attemptLimits.name.free, 30 - attemptLimits.name.free])
  })

  it('for many accounts from one address are stopped too', async () => {
    const all = await statuses(times(110, i => signIn(`siapa.${i}`, 'bukan sandinya', '10.2.0.1')))
    expect([count(all, 401), count(all, 429)]).toEqual([attemptLimits.address.free, 110 - attemptLimits.address.free])
    later(1)
    expect((await signIn('siapa.saja', 'bukan sandinya', '10.2.0.1')).statusCode).toBe(401)
  })

  it('that succeed do not count', async () => {
    await person('rajin')
    for (const _ of times(12, () => 0)) expect((await signIn('rajin', password, '10.0.0.5')).statusCode).toBe(200)
  })

  it('are counted by the name as it was typed, in any case', async () => {
    await buildPerson(api.db, { username: 'dua.nama', nip: '197505052000031005', password })
    const names = ['dua.nama', ' Dua.Nama', 'DUA.NAMA']
    const all = await statuses(times(9, i => signIn(names[i % 3] ?? '', 'bukan sandinya', '10.0.0.6')))
    expect(count(all, 401)).toBe(attemptLimits.here.free)
    expect((await signIn('197505052000031005', password, '10.0.0.6')).statusCode).toBe(200)
  })

  it('with a code are counted by themselves', async () => {
    await person('pakai.kode')
    const byCode = () =>
      api.stranger.call(
        'POST',
        '/session/code',
        { name: 'pakai.kode', code: 'AAAAA-AAAAA', password: 'sandi baru saya' },
        { 'x-forwarded-for': '10.0.0.7' },
      )
    const all = await statuses([
      ...times(8, byCode),
      ...times(8, () => signIn('pakai.kode', 'salah sekali', '10.0.0.7')),
    ])
    expect([count(all, 401), count(all, 429)]).toEqual([10, 6])
  })

  it('are noted in history, and never with the name', async () => {
    const built = await person('tercatat')
    await statuses(times(10, () => signIn('tercatat', 'bukan sandinya', '10.0.0.8')))
    const events = await api.db.prisma.event.findMany({ where: { type: 'session.refused' } })
    const own = events.filter(event => (event.data as { person: string }).person === built.id)
    expect(own.map(event => (event.data as { why: string }).why).sort()).toEqual([
      ...times(5, () => 'throttled'),
      ...times(5, () => 'wrong'),
    ])
    expect(JSON.stringify(events)).not.toContain('tercatat')
  })
})

describe('a forwarded address', () => {
  it('is believed of the proxy that is named, of no other', async () => {
    const other = await testApi(sessionHandlers, { env: { RATE_LIMIT: '1' } })
    const all = await statuses(
      times(8, i =>
        other.stranger.call(
          'POST',
          '/session',
          { name: 'x.y.z', password: 'salah' },
          { 'x-forwarded-for': `10.9.0.${i}` },
        ),
      ),
    )
    expect(count(all, 401)).toBe(attemptLimits.here.free)
    await other.close()
  })
})

describe('requests of one asker', () => {
  it('are limited by the minute, each class for itself', async () => {
    const slow = await testApi(sessionHandlers, { now: () => now, env: { RATE_LIMIT: '1', RATE_READ: '3' } })
    const own = await slow.as({ role: 'operator' })
    const other = await slow.as({ role: 'operator' })
    const read = async (who: typeof own) => (await who.call('GET', '/session')).statusCode
    expect((await own.call('GET', '/session')).headers.ratelimit).toMatch(/^"read";r=2;t=\d+$/)
    expect([await read(own), await read(own)]).toEqual([200, 200])
    const refused = await own.call('GET', '/session')
    expect([refused.statusCode, Number(refused.headers['retry-after'])]).toEqual([429, refused.json().retryAfter])
    expect(await read(other)).toBe(200)
    expect((await own.call('PUT', '/session/post', { post: own.postId })).statusCode).toBe(200)
    later(1)
    expect(await read(own)).toBe(200)
    await slow.close()
  })
})

describe('the work of a refusal', () => {
  it('is that of a hash, for every name', async () => {
    const slow = await testApi(sessionHandlers, { env: { ARGON_MEMORY: '32768', ARGON_TIME: '4' } })
    const hash = await createCredentials(slow.config).hashPassword(password)
    const { id } = await buildPerson(slow.db, { username: 'punya.sandi', password })
    await slow.db.prisma.account.updateMany({ where: { userId: id }, data: { password: hash } })
    await buildPerson(slow.db, { username: 'tanpa.sandi' })
    // Processor time, which a busy machine does not stretch as it does the clock's.
    const leastWork = async (name: string) => {
      const all: number[] = []
      for (const _ of times(4, () => 0)) {
        const before = process.cpuUsage()
        await slow.stranger.call('POST', '/session', { name, password: 'bukan sandinya' })
        all.push(process.cpuUsage(before).user)
      }
      return Math.min(...all)
    }
    const known = await leastWork('punya.sandi')
    expect(await leastWork('tidak.ada')).toBeGreaterThan(known * 0.4)
    expect(await leastWork('tanpa.sandi')).toBeGreaterThan(known * 0.4)
    await slow.close()
  })
})
