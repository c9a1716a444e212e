import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Filing, filing } from '../../../src/testing/filing.ts'
import { beginPieces, nextPiece } from '../../../src/testing/pieces.ts'
import { type TestApi, testApi } from '../../../src/testing/test-api.ts'

let api: TestApi
let desk: Filing
beforeAll(async () => {
  api = await testApi()
  desk = await filing(api)
})
afterAll(() => api.close())

const said = (answer: { statusCode: number; body: string }) => [answer.statusCode, JSON.parse(answer.body).detail]

describe('a piece', () => {
  it('longer than what was announced is told by how much, not that it is over 25 MB', async () => {
    const report = await desk.begin()
    const file = v7()
    await beginPieces(desk.operator, report, file, 10, Buffer.from('%PDF'))
    const answer = await nextPiece(desk.operator, report, file, 4, Buffer.alloc(7))
    expect(said(answer)).toEqual([413, expect.stringMatching(/diumumkan 10 byte.*sudah ada 4\. Kirim 6 byte/)])
    expect(answer.body).not.toContain('25 MB')
  })

  it('that begins an upload with more than it announces is told so too', async () => {
    const report = await desk.begin()
    const answer = await beginPieces(desk.operator, report, v7(), 10, Buffer.alloc(11))
    expect(said(answer)).toEqual([413, expect.stringMatching(/diumumkan 10 byte/)])
  })

  it('of a file that is over 25 MB is told that it is', async () => {
    const report = await desk.begin()
    const answer = await beginPieces(desk.operator, report, v7(), 26 * 2 ** 20)
    expect(said(answer)).toEqual([413, expect.stringContaining('25 MB')])
  })
})
