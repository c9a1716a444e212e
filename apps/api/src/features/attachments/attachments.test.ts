import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { reader, transaction } from '@sepakat/db'
import { readBound } from '@sepakat/db/history/bound/readBound.ts'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { xlsxEntries, zipOf } from '#files/judging/zip.fixture.ts'
import { type Filing, filing, soon } from '#testing/filing.ts'
import { type TestApi, testApi } from '#testing/testApi.ts'
import { pdf, upload } from '#testing/upload.ts'

let api: TestApi
let team: Filing
beforeAll(async () => {
  api = await testApi()
  team = await filing(api)
})
afterAll(() => api.close())

const sha = (content: Buffer | string) => createHash('sha256').update(content).digest('hex')
const lastEvent = async (id: string) => (await api.events(`submission/${id}`)).at(-1)
const arriving = () => readdir(path.join(api.config.filesDir, 'incoming'))
const list = async (id: string, by = team.operator) =>
  (await by.call('GET', `/submissions/${id}/attachments`)).json().items
const content = (id: string, attachment: string, by = team.operator, headers = {}) =>
  by.call('GET', `/submissions/${id}/attachments/${attachment}/content`, undefined, headers)
const attached = async (id: string, fields: Record<string, string> = {}, text?: string): Promise<string> => {
  const answer = await upload(team.operator, id, { fields, file: { content: pdf(text) } })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json().id
}
const code = async (uploading: ReturnType<typeof upload>) => {
  const answer = await uploading
  return [answer.statusCode, answer.json().code]
}

describe('POST /submissions/:id/attachments', () => {
  it('turns strangers, verifiers and other offices away before the file is taken', async () => {
    const id = await team.begin()
    expect(await code(upload(api.stranger, id))).toEqual([401, 'not-signed-in'])
    expect(await code(upload(team.verifier, id))).toEqual([403, 'no-right'])
    expect(await code(upload(team.other, id))).toEqual([404, 'not-found'])
    expect(await code(upload(team.operator, v7()))).toEqual([404, 'not-found'])
    const json = await team.operator.call('POST', `/submissions/${id}/attachments`, { title: 'x' })
    expect([json.statusCode, json.json().code]).toEqual([415, 'wrong-media'])
    expect(await list(id)).toEqual([])
  })

  it.each([false, true])('keeps a file beside the answer it proves (file first: %s)', async last => {
    const id = await team.begin()
    const bytes = pdf(`urutan ${last}`)
    const fields = {
      title: 'SK Bupati 12/2026',
      number: '188.45/12',
      date: '2026-03-31',
      page: '4',
      sha256: sha(bytes),
    }
    const answer = await upload(team.operator, id, { fields, file: { name: 'SK "Bupati".pdf', content: bytes }, last })
    expect(answer.statusCode).toBe(201)
    const made = answer.json()
    expect(made).toMatchObject({
      ...fields,
      anchor: '/recipients/gepeng/state',
      fileName: 'SK Bupati.pdf',
      media: 'application/pdf',
      bytes: bytes.length,
      replaces: null,
      removed: false,
      by: { name: 'Operator Sosial' },
    })
    expect(await list(id)).toEqual([made])
    expect(await lastEvent(id)).toMatchObject({
      type: 'attachment.added',
      data: { attachment: made.id, sha256: sha(bytes), bytes: bytes.length },
    })
    expect(await arriving()).toEqual([])
  })

  it('is taken once, however often it is sent; another file under its id is not', async () => {
    const id = await team.begin()
    const fields = { id: v7() }
    const first = await upload(team.operator, id, { fields })
    const again = await upload(team.operator, id, { fields })
    expect([first.statusCode, again.statusCode]).toEqual([201, 201])
    expect(again.json()).toEqual(first.json())
    const other = upload(team.operator, id, { fields, file: { content: pdf('lain') } })
    expect(await code(other)).toEqual([422, 'hash-differs'])
    const renamed = upload(team.operator, id, { fields: { ...fields, title: 'SK lain' } })
    expect(await code(renamed)).toEqual([409, 'exists'])
    const elsewhere = await team.begin()
    expect(await code(upload(team.operator, elsewhere, { fields }))).toEqual([409, 'exists'])
    expect(await code(upload(team.operator, id, { fields: { sha256: sha('lain') } }))).toEqual([422, 'hash-differs'])
    expect(await list(id)).toHaveLength(1)
  })

  it('is bound by its event as its row is read', async () => {
    const id = await team.begin()
    const plain = await attached(id)
    const replacing = {
      fields: { replaces: plain, number: 'No. 1' },
      file: { name: 'é “SK”\u0301 𝄞.pdf', content: pdf('lain') },
    }
    expect((await upload(team.operator, id, replacing)).statusCode).toBe(201)
    const book = {
      name: 'buku.xlsx',
      content: zipOf(xlsxEntries({ name: 'xl/externalLinks/externalLink1.xml', content: '<externalBook/>' })),
    }
    expect((await upload(team.operator, id, { file: book })).json()).toMatchObject({ warnings: ['links-to-workbooks'] })
    const events = (await api.events(`submission/${id}`)).filter(({ type }) => type.startsWith('attachment.'))
    const ids = events.map(({ data }) => (data as { attachment: string }).attachment)
    const rows = await readBound(reader(api.db), 'attachment', { ids })
    const { rows: kept } = await api.db.pool.query(
      `SELECT data -> 'bound' -> 'attachment' AS bound FROM event WHERE stream = $1 AND type LIKE 'attachment.%' ORDER BY seq`,
      [`submission/${id}`],
    )
    const asRead = new Map(rows.map(row => [row.id, row.columns]))
    expect(kept.map(({ bound }) => bound)).toEqual(ids.map(each => ({ [each]: asRead.get(each) })))
    expect(ids).toHaveLength(3)
  })

  it('is refused where its id is given to another file at the same moment', async () => {
    const [id, elsewhere] = [await team.begin(), await team.begin()]
    const fields = { id: v7() }
    const waits = Promise.withResolvers<void>()
    const other = transaction(api.db, async tx => {
      await tx.prisma.$executeRaw`
        INSERT INTO attachment (id, submission_id, anchor, title, page, file_name, media, bytes, sha256, by)
        VALUES (${fields.id}::uuid, ${elsewhere}::uuid, '', '', '', 'a.pdf', 'application/pdf', 1, ${sha('a')}, 'system')`
      waits.resolve()
      await new Promise(resolve => setTimeout(resolve, 300))
    })
    await waits.promise
    const refused = upload(team.operator, id, { fields })
    expect(await code(refused)).toEqual([409, 'exists'])
    await other
    expect(await list(id)).toEqual([])
  })

  it('is known by its id alone: an Idempotency-Key, which says nothing of the file, is refused', async () => {
    const id = await team.begin()
    const answer = await upload(team.operator, id, { headers: { 'idempotency-key': 'k-1' } })
    expect([answer.statusCode, answer.json().errors[0].code]).toEqual([422, 'idempotency-key'])
    expect(await list(id)).toEqual([])
  })

  it('refuses what it cannot keep or place, and says what to do', async () => {
    const id = await team.begin()
    const wrong = async (spec: Parameters<typeof upload>[2]) => {
      const { statusCode, ...answer } = await upload(team.operator, id, spec)
      return [statusCode, answer.json().errors?.[0]?.pointer ?? answer.json().code]
    }
    expect(await wrong({ file: null })).toEqual([422, '/file'])
    expect(await wrong({ fields: { title: '' } })).toEqual([422, '/title'])
    expect(await wrong({ fields: { title: 'a\u0000b' } })).toEqual([422, '/title'])
    expect(await wrong({ fields: { date: '31-03-2026' } })).toEqual([422, '/date'])
    expect(await wrong({ fields: { anchor: '/lain/x' } })).toEqual([422, '/anchor'])
    expect(await wrong({ fields: { anchor: 'recipients' } })).toEqual([422, '/anchor'])
    expect(await wrong({ fields: { replaces: v7() } })).toEqual([422, '/replaces'])
    expect(await wrong({ fields: { lain: 'x' } })).toEqual([422, '/lain'])
    expect(await wrong({ fields: { __proto__x: 'x' } })).toEqual([422, '/__proto__x'])
    expect(await wrong({ file: { content: 'teks' } })).toEqual([422, 'file-refused'])
    expect(await wrong({ file: { content: '' } })).toEqual([422, 'file-refused'])
    const macro = zipOf(xlsxEntries({ name: 'xl/vbaProject.bin', content: 'x' }))
    const refused = await upload(team.operator, id, { file: { name: 'data.xlsx', content: macro } })
    expect(refused.json().detail).toContain('makro')
    expect(await wrong({ file: { content: Buffer.concat([pdf(), Buffer.alloc(25 * 1024 * 1024)]) } })).toEqual([
      413,
      'too-large',
    ])
    expect(await list(id)).toEqual([])
    expect(await arriving()).toEqual([])
  })

  it('takes a body that breaks off, or is no form, for what it is', async () => {
    const id = await team.begin()
    const send = (body: string, type = 'multipart/form-data; boundary=x') =>
      team.operator.call('POST', `/submissions/${id}/attachments`, Buffer.from(body), { 'content-type': type })
    const half = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7 half'
    for (const answer of [
      await send(half),
      await send(''),
      await send('--x--'),
      await send('x', 'multipart/form-data'),
    ])
      expect([400, 415, 422]).toContain(answer.statusCode)
    expect(await arriving()).toEqual([])
  })

  it('replaces a file and keeps the old one', async () => {
    const id = await team.begin()
    const old = await attached(id, {}, 'lama')
    const fresh = await attached(id, { replaces: old }, 'baru')
    expect(await list(id)).toMatchObject([
      { id: old, removed: true },
      { id: fresh, removed: false, replaces: old },
    ])
    expect(await lastEvent(id)).toMatchObject({ type: 'attachment.replaced', data: { replaces: old } })
    expect((await content(id, old)).rawPayload.equals(pdf('lama'))).toBe(true)
    expect(await code(upload(team.operator, id, { fields: { replaces: old } }))).toEqual([422, 'invalid'])
    const elsewhere = { replaces: fresh, anchor: '/recipients/gepeng/due' }
    expect(await code(upload(team.operator, id, { fields: elsewhere }))).toEqual([422, 'invalid'])
  })

  it('counts as proof where it is asked for', async () => {
    const id = await team.begin()
    await team.set(id, { '/recipients/gepeng/state': 'nil', '/recipients/gepeng/reason': 'Tidak ada.' })
    const refused = await team.move(team.operator, id, 'submit')
    expect(refused.json().errors).toMatchObject([{ code: 'nil-without-proof', pointer: '/recipients/gepeng/state' }])
    const attachment = await attached(id)
    await team.through(id, ['operator', 'submit'])
    const { body } = (await team.operator.call('GET', `/submissions/${id}/revisions/1`)).json()
    expect(body.attachments).toEqual([
      {
        id: attachment,
        anchor: '/recipients/gepeng/state',
        title: 'SK Bupati',
        number: '',
        date: null,
        page: '',
        sha256: sha(pdf()),
      },
    ])
  })

  it('is open where the answers are, no longer and nowhere else', async () => {
    const id = await team.begin()
    await team.through(id, ['operator', 'submit'])
    expect(await code(upload(team.operator, id))).toEqual([409, 'wrong-status'])
    await team.through(id, ['verifier', 'claim'])
    await team.note(id)
    await team.through(id, ['verifier', 'return', { dueAt: soon(), anchors: ['/recipients/gepeng'] }])
    expect(await code(upload(team.operator, id))).toEqual([201, undefined])
    // What hangs on an opened row is open with it.
    const { rows } = await api.db.pool.query(
      `SELECT r ->> 'id' AS id FROM form_version, jsonb_array_elements(body -> 'rows') r
       WHERE form = 'spm/triwulan' AND r ->> 'table' = 'quality' AND r ->> 'parent' = 'gepeng' LIMIT 1`,
    )
    expect(await code(upload(team.operator, id, { fields: { anchor: `/quality/${rows[0]?.id}/met` } }))).toEqual([
      201,
      undefined,
    ])
    for (const anchor of ['/recipients/anak-telantar/due', '/recipients', ''])
      expect(await code(upload(team.operator, id, { fields: { anchor } }))).toEqual([409, 'wrong-status'])
  })
})

describe('the scan of what was signed on paper', () => {
  it('follows the submission: added to the report as a whole, read by its verifier, neither replaced nor let go', async () => {
    const id = await team.begin()
    await team.through(id, ['operator', 'submit'])
    const fields = { id: v7(), anchor: '', title: 'Naskah bertanda tangan, kiriman ke-1' }
    expect((await upload(team.verifier, id, { fields })).statusCode).toBe(403)
    expect((await upload(team.other, id, { fields })).statusCode).toBe(404)
    expect((await upload(team.operator, id, { fields })).statusCode).toBe(201)
    const { items } = (await team.verifier.call('GET', `/submissions/${id}/attachments`)).json()
    expect(items).toMatchObject([{ id: fields.id, anchor: '', title: fields.title, removed: false }])
    const other = { ...fields, id: v7(), replaces: fields.id }
    expect(await code(upload(team.operator, id, { fields: other, file: { content: pdf('lain') } }))).toEqual([
      409,
      'wrong-status',
    ])
    const gone = await team.operator.call('DELETE', `/submissions/${id}/attachments/${fields.id}`)
    expect(gone.json().code).toBe('wrong-status')
    expect((await api.events(`submission/${id}`)).at(-1)).toMatchObject({
      type: 'attachment.added',
      data: { attachment: fields.id, anchor: '' },
    })
  })
})

describe('GET /submissions/:id/attachments', () => {
  it('is not for strangers and other offices; while a draft, for its office alone', async () => {
    const id = await team.begin()
    await attached(id)
    const url = `/submissions/${id}/attachments`
    expect((await api.stranger.call('GET', url)).statusCode).toBe(401)
    expect((await team.other.call('GET', url)).statusCode).toBe(404)
    expect((await team.verifier.call('GET', url)).json().code).toBe('no-right')
    expect((await team.head.call('GET', url)).json().items).toHaveLength(1)
  })
})

describe('PATCH /submissions/:id/attachments/:attachment', () => {
  const describing = (
    id: string,
    attachment: string,
    said: object,
    by: Pick<TestApi['stranger'], 'call'> = team.operator,
  ) => by.call('PATCH', `/submissions/${id}/attachments/${attachment}`, said)
  const outcome = async (answer: ReturnType<typeof describing>) => [
    (await answer).statusCode,
    (await answer).json().code,
  ]

  it('is for the office while the report is open to it', async () => {
    const id = await team.begin()
    const attachment = await attached(id)
    const said = { title: 'SK lain' }
    expect(await outcome(describing(id, attachment, said, api.stranger))).toEqual([401, 'not-signed-in'])
    expect(await outcome(describing(id, attachment, said, team.verifier))).toEqual([403, 'no-right'])
    expect(await outcome(describing(id, attachment, said, team.other))).toEqual([404, 'not-found'])
    expect(await outcome(describing(id, v7(), said))).toEqual([404, 'not-found'])
    for (const wrong of [{ title: ' ' }, { date: '31-3-2026' }, { page: 'x'.repeat(41) }, { sha256: sha('x') }])
      expect(await outcome(describing(id, attachment, wrong))).toEqual([422, 'invalid'])
    await team.through(id, ['operator', 'submit'])
    expect(await outcome(describing(id, attachment, said))).toEqual([409, 'wrong-status'])
  })

  it('says it otherwise, once, in history by digests and without its words', async () => {
    const id = await team.begin()
    const attachment = await attached(id, { title: 'foto 1', page: '2' })
    const said = { title: 'Daftar hadir Siti Aminah', number: '188.45/12', date: '2026-03-31' }
    const answer = await describing(id, attachment, said)
    expect([answer.statusCode, answer.json()]).toMatchObject([200, { ...said, id: attachment, page: '2' }])
    expect((await describing(id, attachment, said)).json()).toEqual(answer.json())
    expect(await list(id)).toEqual([answer.json()])
    const events = (await api.events(`submission/${id}`)).filter(({ type }) => type.startsWith('attachment.'))
    expect(events.map(({ type }) => type)).toEqual(['attachment.added', 'attachment.described'])
    expect(events[1]!.data).toEqual({
      attachment,
      anchor: '/recipients/gepeng/state',
      fields: ['title', 'number', 'date'],
      from: (events[0]!.data as { said: string }).said,
      said: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(JSON.stringify(events)).not.toContain('Aminah')
    const cleared = await describing(id, attachment, { date: null, number: '' })
    expect(cleared.json()).toMatchObject({ date: null, number: '', title: said.title })
  })

  it('lets it prove another answer of the report, but not one in the place of another file', async () => {
    const id = await team.begin()
    const old = await attached(id)
    expect((await describing(id, old, { anchor: '/recipients/gepeng' })).json().anchor).toBe('/recipients/gepeng')
    expect(await outcome(describing(id, old, { anchor: '/tidak-ada' }))).toEqual([422, 'invalid'])
    const newer = await attached(id, { anchor: '/recipients/gepeng', replaces: old })
    expect(await outcome(describing(id, newer, { anchor: '/recipients' }))).toEqual([422, 'invalid'])
    expect(await outcome(describing(id, old, { title: 'SK' }))).toEqual([404, 'not-found'])
  })

  it('leaves what a revision says, which is what others read while the office corrects', async () => {
    const id = await team.begin()
    const attachment = await attached(id, { title: 'Semula' })
    await team.through(id, ['operator', 'submit'], ['verifier', 'claim'])
    await team.note(id)
    await team.through(id, ['verifier', 'return', { dueAt: soon() }])
    expect((await describing(id, attachment, { title: 'Dibetulkan' })).statusCode).toBe(200)
    const frozen = (await team.verifier.call('GET', `/submissions/${id}/revisions/1`)).json()
    expect(frozen.body.attachments).toMatchObject([{ id: attachment, title: 'Semula' }])
    expect(await list(id, team.verifier)).toMatchObject([{ id: attachment, title: 'Semula' }])
    expect(await list(id)).toMatchObject([{ id: attachment, title: 'Dibetulkan' }])
  })
})

describe('DELETE /submissions/:id/attachments/:attachment', () => {
  it('is for the office while it is open, and leaves the file to the revisions that name it', async () => {
    const id = await team.begin()
    const attachment = await attached(id)
    const url = `/submissions/${id}/attachments/${attachment}`
    expect((await api.stranger.call('DELETE', url)).statusCode).toBe(401)
    expect((await team.verifier.call('DELETE', url)).statusCode).toBe(403)
    expect((await team.other.call('DELETE', url)).statusCode).toBe(404)
    await team.through(id, ['operator', 'submit'])
    expect((await team.operator.call('DELETE', url)).json().code).toBe('wrong-status')
    await team.through(id, ['operator', 'withdraw'])
    for (const _ of [1, 2]) expect((await team.operator.call('DELETE', url)).statusCode).toBe(204)
    expect((await team.operator.call('DELETE', `/submissions/${id}/attachments/${v7()}`)).statusCode).toBe(404)
    const removed = (await api.events(`submission/${id}`)).filter(({ type }) => type === 'attachment.removed')
    expect(removed).toMatchObject([{ data: { attachment } }])
    expect(await list(id)).toMatchObject([{ id: attachment, removed: true }])
    expect((await content(id, attachment)).rawPayload.equals(pdf())).toBe(true)
    await expect(api.db.pool.query('DELETE FROM attachment WHERE id = $1', [attachment])).rejects.toMatchObject({
      code: '42501',
    })
    await expect(
      api.db.pool.query(`UPDATE attachment SET sha256 = repeat('0', 64) WHERE id = $1`, [attachment]),
    ).rejects.toMatchObject({ code: '42501' })
  })
})

describe('GET /submissions/:id/attachments/:attachment/content', () => {
  it('is not for strangers, other offices, or readers of a draft', async () => {
    const id = await team.begin()
    const attachment = await attached(id)
    expect((await api.stranger.call('GET', `/submissions/${id}/attachments/${attachment}/content`)).statusCode).toBe(
      401,
    )
    expect((await content(id, attachment, team.other)).statusCode).toBe(404)
    expect((await content(id, attachment, team.verifier)).statusCode).toBe(403)
    const elsewhere = await team.begin()
    expect((await content(elsewhere, attachment)).statusCode).toBe(404)
  })

  it('gives the bytes as a file that no browser runs', async () => {
    const id = await team.begin()
    const bytes = pdf('isi')
    const made = await upload(team.operator, id, { file: { name: 'Laporan é.html', content: bytes } })
    const attachment = made.json().id
    const answer = await content(id, attachment)
    expect(answer.rawPayload.equals(bytes)).toBe(true)
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename="Laporan _.html.pdf"; filename*=UTF-8''Laporan%20%C3%A9.html.pdf`,
      'x-content-type-options': 'nosniff',
      etag: `"${sha(bytes)}"`,
    })
    expect(answer.headers['content-security-policy']).toContain('sandbox')
    const known = await content(id, attachment, team.operator, { 'if-none-match': `"${sha(bytes)}"` })
    expect([known.statusCode, known.body]).toEqual([304, ''])
  })

  it('records that others read it, and lets them read what a revision names while the office corrects', async () => {
    const id = await team.begin()
    const named = await attached(id, {}, 'dikirim')
    await team.through(id, ['operator', 'submit'], ['verifier', 'claim'])
    for (const _ of [1, 2]) expect((await content(id, named, team.verifier)).statusCode).toBe(200)
    await content(id, named)
    const { rows: reads } = await api.db.pool.query(
      `SELECT actor FROM event WHERE type = 'attachment.read' AND data ->> 'attachment' = $1`,
      [named],
    )
    expect(reads).toEqual([{ actor: `post:${team.verifier.postId}` }])
    await team.note(id)
    await team.through(id, ['verifier', 'return', { dueAt: soon() }])
    const draft = await attached(id, {}, 'baru')
    expect((await content(id, named, team.verifier)).statusCode).toBe(200)
    expect((await content(id, draft, team.verifier)).statusCode).toBe(404)
    expect(await list(id, team.verifier)).toMatchObject([{ id: named }])
  })
})
