import { disableDemo, seedDemo } from '@sepakat/db/seed/demo.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessionHandlers } from '#features/session/routes.ts'
import { createCredentials } from '#http/auth/credentials.ts'
import { type TestApi, testApi } from '#testing/testApi.ts'
import { ensureAdmin } from './ensureAdmin.ts'

let api: TestApi
let now = new Date('2026-11-24T02:00:00Z')
beforeAll(async () => {
  api = await testApi(sessionHandlers, { now: () => now })
})
afterAll(() => api.close())

const open = () => ensureAdmin({ db: api.db, clock: () => now }, createCredentials(api.config), true)
const read = (line: string | null) => {
  const [, name = '', code = ''] = /nama (\S+), kode (\S+) /.exec(line ?? '') ?? []
  return { name, code }
}
const redeem = (way: { name: string; code: string }) =>
  api.stranger.call('POST', '/session/code', { ...way, password: 'sandi baru saya' })

describe('the first admin', () => {
  it('is made once, by whichever of several processes comes first', async () => {
    const lines = await Promise.all([open(), open(), open()])
    expect(lines.filter(line => line !== null)).toHaveLength(1)
    expect(await api.db.prisma.person.count()).toBe(1)
    expect((await api.events('rights')).map(event => event.type).filter(type => type !== 'history.bound')).toEqual([
      'person.created',
      'post.granted',
      'code.issued',
    ])
  })

  it('gets a new code when the old one ran out, and comes in as admin', async () => {
    expect(await open()).toBeNull()
    now = new Date(now.getTime() + 8 * 86_400_000)
    const way = read(await open())
    expect(way.name).toBe('pengelola')
    const answer = await redeem(way)
    expect([answer.statusCode, answer.json().post.role]).toEqual([200, 'admin'])
    expect(await open()).toBeNull()
  })

  it.each([
    ['were shut', true],
    ['are of no use because the demo is off', false],
  ])('is another one where the demo accounts %s', async (_, isOn) => {
    const demo = await testApi(sessionHandlers)
    await seedDemo(demo.db, new Date())
    const door = (isOn: boolean) =>
      ensureAdmin({ db: demo.db, clock: () => new Date() }, createCredentials(demo.config), isOn)
    expect(await door(true)).toBeNull()
    if (isOn) await disableDemo(demo.db, new Date())
    expect(read(await door(isOn)).name).toBe('pengelola2')
    await demo.close()
  })
})
