import { createHash } from 'node:crypto'
import { utimes, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { docxEntries, pngOf, zipOf } from '#files/judging/zip.fixture.ts'
import { sweepFiles } from '#jobs/sweepFiles.ts'
import { diskStore } from '#storage/diskStore.ts'
import { reporting } from '#testing/reporting.ts'
import { type Caller, type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { pdf, sendFile, type UploadSpec } from '#testing/upload.ts'
import { verifying } from '#testing/verifying.ts'
import { editionHandlers } from './routes.ts'

let api: TestApi
let coordinator: SignedIn
let approver: SignedIn
let id: string

beforeAll(async () => {
  api = await testApi(editionHandlers)
  await reporting(api.db)
  ;[coordinator, approver] = await Promise.all([api.as({ role: 'coordinator' }), api.as({ role: 'approver' })])
  id = (await coordinator.call('POST', '/editions', { type: 'spm', period: '2026-TW1' })).json().id
})
afterAll(() => api.close())

const sha = (content: Buffer): string => createHash('sha256').update(content).digest('hex')
const at = (to = 'menteri') => `/editions/${id}/sendings/${to}`
const sent = (date: string | null) => coordinator.call('PUT', at(), { date, receipt: 'Nomor 7' })
const attach = (spec: UploadSpec = {}, by: Caller = coordinator, to = 'menteri') =>
  sendFile(by, `PUT ${at(to)}/receipt`, spec)
const code = async (answer: ReturnType<typeof attach>) => [(await answer).statusCode, (await answer).json().code]
const content = (by: Caller = coordinator) => by.call('GET', `${at()}/receipt`)
const shown = async () => (await coordinator.call('GET', `/editions/${id}`)).json().sendings[0].sent?.file

describe('PUT /editions/:id/sendings/:addressee/receipt', () => {
  it('is for who keeps the edition, of a sending that is recorded', async () => {
    expect(await code(attach({}, api.stranger))).toEqual([401, 'not-signed-in'])
    expect(await code(attach({}, approver))).toEqual([403, 'no-right'])
    expect(await code(attach())).toEqual([409, 'wrong-status'])
    await coordinator.call('POST', `/editions/${id}/send`)
    await approver.call('POST', `/editions/${id}/approve`)
    expect(await code(attach())).toEqual([409, 'needs-unmet'])
    await sent('2026-04-02')
    expect(await code(attach({}, coordinator, 'dprd'))).toEqual([409, 'needs-unmet'])
    expect((await content()).statusCode).toBe(404)
  })

  it('takes what is scanned, judged by its content', async () => {
    const office = { name: 'tanda-terima.pdf', content: zipOf(docxEntries()) }
    expect(await code(attach({ file: office }))).toEqual([422, 'file-refused'])
    expect(await code(attach({ file: { content: 'teks' } }))).toEqual([422, 'file-refused'])
    expect(await code(attach({ file: null }))).toEqual([422, 'invalid'])
    expect(await code(attach({ fields: { sha256: sha(pdf('lain')) } }))).toEqual([422, 'hash-differs'])
    expect(await code(attach({ file: { content: Buffer.alloc(26 * 1024 * 1024) } }))).toEqual([413, 'too-large'])
    expect(await shown()).toBeNull()
  })

  it('keeps it for those who see the edition, in place of the one before, with its event', async () => {
    await attach({ file: { content: pdf('salah') } })
    const png = pngOf(2, 2)
    const answer = await attach({ file: { name: 'tanda terima.png', content: png } })
    const file = { fileName: 'tanda terima.png', media: 'image/png', bytes: png.length, sha256: sha(png) }
    expect([answer.statusCode, answer.json()]).toEqual([200, file])
    expect(await shown()).toEqual(file)
    const read = await content(approver)
    expect([read.headers['content-type'], read.rawPayload.equals(png)]).toEqual(['image/png', true])
    expect((await api.events(`edition/${id}`)).at(-1)).toMatchObject({
      type: 'edition.receipt-attached',
      data: { edition: id, addressee: 'menteri', sha256: sha(png), bytes: png.length, media: 'image/png' },
    })
    await sent('2026-04-03')
    expect(await shown()).toEqual(file)
  })

  it('is left by the sweep, and compared by the audit', async () => {
    const { sha256 } = await shown()
    const storage = await diskStore(api.config.filesDir)
    const audit = verifying(api)
    const old = new Date(Date.now() - 3 * 86_400_000)
    for (const hash of [sha256, sha(pdf('salah'))]) await utimes(audit.fileOf(hash), old, old)
    expect(await sweepFiles(api.db, storage, new Date())).toBe(1)
    const found = async () =>
      (await audit.verify()).map(({ code: about }) => about).filter(about => /^file|^edition/.test(about))
    expect(await found()).toEqual([])
    const changed = await audit.after(sql => sql.query(`UPDATE edition_sending SET sha256 = repeat('f', 64)`))
    expect(changed.map(({ code: about }) => about)).toContain('edition-changed')
    await writeFile(audit.fileOf(sha256), 'lain')
    expect(await found()).toEqual(['file-changed'])
    await audit.close()
  })

  it('goes with the record of the sending', async () => {
    await sent(null)
    expect((await content()).statusCode).toBe(404)
    await sent('2026-04-02')
    expect(await shown()).toBeNull()
  })
})
