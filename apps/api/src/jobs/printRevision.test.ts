import { buildPerson } from '@sepakat/db/builders/index.ts'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diskStore } from '#storage/diskStore.ts'
import type { FileStore } from '#storage/fileStore.ts'
import { type Filing, filing } from '#testing/filing.ts'
import { type TestApi, testApi } from '#testing/testApi.ts'
import { printRevision } from './printRevision.ts'

let api: TestApi
let team: Filing
let storage: FileStore
let id: string
let path: string
beforeAll(async () => {
  api = await testApi()
  team = await filing(api)
  storage = await diskStore(api.config.filesDir)
  await buildPerson(api.db, {
    name: 'Hj. Kartini, S.Sos.',
    nip: '197104211995032001',
    posts: [{ role: 'head', offices: [team.office], title: 'Kepala Dinas Sosial', from: new Date('2026-01-02') }],
  })
  id = await team.begin()
  await team.set(id, { '/recipients/gepeng/due': '4800', '/recipients/gepeng/served': '4512' })
  await team.through(id, ['operator', 'submit'])
  path = `/submissions/${id}/revisions/1/pdf`
})
afterAll(() => api.close())

const jobs = async () =>
  (await api.db.pool.query(`SELECT data FROM pgboss.job WHERE name = 'print'`)).rows.map(row => row.data)

describe('GET /submissions/:id/revisions/:n/pdf', () => {
  it('turns strangers, admins, other offices and other numbers away', async () => {
    const admin = await api.as({ role: 'admin' })
    expect((await api.stranger.call('GET', path)).statusCode).toBe(401)
    expect((await admin.call('GET', path)).statusCode).toBe(403)
    expect((await team.other.call('GET', path)).statusCode).toBe(404)
    expect((await team.operator.call('GET', `/submissions/${id}/revisions/2/pdf`)).statusCode).toBe(404)
    expect(await jobs()).toEqual([])
  })

  it('answers 202 and leaves one job while it is not made', async () => {
    for (const by of [team.operator, team.verifier]) {
      const answer = await by.call('GET', path)
      expect([answer.statusCode, answer.headers['retry-after'], answer.headers.etag]).toEqual([202, '2', undefined])
    }
    expect(await jobs()).toEqual([{ submission: id, n: 1 }])
  })

  it('gives the document once it is made, with who heads the office, and it again only where it changed', async () => {
    const [job] = await jobs()
    await printRevision({ db: api.db, storage, config: api.config }, job)
    const answer = await team.operator.call('GET', path)
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
    expect(answer.headers['content-disposition']).toMatch(/filename="SPM-.*\.pdf"/)
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(answer.rawPayload)), { mergePages: true })
    const { sha256, receipt } = (await team.operator.call('GET', `/submissions/${id}/revisions`)).json().items[0]
    const said = text.replaceAll(/\s/g, '')
    for (const part of [
      '4.800orang',
      '4.512orang',
      '94,00%',
      'Hj.Kartini,S.Sos.',
      'NIP197104211995032001',
      sha256,
      receipt,
    ])
      expect(said).toContain(part)
    const { etag } = answer.headers
    expect((await team.operator.call('GET', path, undefined, { 'if-none-match': String(etag) })).statusCode).toBe(304)
  })

  it('is made again where its letterhead changed, and the earlier one is kept', async () => {
    const admin = await api.as({ role: 'admin' })
    const letterhead = (address: string) =>
      admin.call('PUT', `/offices/${team.office}/letterhead`, { address, place: 'Sebatik' })
    await letterhead('Jalan Pelabuhan 1')
    expect((await team.operator.call('GET', path)).statusCode).toBe(202)
    expect(await jobs()).toHaveLength(2)
    await letterhead('')
  })

  it('that a verifier reads it is recorded', async () => {
    await printRevision({ db: api.db, storage, config: api.config }, { submission: id, n: 1 })
    await team.verifier.call('GET', path)
    const { rows } = await api.db.pool.query(
      `SELECT actor FROM event WHERE type = 'submission.read' AND data ->> 'submission' = $1`,
      [id],
    )
    expect(rows).toEqual([{ actor: `post:${team.verifier.postId}` }])
  })
})
