import { buildPerson } from '@sepakat/db/builders/index.ts'
import { demoPassword } from '@sepakat/db/seed/demo.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '#config.ts'
import { type Caller, type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'

const demo = 'pengelola'
interface Place {
  api: TestApi
  session: SignedIn
  key: Caller
}
const open = async (PUBLIC_URL: string, env: Record<string, string> = {}): Promise<Place> => {
  const api = await testApi(undefined, { env: { PUBLIC_URL, ...env } })
  const posts = [{ role: 'admin' as const }]
  const { id, posts: built } = await buildPerson(api.db, { username: demo, password: demoPassword, demo: true, posts })
  const session = await api.session(id, built[0]!.id)
  return { api, session, key: await api.withKey({ owner: id, scopes: ['submission.read'] }) }
}
let outside: Place
let own: Place
beforeAll(async () => {
  outside = await open('https://sepakat.example.go.id')
  own = await open('http://localhost')
})
afterAll(async () => {
  await outside.api.close()
  await own.api.close()
})

/** As a forwarder beside the product passes a request on that says neither where it is from nor for which name. */
const forwarded = { host: '127.0.0.1:8080' }
const signIn = ({ api }: Place, headers: object = forwarded) =>
  api.stranger.call('POST', '/session', { name: demo, password: demoPassword }, { ...headers })
const status = async (who: Caller, headers: object = forwarded) =>
  (await who.call('GET', '/session', undefined, { ...headers })).statusCode

describe('where PUBLIC_URL is public, behind a forwarder that sends a loopback Host and nothing else', () => {
  it('a demo account signs in with the printed password no more', async () => {
    expect((await signIn(outside)).json().code).toBe('bad-credentials')
  })

  it('a demo account is not told to anybody', async () => {
    const answer = await outside.api.stranger.call('GET', '/public', undefined, forwarded)
    expect(answer.json().demo).toEqual([])
  })

  it('a session that a demo person had before opens nothing', async () => {
    expect(await status(outside.session)).toBe(401)
  })

  it('a key of a demo person opens nothing', async () => {
    expect(await status(outside.key)).toBe(401)
  })

  it('a code for a demo person opens nothing', async () => {
    const admin = await outside.api.as({ role: 'admin' })
    const { code } = (await admin.call('POST', `/people/${outside.session.personId}/codes`)).json()
    const body = { name: demo, code, password: 'langit merah besi tua' }
    const answer = await outside.api.stranger.call('POST', '/session/code', body, forwarded)
    expect(answer.json().code).toBe('bad-credentials')
  })

  it('a real account goes on', async () => {
    expect(await status(await outside.api.as({ role: 'operator' }))).toBe(200)
  })
})

describe('where PUBLIC_URL is this machine', () => {
  it('demo sessions and keys answer here', async () => {
    expect((await signIn(own)).statusCode).toBe(200)
    expect([await status(own.session), await status(own.key)]).toEqual([200, 200])
  })

  it('a key of a demo person is refused to every caller behind a proxy', async () => {
    for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via', 'cf-connecting-ip', 'x-forwarded-server'])
      expect(await status(own.key, { ...forwarded, [name]: '203.0.113.9' })).toBe(401)
  })

  it('a demo session answers no name that is not this machine’s', async () => {
    expect(await status(own.session, { host: 'sepakat.example.go.id' })).toBe(401)
    expect(await status(own.session, { host: '127.0.0.1.example.go.id' })).toBe(401)
  })
})

describe('the start', () => {
  const base = { DATABASE_APP_URL: 'postgresql://app:x@127.0.0.1:5432/sepakat', SECRET: 'x'.repeat(40) }

  it('refuses DEMO=1 with a public address', () => {
    const env = { ...base, DEMO: '1', PUBLIC_URL: 'https://sepakat.example.go.id' }
    expect(() => readConfig(env)).toThrow(ConfigError)
    expect(() => readConfig(env)).toThrow(/DEMO=1 hanya untuk PUBLIC_URL yang menunjuk mesin ini/)
  })

  it('takes a name that only looks like this machine for another', () => {
    for (const name of ['localhost.example.go.id', '127.0.0.1.nip.io', '128.0.0.1'])
      expect(readConfig({ ...base, PUBLIC_URL: `https://${name}` }).demo).toBe(false)
  })
})
