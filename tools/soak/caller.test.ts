import { afterEach, describe, expect, it } from 'vitest'
import { answered, callerWith, must, NoAnswer } from './caller.ts'
import { type Said, serveCut } from './serveCut.ts'

const notes = JSON.stringify({ items: Array.from({ length: 82 }, (_, n) => ({ id: `n${n}`, status: 'open' })) })
let close = async (): Promise<unknown> => undefined
afterEach(() => close())
const asking = async (said: Said) => {
  const server = await serveCut(() => said)
  close = server.close
  return callerWith(server.origin, 'session=x')
}

describe('a response that breaks off is no answer', () => {
  it.each([
    ['in the middle of its body', { body: notes, cutAfter: 1000 }],
    ['before the first byte of its body', { body: notes, cutAfter: 0 }],
    ['in the middle of its chunks', { body: notes, cutAfter: 1000, chunked: true }],
    ['though what came is itself JSON', { body: '{"items":[]}  more', cutAfter: 12 }],
    ['in the middle of a refusal', { status: 409, body: '{"code":"wrong-status","title":"x"}', cutAfter: 10 }],
  ])('%s', async (_, said) => {
    const ask = await asking(said)
    await expect(ask('GET', '/notes')).rejects.toBeInstanceOf(NoAnswer)
    expect(await answered(ask('GET', '/notes'))).toBeNull()
    await expect(must(ask('GET', '/notes'))).rejects.toBeInstanceOf(NoAnswer)
  })
  it('nor are the bytes of a file', async () => {
    const ask = await asking({ body: notes, cutAfter: 1000 })
    await expect(ask.bytes('/content')).rejects.toBeInstanceOf(NoAnswer)
  })
  it('and a server that cannot go on has said nothing of the request', async () => {
    const ask = await asking({ status: 503, body: '{"code":"busy"}' })
    expect(await answered(ask('GET', '/notes'))).toBeNull()
  })
})

describe('a whole response', () => {
  it('gives its status and body', async () => {
    const ask = await asking({ body: notes })
    expect(await ask('GET', '/notes')).toEqual({ status: 200, body: JSON.parse(notes) })
  })
  it('without a body gives none', async () => {
    const ask = await asking({ status: 201, body: '' })
    expect(await ask('POST', '/uploads')).toEqual({ status: 201, body: {} })
  })
  it('that is no JSON is a fault of the server, not a line that broke', async () => {
    const ask = await asking({ body: '<h1>Hello</h1>' })
    await expect(answered(ask('GET', '/notes'))).rejects.toThrow('GET /notes: 200, not JSON')
  })
  it('that is a refusal is no file', async () => {
    const ask = await asking({ status: 404, body: '{"code":"not-found"}' })
    await expect(ask.bytes('/content')).rejects.toThrow('GET /content: 404')
  })
})
