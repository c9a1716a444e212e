import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askAddress, sayRaw } from '#testing/sayRaw.ts'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'sepakat-addresses-'))
let api: TestApi
let admin: SignedIn
beforeAll(async () => {
  mkdirSync(path.join(folder, 'web/assets'), { recursive: true })
  writeFileSync(path.join(folder, 'web/index.html'), '<!doctype html><title>SEPAKAT</title>')
  writeFileSync(path.join(folder, 'web/assets/main.js'), 'export {}')
  writeFileSync(path.join(folder, 'secrets.json'), 'rahasia')
  api = await testApi(undefined, { env: { SERVE_WEB: path.join(folder, 'web') } })
  admin = await api.as({ role: 'admin' })
  await api.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await api.close()
  rmSync(folder, { recursive: true })
})

/** Whatever a program accepts, and to GET as to HEAD: nothing is there. */
const isNowhere = async (target: string): Promise<void> => {
  for (const method of ['GET', 'HEAD'])
    for (const accept of ['text/html', 'application/json']) {
      const { status, body } = await askAddress(api.app, target, { method, accept })
      expect([method, accept, status]).toEqual([method, accept, 404])
      expect(body).not.toContain('rahasia')
      if (method === 'GET') expect(JSON.parse(body).code).toBe('not-found')
    }
}

describe('an address that is none is answered 404', () => {
  it('NUL', () => isNowhere('/%00'))
  it('two slashes before a name', () => isNowhere('//x/y'))
  it('a step out of the folder', () => isNowhere('/../x'))
  it('a step out of the folder, encoded', () => isNowhere('/%2e%2e/secrets.json'))
  it('a step out of the folder, with its slash encoded', () => isNowhere('/..%2fsecrets.json'))
  it('steps out of a folder within', () => isNowhere('/assets/../../secrets.json'))
  it('steps in the middle of a page', () => isNowhere('/laporan/../x'))
  it('slashes alone', () => isNowhere('///'))
  it('a backslash', () => isNowhere('/\\..\\secrets.json'))
  it('NUL behind the name of a file', () => isNowhere('/index.html%00'))
  it('NUL in the API', () => isNowhere('/api/v1/%00'))
  it('NUL beside the health', () => isNowhere('/healthz%00'))
  it('an empty step in the API', () => isNowhere('/api/v1//people'))
  it('the API behind two slashes', () => isNowhere('//api/v1/people'))
  it('a host in front, as for a proxy', () => isNowhere('http://jahat.example/x'))
  it('a name longer than any file has', () => isNowhere(`/${'a'.repeat(5_000)}.js`))
  it('a folder', () => isNowhere('/assets/'))
})

describe('a request that is not as it should be', () => {
  const json = (type: string, body = '{"name":"A"}') =>
    api.app.inject({
      method: 'POST',
      url: '/api/v1/people',
      headers: { origin: api.config.publicUrl, ...admin.headers, 'content-type': type },
      payload: body,
    })
  const code = async (type: string) => {
    const answer = await json(type)
    return [answer.statusCode, answer.json().code]
  }

  it('in Latin-1 is refused', async () => {
    expect(await code('application/json; charset=iso-8859-1')).toEqual([415, 'wrong-media'])
  })

  it('in UTF-7, where <script> looks like something else, is refused', async () => {
    expect(await code('application/json; charset="utf-7"')).toEqual([415, 'wrong-media'])
  })

  it('in UTF-16 is refused', async () => {
    expect(await code('application/json;CHARSET=UTF-16LE')).toEqual([415, 'wrong-media'])
  })

  it('in Latin-1, named as parameters with letters of other alphabets are, is refused', async () => {
    expect(await code("application/json; charset*=UTF-8''latin1")).toEqual([415, 'wrong-media'])
  })

  it('that names two charsets is refused for the wrong one', async () => {
    expect(await code('application/json; charset=utf-8; charset=utf-7')).toEqual([415, 'wrong-media'])
  })

  it('that names UTF-8 is taken, in any spelling', async () => {
    for (const type of ['application/json; charset=UTF-8', 'application/json;charset="utf-8"', 'application/json'])
      expect(await code(type)).toEqual([422, 'invalid'])
  })

  it('that is sent as two lengths at once, to be read as two, is refused', async () => {
    const { status } = await sayRaw(
      api.app,
      'POST /api/v1/session HTTP/1.1\r\nhost: localhost\r\ncontent-length: 2\r\ncontent-length: 40\r\n\r\n{}',
    )
    expect(status).toBe(400)
  })

  it('with a length and in pieces, to smuggle another past a proxy, is refused', async () => {
    const { status } = await sayRaw(
      api.app,
      'POST /api/v1/session HTTP/1.1\r\nhost: localhost\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\n\r\n',
    )
    expect(status).toBe(400)
  })

  it('by a method that only tells, TRACE, gives nothing back', async () => {
    const { status, body } = await sayRaw(
      api.app,
      'TRACE /api/v1/session HTTP/1.1\r\nhost: localhost\r\ncookie: rahasia=1\r\nconnection: close\r\n\r\n',
    )
    expect(status).toBeGreaterThanOrEqual(400)
    expect(body).not.toContain('rahasia')
  })
})

describe('an answer', () => {
  it('carries no header that an address put into it', async () => {
    for (const target of ['/problems/x%0d%0aset-cookie:%20a=1', '/api/v1/people?cursor=%0d%0aset-cookie:%20a=1']) {
      const { headers } = await askAddress(api.app, target)
      expect(headers).not.toMatch(/set-cookie/i)
    }
  })

  it('leads to no address but our own', async () => {
    for (const target of [
      '/problems//jahat.example',
      '/problems/https:%2f%2fjahat.example',
      '//jahat.example/%2e%2e',
    ]) {
      const { headers } = await askAddress(api.app, target)
      expect(headers).not.toMatch(/location: .*jahat/i)
    }
  })

  it('takes the name of no host that a request made up', async () => {
    const { headers, body } = await sayRaw(
      api.app,
      'GET /api/openapi.json HTTP/1.1\r\nhost: jahat.example\r\nx-forwarded-host: jahat.example\r\nconnection: close\r\n\r\n',
    )
    expect(headers + body).not.toContain('jahat.example')
  })

  it('gives no file that lies beside the web', async () => {
    for (const target of ['/..%2f..%2fsecrets.json', '/assets/..%5c..%5csecrets.json', '/.%2e/secrets.json']) {
      const { body } = await askAddress(api.app, target, { accept: 'text/html' })
      expect(body).not.toContain('rahasia')
    }
  })
})
