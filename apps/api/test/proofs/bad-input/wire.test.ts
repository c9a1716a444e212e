import { readdir } from 'node:fs/promises'
import { connect } from 'node:net'
import path from 'node:path'
import fc from 'fast-check'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SignedIn } from '#testing/testApi.ts'
import { pdf } from '#testing/upload.ts'
import { buildWorld, type World } from '../matrix/world.ts'
import { type WatchedTables, watchTables } from '../watchedTables.ts'

// What only a real connection can do: break off in the middle, promise more than it sends, send what is no body.

let world: World
let watch: WatchedTables
let port: number
beforeAll(async () => {
  world = await buildWorld([])
  const { app, superuserUrl } = world.api
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  port = typeof address === 'object' && address !== null ? address.port : 0
  watch = await watchTables(superuserUrl)
})
afterAll(async () => {
  await watch.close()
  await world.close()
})

/** Sends these bytes and then waits, or leaves: politely, or at once. @returns what was answered until the connection was gone */
const send = (bytes: Buffer, then: 'waits' | 'ends' | 'breaks'): Promise<string> =>
  new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    let heard = ''
    socket.on('data', chunk => {
      heard += chunk
    })
    socket.on('error', () => resolve(heard))
    socket.on('close', () => resolve(heard))
    socket.write(bytes, () => {
      if (then === 'ends') socket.end()
      if (then === 'breaks') socket.destroy()
    })
  })

const requestOf = (method: string, url: string, headers: Record<string, string>, body: Buffer): Buffer => {
  const who = world.asker('operator own', '') as SignedIn
  const all = { host: 'localhost', origin: world.api.config.publicUrl, connection: 'close', ...who.headers, ...headers }
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.concat([Buffer.from(`${method} /api/v1${url} HTTP/1.1\r\n${head.join('')}\r\n`), body])
}
const save = (id: string): Buffer => {
  const change = { changeId: v7(), op: 'set', pointer: '/recipients/anak-telantar/due', value: '12', base: 0 }
  const body = Buffer.from(JSON.stringify({ changes: [change] }))
  const headers = { 'content-type': 'application/json', 'content-length': String(body.length) }
  return requestOf('PATCH', `/submissions/${id}/answers`, headers, body)
}
const attach = (id: string): Buffer => {
  const part = (head: string, content: Buffer | string) =>
    Buffer.concat([
      Buffer.from(`--b\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(content),
      Buffer.from('\r\n'),
    ])
  const body = Buffer.concat([
    part('name="file"; filename="bukti.pdf"', Buffer.concat([pdf(), Buffer.alloc(200_000)])),
    part('name="id"', v7()),
    part('name="anchor"', '/recipients/gepeng/state'),
    part('name="title"', 'SK Bupati'),
    Buffer.from('--b--\r\n'),
  ])
  const headers = { 'content-type': 'multipart/form-data; boundary=b', 'content-length': String(body.length) }
  return requestOf('POST', `/submissions/${id}/attachments`, headers, body)
}

/** Waits until nothing is done any more for those who are gone. */
const settled = async (): Promise<void> => {
  const { app } = world.api
  for (let open = 1; open > 0; ) {
    await new Promise(resolve => setTimeout(resolve, 20))
    open = await new Promise<number>((resolve, reject) =>
      app.server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
    )
  }
}
const waiting = () => readdir(path.join(world.api.config.filesDir, 'incoming'))

describe('a request that breaks off', () => {
  it.each([
    ['saving answers', save],
    ['an upload', attach],
  ])('stores nothing: %s', async (_, requestTo) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(998), fc.constantFrom('ends' as const, 'breaks' as const), async (at, then) => {
        const whole = requestTo(world.reports.draft.id)
        const heard = await send(whole.subarray(0, Math.ceil(((whole.length - 1) * at) / 1000)), then)
        expect(heard).toMatch(/^(HTTP\/1\.1 4\d\d |$)/)
        await settled()
        expect(await watch.changes()).toEqual([])
        await expect.poll(waiting, { timeout: 5_000 }).toEqual([])
      }),
      { numRuns: 60, seed: 20261124 },
    )
    expect(await send(requestTo(world.reports.draft.id), 'waits')).toMatch(/^HTTP\/1\.1 20[01] /)
    expect((await watch.changes()).length).toBeGreaterThan(0)
    await watch.restore()
  })
})

describe('a body that is none', () => {
  const json = { 'content-type': 'application/json' }
  const url = () => `/submissions/${world.reports.draft.id}/answers`
  it.each<[string, () => Buffer]>([
    [
      'of a length that is no number',
      () => requestOf('PATCH', url(), { ...json, 'content-length': 'x' }, Buffer.from('{}')),
    ],
    ['of a negative length', () => requestOf('PATCH', url(), { ...json, 'content-length': '-1' }, Buffer.from('{}'))],
    [
      'of two lengths',
      () => requestOf('PATCH', url(), { ...json, 'content-length': '2\r\ncontent-length: 3' }, Buffer.from('{}')),
    ],
    [
      'of a length and in chunks',
      () =>
        requestOf(
          'PATCH',
          url(),
          { ...json, 'content-length': '2', 'transfer-encoding': 'chunked' },
          Buffer.from('2\r\n{}\r\n0\r\n\r\n'),
        ),
    ],
    [
      'in chunks without a size',
      () => requestOf('PATCH', url(), { ...json, 'transfer-encoding': 'chunked' }, Buffer.from('zz\r\n{}')),
    ],
    [
      'in chunks that do not end',
      () => requestOf('PATCH', url(), { ...json, 'transfer-encoding': 'chunked' }, Buffer.from('2\r\n{}\r\n')),
    ],
  ])('is refused: %s', async (_, bytes) => {
    expect(await send(bytes(), 'ends')).toMatch(/^(HTTP\/1\.1 400 |$)/)
    await settled()
    expect(await watch.changes()).toEqual([])
  })
})
