import { readdir } from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { docxEntries, xlsxEntries, zipOf } from '#files/judging/zip.fixture.ts'
import { type Filing, filing } from '#testing/filing.ts'
import { answersTo, word } from '#testing/hostile.ts'
import { type TestApi, testApi } from '#testing/testApi.ts'
import { pdf, upload } from '#testing/upload.ts'

let api: TestApi
let team: Filing
let id: string
beforeAll(async () => {
  api = await testApi()
  team = await filing(api)
  id = await team.begin()
})
afterAll(() => api.close())

const text = (...of: string[]) =>
  fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...of) }, { weight: 1, arbitrary: word })
const whole = [pdf(), zipOf(xlsxEntries()), zipOf(docxEntries()), Buffer.from('teks')]
/** Whole files, files with bytes changed or cut off, and bytes that are none. */
const content = fc.oneof(
  fc.constantFrom(...whole),
  fc.tuple(fc.constantFrom(...whole), fc.nat(400), fc.nat(255)).map(([file, at, byte]) => {
    const changed = Buffer.from(file)
    changed[at % changed.length] = byte
    return changed
  }),
  fc.tuple(fc.constantFrom(...whole), fc.nat(1200)).map(([file, end]) => file.subarray(0, end)),
  fc.uint8Array({ maxLength: 300 }).map(bytes => Buffer.from(bytes)),
)
const fields = fc.record(
  {
    id: fc.oneof({ weight: 9, arbitrary: fc.uuid() }, { weight: 1, arbitrary: word }),
    anchor: text('/recipients/gepeng/state', '/recipients/gepeng', '/quality/gepeng.sandang/met', ''),
    title: text('SK Bupati'),
    number: text('12/2026', ''),
    date: text('2026-03-31', ''),
    page: text('4', ''),
    replaces: text(''),
    sha256: text(''),
  },
  { requiredKeys: ['id', 'anchor', 'title'] },
)
const clean = (given: Record<string, string>) =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value.toWellFormed()]))

describe('hostile uploads are answered, never with an error of the server, and leave nothing that is not shown', () => {
  it('POST /submissions/:id/attachments', async () => {
    const upload_ = fc.record({ fields, content, name: text('bukti.pdf'), last: fc.boolean() })
    const counts = await answersTo(400, upload_, given =>
      upload(team.operator, id, {
        fields: clean(given.fields),
        file: { name: given.name.toWellFormed(), content: given.content },
        last: given.last,
      }),
    )
    expect(Object.keys(counts)).toEqual(expect.arrayContaining(['201', '422']))
    const { items } = (await team.operator.call('GET', `/submissions/${id}/attachments`)).json()
    expect(items).toHaveLength(counts[201]!)
    expect(await readdir(path.join(api.config.filesDir, 'incoming'))).toEqual([])
  })

  it('bodies that are no form', async () => {
    const start = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7'
    const bodies = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom('', '--x--', start, `${start}\r\n--x`, `${start}\r\n--x\r\n\r\n\r\n--x--`),
      word.map(name => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\nx\r\n--x--\r\n`),
    )
    await answersTo(250, bodies, body =>
      api.app.inject({
        method: 'POST',
        url: `/api/v1/submissions/${id}/attachments`,
        headers: {
          ...team.operator.headers,
          origin: api.config.publicUrl,
          'content-type': 'multipart/form-data; boundary=x',
        },
        payload: Buffer.from(body),
      }),
    )
    expect(await readdir(path.join(api.config.filesDir, 'incoming'))).toEqual([])
  })

  it('DELETE and GET, with any path', async () => {
    const asked = fc.tuple(fc.constantFrom('DELETE' as const, 'GET' as const), word)
    await answersTo(220, asked, ([method, name]) => {
      const url = `/submissions/${id}/attachments/${encodeURIComponent(name.toWellFormed())}`
      return team.operator.call(method, method === 'GET' ? `${url}/content` : url)
    })
  })
})
