import { type Database, openDatabase, snapshot, transaction } from '@sepakat/db'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { asProblem } from './asProblem.ts'
import { describeError } from './log.ts'
import { handlers } from './route.ts'

let thrown: unknown
let api: TestApi
let asker: SignedIn
beforeAll(async () => {
  api = await testApi(
    handlers({
      'GET /offices': async () => {
        throw thrown
      },
      'GET /session': async ({ db }) => db.pool.query('SELECT secret FROM nowhere') as never,
      'GET /sessions': async () => ({ items: [{ id: 1 }] }) as never,
    }),
  )
  asker = await api.as({ role: 'admin' })
})
afterAll(() => api.close())

const answerTo = async (error: unknown) => {
  thrown = error
  return asker.call('GET', '/offices')
}

describe('an unexpected error', () => {
  it.each([new Error('the password is 1234'), 'a string', null, { toString: () => 'an object' }])(
    'is answered without its cause: %s',
    async error => {
      const answer = await answerTo(error)
      expect([answer.statusCode, answer.json().code]).toEqual([500, 'internal'])
      expect(answer.json().instance).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/)
      expect(answer.body).not.toMatch(/1234|a string|an object|stack/)
    },
  )

  it('may be an answer that does not fit the contract, or a statement that is wrong', async () => {
    for (const path of ['/session', '/sessions']) {
      const answer = await asker.call('GET', path)
      expect([answer.statusCode, answer.json().code]).toEqual([500, 'internal'])
      expect(answer.body).not.toMatch(/nowhere|items/)
    }
  })
})

describe('an error of the database', () => {
  const state = (code: string) => Object.assign(new Error('duplicate key (nip)=(1990)'), { code })

  it.each([
    ['23505', 409, 'exists'],
    ['23503', 409, 'in-use'],
    ['23001', 409, 'in-use'],
    ['23514', 422, 'invalid'],
    ['22P02', 422, 'invalid'],
    ['22003', 422, 'invalid'],
    ['22021', 422, 'invalid'],
    ['40001', 503, 'busy'],
    ['40P01', 503, 'busy'],
    ['55P03', 503, 'busy'],
    ['57014', 503, 'busy'],
    ['ECONNREFUSED', 503, 'busy'],
    ['P2025', 404, 'not-found'],
    ['P1008', 503, 'busy'],
    ['P2028', 503, 'busy'],
    ['42P01', 500, 'internal'],
  ])('%s is answered %d %s', async (code, status, name) => {
    const answer = await answerTo(state(code))
    expect([answer.statusCode, answer.json().code]).toEqual([status, name])
    expect(answer.body).not.toContain('1990')
  })

  it('is found two floors down in Prisma', () => {
    const cause = { originalCode: '23505' }
    expect(
      asProblem(Object.assign(new Error('x'), { code: 'P2010', meta: { driverAdapterError: { cause } } })).code,
    ).toBe('exists')
  })

  it('says when to come again, where the database is away', async () => {
    const answer = await answerTo(state('57P03'))
    expect([answer.headers['retry-after'], answer.json().retryAfter]).toEqual(['2', 2])
    const away = openDatabase({ url: 'postgresql://nobody@127.0.0.1:1/none' })
    const refused: unknown = await away.pool.query('SELECT 1').catch((error: unknown) => error)
    await away.close()
    expect(asProblem(refused).code).toBe('busy')
  })
})

describe('where no connection comes in time', () => {
  const ways: Record<string, (few: Database) => Promise<unknown>> = {
    'a statement': few => few.pool.query('SELECT 1'),
    'a transaction': few => transaction(few, tx => tx.prisma.person.count()),
    'reads of one moment': few => snapshot(few, tx => tx.prisma.person.count()),
    'Prisma Client': few => few.prisma.person.count(),
    'a transaction of Prisma Client': few => few.prisma.$transaction([few.prisma.person.count()]),
  }
  it.each(Object.entries(ways))('%s is answered busy, with when to come again', async (_, ask) => {
    const few = openDatabase({ url: api.config.databaseUrl, max: 1, waitMs: 2000 })
    const client = await few.pool.connect()
    const error: unknown = await ask(few).catch((error: unknown) => error)
    client.release()
    await few.close()
    const answer = await answerTo(error)
    expect([answer.statusCode, answer.json().code, answer.json().retryAfter]).toEqual([503, 'busy', 2])
    expect(answer.headers['retry-after']).toBe('2')
  })

  it('so is a transaction that gets no slot', async () => {
    const few = openDatabase({ url: api.config.databaseUrl, max: 2, waitMs: 2000 })
    const { promise, resolve } = Promise.withResolvers<void>()
    const held = [1, 2].map(() => transaction(few, () => promise))
    const error: unknown = await transaction(few, async () => null).catch((error: unknown) => error)
    resolve()
    await Promise.all(held)
    await few.close()
    expect((await answerTo(error)).json()).toMatchObject({ status: 503, code: 'busy', retryAfter: 2 })
  })
})

describe('the log', () => {
  it('keeps the place of an error, never what a database quotes', () => {
    const error = Object.assign(new Error('Failing row contains (1990, rahasia)'), {
      severity: 'ERROR',
      code: '23514',
      detail: 'Failing row contains (1990, rahasia)',
      constraint: 'post_dates',
    })
    const line = describeError(error)
    expect(line).toMatchObject({ type: 'Error', code: '23514', constraint: 'post_dates' })
    expect(JSON.stringify(line)).not.toMatch(/1990|rahasia/)
    expect(describeError(new Error('plain')).message).toBe('plain')
  })
})
