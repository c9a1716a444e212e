import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printRevision } from '#jobs/printRevision.ts'
import { diskStore } from '#storage/diskStore.ts'
import { type Filing, filing } from '#testing/filing.ts'
import { type TestApi, testApi } from '#testing/testApi.ts'

let api: TestApi
let team: Filing
let id: string
let path: string
beforeAll(async () => {
  api = await testApi()
  team = await filing(api)
  id = await team.begin()
  await team.set(id, { '/recipients/gepeng/due': '4800' })
  path = `/submissions/${id}/papers/tanda-terima`
})
afterAll(() => api.close())

const newestJob = async () =>
  (await api.db.pool.query(`SELECT data FROM pgboss.job WHERE name = 'print' ORDER BY created_on DESC LIMIT 1`)).rows[0]
    ?.data
const revision = async () => (await team.operator.call('GET', `/submissions/${id}/revisions`)).json().items[0]

describe('GET /submissions/:id/papers/:paper', () => {
  it('has no receipt of a draft, which others may not ask for at all', async () => {
    expect((await api.stranger.call('GET', path)).statusCode).toBe(401)
    expect((await team.other.call('GET', path)).statusCode).toBe(404)
    expect((await team.verifier.call('GET', path)).statusCode).toBe(403)
    expect((await team.operator.call('GET', path)).statusCode).toBe(404)
    expect((await team.operator.call('GET', `${path}?revision=1`)).statusCode).toBe(404)
  })

  it('makes the receipt of what was submitted, and gives it under its number', async () => {
    await team.through(id, ['operator', 'submit'])
    expect((await team.operator.call('GET', path)).statusCode).toBe(202)
    const job = await newestJob()
    expect(job).toEqual({ submission: id, n: 1, paper: 'tanda-terima' })
    await printRevision({ db: api.db, storage: await diskStore(api.config.filesDir), config: api.config }, job)
    const answer = await team.operator.call('GET', path)
    const { receipt, sha256 } = await revision()
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
    expect(answer.headers['content-disposition']).toContain(receipt)
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(answer.rawPayload)), { mergePages: true })
    const said = text.replaceAll(/\s/g, '')
    for (const part of [`Nomor${receipt}`, 'ke-1', 'OperatorSosial', `kodeperiksa${sha256.slice(0, 16)}`])
      expect(said).toContain(part)
    for (const other of ['perjanjian-kinerja', 'constructor'])
      expect((await team.operator.call('GET', `/submissions/${id}/papers/${other}`)).statusCode).toBe(404)
  }, 60_000)
})

describe('GET /papers/:receipt/:code', () => {
  it('says to anybody whether number and code are genuine, and nothing else', async () => {
    const { receipt, sha256 } = await revision()
    const asked = async (number: string, code: string) =>
      (await api.stranger.call('GET', `/papers/${number}/${code}`)).json()
    const code = sha256.slice(0, 16)
    expect(await asked(receipt, code)).toEqual({ genuine: true })
    expect(await asked(receipt, code.toUpperCase())).toEqual({ genuine: true })
    for (const [number, wrong] of [
      [receipt, '0'.repeat(16)],
      [receipt, code.slice(0, 8)],
      ['SPM-2026-TW1-999999', code],
    ] as const)
      expect(await asked(number, wrong)).toEqual({ genuine: false })
  })
})
