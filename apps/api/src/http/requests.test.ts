import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officeHandlers } from '#features/offices/routes.ts'
import { peopleHandlers } from '#features/people/routes.ts'
import { sessionHandlers } from '#features/session/routes.ts'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'

let api: TestApi
let admin: SignedIn
beforeAll(async () => {
  api = await testApi({ ...sessionHandlers, ...officeHandlers, ...peopleHandlers })
  admin = await api.as({ role: 'admin' })
})
afterAll(() => api.close())

const json = { 'content-type': 'application/json' }
const raw = (
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  payload?: string | Buffer,
  headers: object = json,
) =>
  api.app.inject({
    method,
    url,
    payload,
    headers: { origin: api.config.publicUrl, ...admin.headers, ...headers },
  })
const outcome = (answer: { statusCode: number; json: () => { code: string } }) => [
  answer.statusCode,
  answer.json().code,
]

describe('a request that cannot be read', () => {
  const people = '/api/v1/people'
  const deep = (depth: number) => `{"name":${'['.repeat(depth)}${']'.repeat(depth)}}`

  it.each([
    ['half a JSON', '{"name":', 400, 'bad-json'],
    ['nothing', '', 400, 'bad-json'],
    ['a key that reaches a prototype', '{"name":"A","__proto__":{"admin":true}}', 400, 'bad-json'],
    ['a constructor', '{"name":"A","constructor":{"prototype":{"admin":true}}}', 400, 'bad-json'],
    ['Latin-1', Buffer.from('{"name":"\xe9"}', 'latin1'), 400, 'bad-json'],
    ['UTF-16', Buffer.from('{"name":"A"}', 'utf16le'), 400, 'bad-json'],
    ['a depth no form has', deep(5000), 400, 'bad-json'],
    ['brackets inside a string', JSON.stringify({ name: '['.repeat(150) }), 422, 'invalid'],
    ['a list', '[]', 422, 'invalid'],
    ['null', 'null', 422, 'invalid'],
    ['NUL in a text', JSON.stringify({ name: 'a\u0000b', username: 'nul.nul' }), 422, 'invalid'],
    ['half a surrogate pair', '{"name":"\\ud800","username":"sur.ro"}', 422, 'invalid'],
  ])('is refused: %s', async (_what, body, status, code) => {
    expect(outcome(await raw('POST', people, body))).toEqual([status, code])
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml'])(
    'is refused: %s',
    async type => {
      expect(outcome(await raw('POST', people, 'name=A', { 'content-type': type }))).toEqual([415, 'wrong-media'])
    },
  )

  it('is refused: a compressed body, which could be a bomb', async () => {
    expect(outcome(await raw('POST', people, '{}', { ...json, 'content-encoding': 'gzip' }))).toEqual([
      415,
      'wrong-media',
    ])
  })

  it('is refused: more than the route takes', async () => {
    expect(outcome(await raw('POST', people, `"${'a'.repeat(5 << 20)}"`))).toEqual([413, 'too-large'])
    expect(outcome(await raw('POST', '/api/v1/session', `"${'a'.repeat(17 << 10)}"`))).toEqual([413, 'too-large'])
  })

  it('names the empty pointer for the whole', async () => {
    expect((await raw('POST', people, '[]')).json().errors).toEqual([
      { pointer: '', code: 'invalid_type', message: 'Isi dengan objek.' },
    ])
  })
})

describe('an address', () => {
  it.each([
    ['GET', '/api/v1/nowhere', 404, 'not-found'],
    ['GET', '/api/nowhere', 404, 'not-found'],
    ['GET', '/api/v1/people/', 404, 'not-found'],
    ['GET', `/api/v1/people/${'a'.repeat(300)}`, 404, 'not-found'],
    ['GET', '/api/v1/people/%zz', 400, 'bad-request'],
    ['GET', '/api/v1/people/__proto__', 404, 'not-found'],
    ['GET', '/problems/constructor', 404, 'not-found'],
  ] as const)('%s %s is not known', async (method, url, status, code) => {
    expect(outcome(await raw(method, url, undefined, {}))).toEqual([status, code])
  })

  it('that is known says which methods it takes', async () => {
    const answer = await raw('PUT', '/api/v1/people', '{}')
    expect([...outcome(answer), answer.headers.allow]).toEqual([405, 'method-not-allowed', 'GET, POST, HEAD'])
  })

  it('answers HEAD as GET, without the body', async () => {
    const path = { url: '/api/v1/offices', headers: admin.headers }
    const [head, get] = await Promise.all([
      api.app.inject({ ...path, method: 'HEAD' }),
      api.app.inject({ ...path, method: 'GET' }),
    ])
    expect([head.statusCode, head.body, head.headers.etag]).toEqual([200, '', get.headers.etag])
  })
})

describe('every answer', () => {
  it('carries a request id, in the header and in a problem', async () => {
    const answer = await api.stranger.call('GET', '/people')
    expect(answer.headers['x-request-id']).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/)
    expect(answer.json().instance).toBe(answer.headers['x-request-id'])
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  })

  it('names whom to ask to people, not to programs', async () => {
    expect((await api.stranger.call('GET', '/people')).json().contact.name).not.toBe('')
    const program = await api.stranger.call('GET', '/people', undefined, { authorization: 'Bearer spk_x' })
    expect(program.json().contact).toBeUndefined()
  })

  it('is no page that a browser runs, and none that another site frames', async () => {
    const { headers } = await admin.call('GET', '/offices')
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'cache-control': 'no-store',
    })
  })

  it('is compressed for who can read it', async () => {
    const answer = await admin.call('GET', '/offices', undefined, { 'accept-encoding': 'br' })
    expect(answer.headers['content-encoding']).toBe('br')
    expect(answer.headers.vary).toContain('accept-encoding')
  })
})

describe('If-None-Match', () => {
  it('is answered 304 while nothing changed, also in a list and weakly', async () => {
    const { etag = '' } = (await admin.call('GET', '/offices')).headers
    expect(etag).toMatch(/^W\/"/)
    for (const header of [etag, `"x", ${etag}`, etag.replace('W/', ''), '*']) {
      const again = await admin.call('GET', '/offices', undefined, { 'if-none-match': header })
      expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', etag])
    }
    expect((await admin.call('GET', '/offices', undefined, { 'if-none-match': '"x"' })).statusCode).toBe(200)
  })

  it('costs a slow line less than half a kilobyte', async () => {
    const { etag = '' } = (await admin.call('GET', '/offices')).headers
    const { headers } = await admin.call('GET', '/offices', undefined, { 'if-none-match': etag })
    expect(bytesOf(headers)).toBeLessThan(450)
  })
})

const bytesOf = (headers: object): number =>
  Object.entries(headers).reduce((bytes, [name, value]) => bytes + name.length + String(value).length + 4, 0)

describe('bytes that are no HTTP', () => {
  const say = (port: number, bytes: string) =>
    new Promise<string>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
      let heard = ''
      socket.on('data', chunk => {
        heard += chunk
      })
      socket.on('end', () => resolve(heard))
      socket.on('error', reject)
    })

  it('are answered by a problem and nothing of the cause', async () => {
    await api.app.listen({ port: 0, host: '127.0.0.1' })
    const address = api.app.server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const broken = await say(port, 'BOGUS\r\n\r\n')
    expect(broken).toMatch(/^HTTP\/1\.1 400 /)
    expect(JSON.parse(broken.split('\r\n\r\n')[1] ?? '').code).toBe('bad-request')
    const huge = await say(port, `GET / HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(40_000)}\r\n\r\n`)
    expect(JSON.parse(huge.split('\r\n\r\n')[1] ?? '').code).toBe('too-large')
  })
})

describe('health', () => {
  it('is told to anybody', async () => {
    const [alive, ready] = await Promise.all(['/healthz', '/readyz'].map(url => api.app.inject(url)))
    expect([alive?.statusCode, alive?.json()]).toEqual([200, { status: 'ok' }])
    expect([ready?.statusCode, ready?.json()]).toEqual([200, { status: 'ok', database: true, stopping: false }])
  })
})
