import { readdir, utimes } from 'node:fs/promises'
import { request } from 'node:http'
import path from 'node:path'
import fc from 'fast-check'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cleanUp } from '#jobs/cleanUp.ts'
import { diskStore } from '#storage/diskStore.ts'
import { type Filing, filing } from '#testing/filing.ts'
import { attachPieces, beginPieces, nextPiece, putOf, sha256, uploadPieces } from '#testing/pieces.ts'
import { type TestApi, testApi } from '#testing/testApi.ts'
import { pdf, upload } from '#testing/upload.ts'

let api: TestApi
let team: Filing
beforeAll(async () => {
  api = await testApi()
  team = await filing(api)
})
afterAll(() => api.close())

const said = (answer: { statusCode: number; body: string }) => [
  answer.statusCode,
  answer.body === '' ? undefined : JSON.parse(answer.body).code,
]
const waiting = () => readdir(path.join(api.config.filesDir, 'uploads'))
const arriving = () => readdir(path.join(api.config.filesDir, 'incoming'))
const kept = async (hash: string) => readdir(path.join(api.config.filesDir, hash.slice(0, 2)))
const list = async (id: string) => (await team.operator.call('GET', `/submissions/${id}/attachments`)).json().items
const content = async (id: string, attachment: string) =>
  (await team.operator.call('GET', `/submissions/${id}/attachments/${attachment}/content`)).rawPayload
const whereIs = (id: string, upload: string, by = team.operator, method: 'GET' | 'HEAD' = 'GET') =>
  by.call(method, `/submissions/${id}/uploads/${upload}`)

describe('bytes in pieces', () => {
  it('turn strangers, verifiers and other offices away, whatever they ask', async () => {
    const id = await team.begin()
    const file = v7()
    expect(said(await beginPieces(team.operator, id, file, 10, Buffer.from('%PDF')))).toEqual([201, undefined])
    const tries = [
      (by: typeof team.operator) => beginPieces(by, id, v7(), 10),
      (by: typeof team.operator) => nextPiece(by, id, file, 4, Buffer.from('-')),
      (by: typeof team.operator) => whereIs(id, file, by),
      (by: typeof team.operator) => by.call('DELETE', `/submissions/${id}/uploads/${file}`),
      (by: typeof team.operator) => attachPieces(by, id, file, pdf()),
    ]
    for (const ask of tries) {
      expect(said(await ask(api.stranger as typeof team.operator))).toEqual([401, 'not-signed-in'])
      expect(said(await ask(team.verifier))).toEqual([403, 'no-right'])
      expect(said(await ask(team.other))).toEqual([404, 'not-found'])
    }
    expect((await whereIs(id, file)).json()).toEqual({ offset: 4, bytes: 10 })
  })

  it("are their sender's alone: a colleague who may attach too finds nothing, and begins another under the same id", async () => {
    const id = await team.begin()
    const file = v7()
    const colleague = await api.as({ role: 'operator', offices: [team.office] })
    await beginPieces(team.operator, id, file, 10, Buffer.from('%PDF'))
    expect(said(await whereIs(id, file, colleague))).toEqual([404, 'upload-gone'])
    expect(said(await nextPiece(colleague, id, file, 4, Buffer.from('x')))).toEqual([404, 'upload-gone'])
    expect(said(await attachPieces(colleague, id, file, pdf()))).toEqual([404, 'upload-gone'])
    expect((await beginPieces(colleague, id, file, 20)).statusCode).toBe(201)
    const elsewhere = await team.begin()
    expect(said(await whereIs(elsewhere, file))).toEqual([404, 'upload-gone'])
    expect((await whereIs(id, file)).json()).toEqual({ offset: 4, bytes: 10 })
  })

  it('come with a key too, which reaches its own', async () => {
    const id = await team.begin()
    const key = await api.withKey({
      owner: team.operator.personId,
      scopes: ['submission.read', 'submission.write'],
      offices: [team.office],
    })
    const file = v7()
    expect((await uploadPieces(key, id, { id: file })).statusCode).toBe(201)
    expect(await list(id)).toMatchObject([{ id: file, by: { actor: `key:${key.keyId}` } }])
  })

  it('are counted as they came, created once, and accepted only where the last ended', async () => {
    const id = await team.begin()
    const file = v7()
    const bytes = pdf('potongan')
    const created = await beginPieces(team.operator, id, file, bytes.length, bytes.subarray(0, 10))
    expect(created.headers).toMatchObject({
      location: `/api/v1/submissions/${id}/uploads/${file}`,
      'upload-offset': '10',
      'tus-resumable': '1.0.0',
    })
    expect(said(await beginPieces(team.operator, id, file, bytes.length, bytes))).toEqual([409, 'exists'])
    const head = await whereIs(id, file, team.operator, 'HEAD')
    expect(head.headers).toMatchObject({
      'upload-offset': '10',
      'upload-length': String(bytes.length),
      'cache-control': 'no-store',
    })
    const wrong = await nextPiece(team.operator, id, file, 5, bytes.subarray(5))
    expect([...said(wrong), wrong.json().offset]).toEqual([409, 'incomplete', 10])
    const next = await nextPiece(team.operator, id, file, 10, bytes.subarray(10, 30))
    expect([next.statusCode, next.headers['upload-offset'], next.body]).toEqual([204, '30', ''])
    const early = await attachPieces(team.operator, id, file, bytes)
    expect([...said(early), early.json().offset]).toEqual([409, 'incomplete', 30])
    expect(
      said(await nextPiece(team.operator, id, file, 30, Buffer.concat([bytes.subarray(30), Buffer.from('+')]))),
    ).toEqual([413, 'too-large'])
    expect((await nextPiece(team.operator, id, file, 30, bytes.subarray(30))).statusCode).toBe(204)
    expect((await attachPieces(team.operator, id, file, bytes)).statusCode).toBe(201)
    expect((await content(id, file)).equals(bytes)).toBe(true)
  })

  it('wait in no greater number than twenty of the largest, of one sender', async () => {
    const id = await team.begin()
    const [first, ...others] = Array.from({ length: 20 }, () => v7()) as [string, ...string[]]
    const sender = await api.as({ role: 'operator', offices: [team.office] })
    const largest = 25 * 2 ** 20
    for (const file of [first, ...others]) expect((await beginPieces(sender, id, file, largest)).statusCode).toBe(201)
    expect(said(await beginPieces(sender, id, v7(), 10))).toEqual([413, 'uploads-full'])
    expect(said(await beginPieces(sender, id, v7(), 10 ** 12))).toEqual([413, 'too-large'])
    // a started upload goes on, and others start
    expect(said(await beginPieces(sender, id, first, largest))).toEqual([409, 'exists'])
    expect((await nextPiece(sender, id, first, 0, Buffer.from('%PDF'))).statusCode).toBe(204)
    expect((await beginPieces(team.operator, id, v7(), 10)).statusCode).toBe(201)
    // what is thrown away makes room; of another it throws nothing away
    const thrown = `/submissions/${id}/uploads/${others[0]}`
    expect((await team.operator.call('DELETE', thrown)).statusCode).toBe(204)
    expect((await whereIs(id, others[0]!, sender)).statusCode).toBe(200)
    for (const _ of [1, 2]) expect((await sender.call('DELETE', thrown)).statusCode).toBe(204)
    expect(said(await whereIs(id, others[0]!, sender))).toEqual([404, 'upload-gone'])
    expect((await beginPieces(sender, id, v7(), 10)).statusCode).toBe(201)
  })

  it('are refused where the request says too little or too much', async () => {
    const id = await team.begin()
    const url = `/submissions/${id}/uploads`
    const media = { 'content-type': 'application/offset+octet-stream' }
    const named = (text: string) => ({ 'upload-metadata': `id ${Buffer.from(text).toString('base64')}` })
    const post = async (headers: Record<string, string>) =>
      said(await team.operator.call('POST', url, Buffer.from('x'), headers))
    const length = { 'upload-length': '10', 'tus-resumable': '1.0.0' }
    expect(await post({ ...media, ...length })).toEqual([422, 'invalid'])
    expect(await post({ ...media, ...length, ...named('../../etc/passwd') })).toEqual([422, 'invalid'])
    expect(await post({ ...media, ...length, 'upload-metadata': 'id ***' })).toEqual([400, 'bad-request'])
    expect(await post({ ...media, ...named(v7()), 'tus-resumable': '1.0.0' })).toEqual([400, 'bad-request'])
    expect(await post({ ...media, ...named(v7()), 'upload-length': '10' })).toEqual([400, 'bad-request'])
    expect(await post({ ...media, ...named(v7()), ...length, 'upload-length': '-1' })).toEqual([400, 'bad-request'])
    expect(await post({ ...media, ...named(v7()), ...length, 'upload-length': String(26 * 2 ** 20) })).toEqual([
      413,
      'too-large',
    ])
    expect(await post({ ...named(v7()), ...length, 'content-type': 'text/plain' })).toEqual([415, 'wrong-media'])
    expect(said(await nextPiece(team.operator, id, v7(), 0, Buffer.from('x')))).toEqual([404, 'upload-gone'])
  })
})

describe('PUT /submissions/:id/attachments/:attachment', () => {
  it('keeps a file as one that came whole: judged, hashed, once, with its event, and lets go of the pieces', async () => {
    const id = await team.begin()
    const bytes = pdf('utuh')
    const file = v7()
    const before = await waiting()
    const whole = (await upload(team.operator, id, { file: { content: bytes } })).json()
    const made = (await uploadPieces(team.operator, id, { id: file, content: bytes })).json()
    expect(made).toEqual({ ...whole, id: file, at: made.at })
    expect((await api.events(`submission/${id}`)).at(-1)).toMatchObject({
      type: 'attachment.added',
      data: { attachment: file, sha256: sha256(bytes), bytes: bytes.length, anchor: whole.anchor },
    })
    expect(await kept(sha256(bytes))).toEqual([sha256(bytes)])
    expect([await waiting(), await arriving()]).toEqual([before, []])
  })

  it('is answered as the first time when its answer was lost, also after the report was submitted', async () => {
    const id = await team.begin()
    const file = v7()
    const bytes = pdf('dua kali')
    const first = await uploadPieces(team.operator, id, { id: file, content: bytes })
    const both = await Promise.all([1, 2].map(() => attachPieces(team.operator, id, file, bytes)))
    await team.through(id, ['operator', 'submit'])
    for (const again of [...both, await attachPieces(team.operator, id, file, bytes)]) {
      expect(again.statusCode).toBe(201)
      expect(again.json()).toEqual(first.json())
    }
    expect(said(await attachPieces(team.operator, id, file, bytes, { title: 'Lain' }))).toEqual([409, 'exists'])
    expect(said(await attachPieces(team.operator, id, file, pdf('lain')))).toEqual([422, 'hash-differs'])
    expect(said(await uploadPieces(team.operator, id, { content: bytes }))).toEqual([409, 'wrong-status'])
    expect(await list(id)).toHaveLength(1)
  })

  it('makes one of two that come at once', async () => {
    const id = await team.begin()
    const file = v7()
    const bytes = pdf('bersamaan')
    await beginPieces(team.operator, id, file, bytes.length, bytes)
    const answers = await Promise.all([1, 2, 3].map(() => attachPieces(team.operator, id, file, bytes)))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201])
    expect((await api.events(`submission/${id}`)).filter(({ type }) => type === 'attachment.added')).toHaveLength(1)
  })

  it('refuses what differs from its hash or cannot be kept, and lets the sender start again', async () => {
    const id = await team.begin()
    const file = v7()
    const bytes = pdf('rusak')
    const broken = Buffer.from(bytes)
    broken[12] = 0
    await beginPieces(team.operator, id, file, bytes.length, broken)
    expect(said(await attachPieces(team.operator, id, file, bytes))).toEqual([422, 'hash-differs'])
    expect(said(await attachPieces(team.operator, id, file, bytes))).toEqual([404, 'upload-gone'])
    expect((await uploadPieces(team.operator, id, { id: file, content: bytes })).statusCode).toBe(201)
    const text = Buffer.from('bukan dokumen')
    expect(said(await uploadPieces(team.operator, id, { content: text }))).toEqual([422, 'file-refused'])
    const url = `/submissions/${id}/attachments/${v7()}`
    for (const [field, value] of Object.entries({
      title: '',
      anchor: 'x',
      sha256: 'ab',
      date: '31-03-2026',
      lain: 1,
    })) {
      const answer = await team.operator.call('PUT', url, putOf(bytes, { [field]: value }))
      expect(answer.json().errors[0].pointer).toBe(`/${field}`)
    }
    expect(await arriving()).toEqual([])
  })
})

describe('a line that is cut at any byte', () => {
  it('loses nothing and doubles nothing: what had come goes on, and the file is whole', async () => {
    const id = await team.begin()
    const cuts = fc.array(fc.tuple(fc.nat(400), fc.boolean()), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(cuts, fc.uint8Array({ minLength: 300, maxLength: 3_000 }), async (pieces, more) => {
        const file = v7()
        const bytes = Buffer.concat([pdf(), Buffer.from(more)])
        await beginPieces(team.operator, id, file, bytes.length)
        let offset = 0
        for (const [length, lost] of pieces) {
          const next = bytes.subarray(offset, offset + length)
          const answer = await nextPiece(team.operator, id, file, offset, next)
          if (answer.statusCode !== 204) throw new Error(answer.body)
          // Its answer lost, the sender sends it once more and is told where to go on.
          const again = lost && next.length > 0 ? await nextPiece(team.operator, id, file, offset, next) : null
          if (again && again.statusCode !== 409) throw new Error(again.body)
          offset = (await whereIs(id, file)).json().offset
        }
        await nextPiece(team.operator, id, file, offset, bytes.subarray(offset))
        for (const _ of [1, 2]) expect((await attachPieces(team.operator, id, file, bytes)).statusCode).toBe(201)
        expect((await content(id, file)).equals(bytes)).toBe(true)
        await team.operator.call('DELETE', `/submissions/${id}/attachments/${file}`)
      }),
      { numRuns: 15 },
    )
  })
})

describe('a connection that breaks', () => {
  it('leaves what had come, and the sender goes on from there', async () => {
    await api.app.listen({ port: 0, host: '127.0.0.1' })
    const id = await team.begin()
    const file = v7()
    const bytes = Buffer.concat([pdf(), Buffer.alloc(300_000, 'x')])
    await beginPieces(team.operator, id, file, bytes.length)
    const sending = request({
      ...(api.app.server.address() as { port: number }),
      host: '127.0.0.1',
      method: 'PATCH',
      path: `/api/v1/submissions/${id}/uploads/${file}`,
      headers: {
        ...team.operator.headers,
        origin: api.config.publicUrl,
        'tus-resumable': '1.0.0',
        'upload-offset': '0',
        'content-type': 'application/offset+octet-stream',
        'content-length': String(bytes.length),
      },
    })
    sending.on('error', () => {})
    sending.write(bytes.subarray(0, 200_000))
    await expect.poll(async () => (await whereIs(id, file)).json().offset).toBeGreaterThan(100_000)
    sending.destroy()
    await expect.poll(async () => (await whereIs(id, file)).json().offset).toBe(200_000)
    expect((await nextPiece(team.operator, id, file, 200_000, bytes.subarray(200_000))).statusCode).toBe(204)
    expect((await attachPieces(team.operator, id, file, bytes)).statusCode).toBe(201)
  })
})

describe('what was uploaded and never attached', () => {
  it('goes 35 days after its last byte, and what was attached stays', async () => {
    const id = await team.begin()
    const folder = path.join(api.config.filesDir, 'uploads')
    const [old, fresh, done] = [v7(), v7(), v7()]
    await uploadPieces(team.operator, id, { id: done, content: pdf('tetap') })
    await beginPieces(team.operator, id, old, 10, Buffer.from('%PDF'))
    const before = new Set(await waiting())
    await beginPieces(team.operator, id, fresh, 10, Buffer.from('%PDF'))
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)
    for (const file of before) await utimes(path.join(folder, file), daysAgo(36), daysAgo(36))
    for (const file of await waiting())
      if (!before.has(file)) await utimes(path.join(folder, file), daysAgo(34), daysAgo(34))
    await cleanUp(api.db, await diskStore(api.config.filesDir), new Date())
    expect(said(await whereIs(id, old))).toEqual([404, 'upload-gone'])
    expect((await whereIs(id, fresh)).json()).toEqual({ offset: 4, bytes: 10 })
    expect(await waiting()).toHaveLength(2)
    expect((await content(id, done)).equals(pdf('tetap'))).toBe(true)
  })
})
