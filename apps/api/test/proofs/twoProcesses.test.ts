/** Two processes of the API over one database: what one of them ends opens nothing at the other, from its next request on. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '@sepakat/db/engine/freePort.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'

const server = path.join(import.meta.dirname, '../../src/server.ts')
const origin = 'http://localhost'
let api: TestApi
let admin: SignedIn
let ports: number[]
let processes: ChildProcess[]

const start = (port: number, { databaseUrl, secret }: TestApi['config']) =>
  spawn(process.execPath, ['--disable-warning=ExperimentalWarning', server], {
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      DATABASE_APP_URL: databaseUrl,
      PUBLIC_URL: origin,
      SECRET: secret,
      DATA_DIR: path.dirname(api.config.filesDir),
      SERVE_WEB: '0',
      WORKER: '0',
      RATE_LIMIT: '0',
      SECOND_FACTOR: 'optional',
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
/** Sends to one of the two. */
const ask = async (at: number, { headers }: Caller, method: string, path: string, body?: object): Promise<number> => {
  const answer = await fetch(`http://127.0.0.1:${ports[at]}/api/v1${path}`, {
    method,
    headers: { origin, ...headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  })
  await answer.arrayBuffer()
  return answer.status
}
const ready = async (port: number): Promise<void> => {
  while (!(await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null))?.ok) await sleep(50)
}

beforeAll(async () => {
  api = await testApi()
  admin = await api.as({ role: 'admin' })
  ports = [await freePort(), await freePort()]
  processes = ports.map(port => start(port, api.config))
  await Promise.all(ports.map(ready))
})
afterAll(async () => {
  const gone = processes.map(process => once(process, 'exit'))
  for (const process of processes) process.kill('SIGTERM')
  await Promise.all(gone)
  await api.close()
})

interface Way {
  who: () => Promise<Caller>
  /** Asked with what it opens, and how it is refused afterwards. */
  opens: string
  refused: number
  end: (at: number, who: Caller & Partial<SignedIn & { keyId: string }>) => Promise<number>
}
const operator = () => api.as({ role: 'operator' })
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const ways: Record<string, Way> = {
  'a person who is disabled': {
    who: operator,
    opens: '/session',
    refused: 401,
    end: (at, { personId }) => ask(at, admin, 'PATCH', `/people/${personId}`, { disabled: true }),
  },
  'a session from which somebody signs out': {
    who: operator,
    opens: '/session',
    refused: 401,
    end: (at, who) => ask(at, who, 'DELETE', '/session'),
  },
  'a session that is ended from another device': {
    who: operator,
    opens: '/submissions',
    refused: 401,
    end: async (at, { personId = '', postId = '', sessionId }) =>
      ask(at, await api.session(personId, postId), 'DELETE', `/sessions/${sessionId}`),
  },
  'all sessions of a person': {
    who: operator,
    opens: '/submissions',
    refused: 401,
    end: async (at, { personId = '', postId = '' }) =>
      ask(at, await api.session(personId, postId), 'DELETE', '/sessions'),
  },
  'a key that is revoked': {
    who: async () => api.withKey({ owner: (await operator()).personId, scopes: ['submission.read'] }),
    opens: '/submissions',
    refused: 401,
    end: (at, { keyId }) => ask(at, admin, 'DELETE', `/keys/${keyId}`),
  },
  'a key whose owner is disabled': {
    who: async () => {
      const { personId } = await operator()
      return { ...(await api.withKey({ owner: personId, scopes: ['submission.read'] })), personId }
    },
    opens: '/submissions',
    refused: 401,
    end: (at, { personId }) => ask(at, admin, 'PATCH', `/people/${personId}`, { disabled: true }),
  },
  'a post that has ended': {
    who: operator,
    opens: '/submissions',
    refused: 403,
    end: (at, { postId }) => ask(at, admin, 'POST', `/posts/${postId}/end`, { to: day(-2) }),
  },
}

describe.each([
  [0, 1],
  [1, 0],
])('what process %d ends, process %d refuses', (here, there) => {
  it.each(Object.entries(ways))('%s', async (_, { who, opens, refused, end }) => {
    const one = await who()
    // often enough that whatever is remembered is remembered
    for (const at of [here, there, there, here, there]) expect(await ask(at, one, 'GET', opens)).toBe(200)
    expect(await end(here, one)).toBeLessThan(300)
    expect([await ask(there, one, 'GET', opens), await ask(here, one, 'GET', opens)]).toEqual([refused, refused])
  })
})
