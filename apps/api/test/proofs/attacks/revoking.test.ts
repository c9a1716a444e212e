/** What is revoked opens nothing from then on, in both of two processes that remember who asks, by whatever way it was revoked. */
import { openDatabase } from '@sepakat/db'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { processBeside } from '#testing/processBeside.ts'
import { type Caller, type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'

let api: TestApi
let other: FastifyInstance
let beside: Awaited<ReturnType<typeof processBeside>>
/** A hand that writes past the API. */
let hand: {
  query: (sql: string, values?: unknown[]) => Promise<{ rows: Record<string, string>[] }>
  close: () => Promise<void>
}
let admin: SignedIn
beforeAll(async () => {
  api = await testApi()
  beside = await processBeside(api)
  other = beside.app
  const { pool, close } = openDatabase({ url: api.ownerUrl, max: 1 })
  hand = { query: (sql, values) => pool.query(sql, values), close }
  admin = await api.as({ role: 'admin' })
})
afterAll(async () => {
  await hand.close()
  await beside.close()
  await api.close()
})

const me = (app: FastifyInstance, { headers }: Caller) => app.inject({ method: 'GET', url: '/api/v1/session', headers })
/** How both processes answer, asked at once. */
const both = async (who: Caller): Promise<number[]> =>
  (await Promise.all([me(api.app, who), me(other, who)])).map(({ statusCode }) => statusCode)
/** Both remember who it is, and answer from memory. */
const known = async (who: Caller): Promise<void> => {
  for (const _ of [1, 2]) expect(await both(who)).toEqual([200, 200])
}
const someone = () => api.as({ role: 'operator' })
const keyOf = async () => {
  const owner = await someone()
  return { owner, ...(await api.withKey({ owner: owner.personId, scopes: ['submission.read'] })) }
}
const done = async (answer: ReturnType<Caller['call']>): Promise<void> =>
  expect((await answer).statusCode).toBeLessThan(300)

const times = 10

describe('by hand, past the API, the next request is refused in both processes', () => {
  const refusedAfter = async (sql: string, of: 'sessionId' | 'personId' = 'sessionId') => {
    for (let n = 0; n < times; n++) {
      const who = await someone()
      await known(who)
      await hand.query(sql, [who[of]])
      expect(await both(who)).toEqual([401, 401])
    }
  }

  it('a session that ends', () => refusedAfter('DELETE FROM session WHERE id = $1'))
  it('a session that is locked', () => refusedAfter('UPDATE session SET locked_at = now() WHERE id = $1'))
  it('a session that expired', () =>
    refusedAfter(`UPDATE session SET expires_at = now() - interval '1 s' WHERE id = $1`))
  it('a session unused for a day', () =>
    refusedAfter(`UPDATE session SET last_seen_at = now() - interval '25 h' WHERE id = $1`))
  it('a session with another token', () => refusedAfter(`UPDATE session SET token = token || 'x' WHERE id = $1`))
  it('a session of a person who is disabled', () =>
    refusedAfter('UPDATE person SET disabled_at = now() WHERE id = $1', 'personId'))

  it('a key that is revoked, expires, or loses its owner', async () => {
    for (const sql of [
      'UPDATE api_key SET revoked_at = now() WHERE id = $1',
      `UPDATE api_key SET expires_at = now() - interval '1 s' WHERE id = $1`,
      'UPDATE person SET disabled_at = now() WHERE id = (SELECT owner_id FROM api_key WHERE id = $1)',
      `UPDATE post SET "to" = "from" WHERE person_id = (SELECT owner_id FROM api_key WHERE id = $1)`,
      'DELETE FROM api_key WHERE id = $1',
    ]) {
      const key = await keyOf()
      await hand.query(`UPDATE post SET "from" = '2020-01-01' WHERE person_id = $1`, [key.owner.personId])
      await known(key)
      await hand.query(sql, [key.keyId])
      expect([sql, ...(await both(key))]).toEqual([sql, 401, 401])
    }
  })

  it('five hundred times, while others ask without a pause', async () => {
    const who = await someone()
    const bystander = await someone()
    const token = async () =>
      (await hand.query('SELECT token FROM session WHERE id = $1', [who.sessionId])).rows[0]?.token
    const own = await token()
    let asking = true
    const traffic = (async () => {
      while (asking) for (const one of [who, bystander]) await both(one)
    })()
    const late: number[] = []
    try {
      for (let n = 0; n < 500; n++) {
        await hand.query('UPDATE session SET token = $2 WHERE id = $1', [who.sessionId, `${own}-gone`])
        if ((await both(who)).join() !== '401,401') late.push(n)
        await hand.query('UPDATE session SET token = $2 WHERE id = $1', [who.sessionId, own])
        if ((await both(who)).join() !== '200,200') late.push(n)
      }
    } finally {
      asking = false
      await traffic
    }
    expect(late).toEqual([])
  })
})

describe('by the API of one process, the very next request to the other is refused', () => {
  const refusedAfter = async (who: () => Promise<SignedIn>, revoke: (who: SignedIn) => Promise<void>) => {
    for (let n = 0; n < times; n++) {
      const one = await who()
      await known(one)
      await revoke(one)
      expect((await me(other, one)).statusCode).toBe(401)
      expect((await me(api.app, one)).statusCode).toBe(401)
    }
  }

  it('a session that its owner ends, or locks, or ends from another', async () => {
    await refusedAfter(someone, one => done(one.call('DELETE', '/session')))
    await refusedAfter(someone, one => done(one.call('DELETE', '/session?locked=true')))
    await refusedAfter(someone, async one => {
      const beside = await api.session(one.personId, one.postId)
      await done(beside.call('DELETE', `/sessions/${one.sessionId}`))
    })
  })

  it('a person who is disabled', () =>
    refusedAfter(someone, async one => done(admin.call('PATCH', `/people/${one.personId}`, { disabled: true }))))

  it('a key', async () => {
    for (let n = 0; n < times; n++) {
      const key = await keyOf()
      await known(key)
      await done(admin.call('DELETE', `/keys/${key.keyId}`))
      expect((await me(other, key)).statusCode).toBe(401)
    }
  })

  it('a post that ended is acted at no more', async () => {
    for (let n = 0; n < times; n++) {
      const one = await api.as({ role: 'admin' })
      await known(one)
      await hand.query(`UPDATE post SET "from" = '2020-01-01', "to" = '2020-01-02' WHERE id = $1`, [one.postId])
      for (const app of [other, api.app])
        expect((await me(app, one)).json()).toMatchObject({ post: null, permissions: [] })
      const people = await other.inject({ method: 'GET', url: '/api/v1/people', headers: one.headers })
      expect(people.json().code).toBe('no-right')
    }
  })

  it('another post of the same person is acted at from the next request on', async () => {
    for (let n = 0; n < times; n++) {
      const one = await api.as([{ role: 'operator' }, { role: 'leader' }])
      const { posts } = (await me(other, one)).json()
      const next = posts.find(({ id }: { id: string }) => id !== one.postId)
      await known(one)
      await done(one.call('PUT', '/session/post', { post: next.id }))
      expect((await me(other, one)).json().post.id).toBe(next.id)
    }
  })
})

it('a role, a name and a second factor that is due are those of the next request', async () => {
  const one = await api.as({ role: 'leader' })
  await known(one)
  await hand.query(`UPDATE post SET role = 'auditor' WHERE id = $1`, [one.postId])
  expect((await me(other, one)).json().post.role).toBe('auditor')
  const office = await hand.query('SELECT id FROM office LIMIT 1')
  await hand.query('UPDATE post SET office_ids = $2, region = false WHERE id = $1', [one.postId, [office.rows[0]?.id]])
  const list = () => other.inject({ method: 'GET', url: '/api/v1/people', headers: one.headers })
  expect((await list()).statusCode).toBe(403)
  await hand.query(`UPDATE post SET role = 'admin', region = true WHERE id = $1`, [one.postId])
  expect((await list()).statusCode).toBe(200)
})

it('what only prolongs a session or a key leaves what is remembered as it was', async () => {
  const one = await someone()
  const key = await api.withKey({ owner: one.personId, scopes: ['submission.read'] })
  await known(one)
  const version = async () =>
    (await hand.query('SELECT version FROM access_version WHERE person_id = $1', [one.personId])).rows[0]?.version
  const before = await version()
  await hand.query('UPDATE session SET last_seen_at = now() WHERE id = $1', [one.sessionId])
  await hand.query('UPDATE api_key SET last_used_at = now() WHERE id = $1', [key.keyId])
  await hand.query('UPDATE person SET phone = $2 WHERE id = $1', [one.personId, '0551'])
  await api.session(one.personId, one.postId)
  expect(await version()).toBe(before)
})

it('what is rolled back changes nothing', async () => {
  const one = await someone()
  await known(one)
  await hand.query('BEGIN')
  await hand.query('DELETE FROM session WHERE id = $1', [one.sessionId])
  expect(await both(one)).toEqual([200, 200])
  await hand.query('ROLLBACK')
  expect(await both(one)).toEqual([200, 200])
})

it('sessions emptied as a whole open nothing', async () => {
  const one = await someone()
  await known(one)
  await hand.query('TRUNCATE session')
  expect(await both(one)).toEqual([401, 401])
})

it('the application cannot say that nothing changed', async () => {
  await expect(api.db.pool.query('UPDATE access_version SET version = 0')).rejects.toThrow('permission denied')
})
