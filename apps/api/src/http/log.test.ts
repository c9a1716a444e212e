import { buildPerson } from '@sepakat/db/builders/index.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keyHandlers } from '#features/keys/routes.ts'
import { peopleHandlers } from '#features/people/routes.ts'
import { sessionHandlers } from '#features/session/routes.ts'
import { type TestApi, testApi } from '#testing/testApi.ts'
import { createLog } from './log.ts'
import { handlers } from './route.ts'

const lines: string[] = []
let api: TestApi
beforeAll(async () => {
  const broken = handlers({
    'GET /offices': async ({ db }) => {
      const data = { name: 'Nama Rahasia', unknown: 'kata rahasia' }
      return db.prisma.person.create({ data: data as never }) as never
    },
    'GET /settings': async ({ db }) => db.pool.query(`SELECT 1 / 0, 'nama rahasia'`) as never,
  })
  api = await testApi(
    { ...sessionHandlers, ...peopleHandlers, ...keyHandlers, ...broken },
    { log: createLog('debug', { write: (line: string) => void lines.push(line) }) },
  )
})
afterAll(() => api.close())

describe('the log', () => {
  it('tells each request by its route, its outcome and its post, and no secret or personal word', async () => {
    const admin = await api.as({ role: 'admin' })
    await buildPerson(api.db, { username: 'nama.masuk', nip: '196001011985011001', password: 'tiga kata bebas' })
    await api.stranger.call('POST', '/session', { name: '196001011985011001', password: 'tiga kata bebas' })
    await api.stranger.call('POST', '/session', { name: 'nama.masuk', password: 'sandi yang salah' })
    await admin.call('GET', '/people?q=nama.masuk')
    await admin.call('POST', '/people', { name: 'Orang Baru Sekali', nip: '197001011995011001', phone: '0811223344' })
    await admin.call('POST', '/people', { name: 'Orang Baru Sekali', nip: 'bukan nip' })
    const { key } = await api.withKey({ owner: admin.personId, scopes: ['person.manage'] })
    await api.stranger.call('GET', '/people', undefined, { authorization: `Bearer ${key}` })
    await admin.call('GET', '/offices')
    await admin.call('GET', '/settings')
    const text = lines.join('')
    expect(lines.length).toBeGreaterThan(9)
    for (const line of lines) expect(JSON.parse(line)).toHaveProperty('reqId')
    expect(text).toContain('"route":"/api/v1/people"')
    expect(text).toContain(`"actor":"post:${admin.postId}"`)
    const secret = admin.headers.cookie?.slice(15) ?? ''
    const words = [
      secret,
      key,
      'tiga kata',
      'yang salah',
      'nama.masuk',
      '196001011985011001',
      '197001011995011001',
      'Orang Baru',
      '0811223344',
      'ahasia',
      '127.0.0.1',
    ]
    expect(words.filter(word => text.includes(word))).toEqual([])
  })
})
