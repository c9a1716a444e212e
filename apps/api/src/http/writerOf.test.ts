import { noEvent, written } from '@sepakat/db'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { handlers } from './route.ts'

const wave = {
  id: '0199f5a0-0000-7000-8000-000000000000',
  name: 'Gelombang',
  fromPeriod: '2027',
  offices: [],
  reportTypes: [],
}
const body = (name: string) => ({ name, fromPeriod: '2027', offices: [wave.id], reportTypes: ['spm'] })
let runs = 0
let fail = false
let api: TestApi
let admin: SignedIn
beforeAll(async () => {
  api = await testApi(
    handlers({
      'POST /waves': async ({ body: { name }, write }) =>
        write(async tx => {
          await tx.prisma.$executeRaw`SELECT pg_sleep(0.02)`
          if (fail) throw new Error('broken')
          const made = { ...wave, name: `${name} ${++runs}` }
          return written(made as never, { stream: 'rights', type: 'wave.changed', data: { name } })
        }),
      'PUT /waves/:id': async ({ body: { name }, write }) =>
        write(async () =>
          written(wave as never, {
            stream: 'rights',
            type: (name === 'asing' ? 'office.changed' : 'wave.changed') as 'wave.changed',
            data: { name },
          }),
        ),
      'DELETE /waves/:id': async ({ write }) => {
        await write(async () => noEvent(null))
        return write(async () => noEvent(null))
      },
      'POST /people/:id/posts': async () => ({}) as never,
    }),
  )
  admin = await api.as({ role: 'admin' })
})
afterAll(() => api.close())

const post = (name: string, key: string, who: SignedIn = admin) =>
  who.call('POST', '/waves', body(name), { 'idempotency-key': key })
const kept = async (name: string) => (await api.events('rights')).filter(event => event.data.name === name).length

describe('Idempotency-Key', () => {
  it('lets one of many at once work, and gives all its answer', async () => {
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => post('serentak', 'k-1')))
    expect(answers.map(answer => answer.statusCode)).toEqual([201, 201, 201, 201, 201])
    expect(new Set(answers.map(answer => answer.body)).size).toBe(1)
    expect(await kept('serentak')).toBe(1)
  })

  it('is each asker’s own', async () => {
    const other = await api.as({ role: 'admin' })
    expect((await post('milik sendiri', 'k-2')).body).not.toBe((await post('milik sendiri', 'k-2', other)).body)
  })

  it('is of one request: another one under it is refused', async () => {
    await post('satu', 'k-3')
    const other = await post('dua', 'k-3')
    expect([other.statusCode, other.json().code]).toEqual([409, 'key-reused'])
    expect(await kept('dua')).toBe(0)
  })

  it('is free again after a failure, of which nothing stays', async () => {
    fail = true
    expect((await post('gagal', 'k-4')).statusCode).toBe(500)
    fail = false
    expect((await post('gagal', 'k-4')).statusCode).toBe(201)
    expect(await kept('gagal')).toBe(1)
  })

  it.each(['', 'a b', 'x'.repeat(201), 'é'])('may not be "%s"', async key => {
    expect((await post('salah', key)).statusCode).toBe(422)
  })

  it('is not asked for', async () => {
    const two = await Promise.all([
      admin.call('POST', '/waves', body('bebas')),
      admin.call('POST', '/waves', body('bebas')),
    ])
    expect(two.map(answer => answer.statusCode)).toEqual([201, 201])
    expect(await kept('bebas')).toBe(2)
  })

  it('is kept by the context’s write alone: a handler that writes past it is stopped', async () => {
    const path = `/people/${wave.id}/posts`
    const post = { role: 'operator', offices: [wave.id], from: '2026-01-01' }
    expect((await admin.call('POST', path, post, { 'idempotency-key': 'k-5' })).statusCode).toBe(500)
  })
})

describe('the events of a write', () => {
  const put = (name: string) => admin.call('PUT', `/waves/${wave.id}`, body(name))

  it('are appended by the frame, by who asked and when', async () => {
    expect((await put('diubah')).statusCode).toBe(200)
    const event = (await api.events('rights')).at(-1)
    expect(event).toMatchObject({ type: 'wave.changed', actor: `post:${admin.postId}`, data: { name: 'diubah' } })
  })

  it('are those that the route declares: with another nothing is kept', async () => {
    const before = (await api.events('rights')).length
    expect((await put('asing')).statusCode).toBe(500)
    expect(await api.events('rights')).toHaveLength(before)
  })

  it('are of one transaction: a handler that writes twice is stopped', async () => {
    expect((await admin.call('DELETE', `/waves/${wave.id}`)).statusCode).toBe(500)
  })
})
