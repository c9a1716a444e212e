import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printRevision } from '#jobs/printRevision.ts'
import { diskStore } from '#storage/diskStore.ts'
import { type Filing, filing, soon } from '#testing/filing.ts'
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
const wordsOf = async (pdf: Buffer) => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })
  return text.replaceAll(/\s/g, '')
}
/** The paper as soon as it is made. */
const made = async (paper: string) => {
  expect((await team.operator.call('GET', paper)).statusCode).toBe(202)
  await printRevision(
    { db: api.db, storage: await diskStore(api.config.filesDir), config: api.config },
    await newestJob(),
  )
  return team.operator.call('GET', paper)
}
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
    const answer = await made(path)
    expect(await newestJob()).toEqual({ submission: id, n: 1, paper: 'tanda-terima' })
    const { receipt, sha256 } = await revision()
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
    expect(answer.headers['content-disposition']).toContain(receipt)
    const said = await wordsOf(answer.rawPayload)
    for (const part of [`Nomor${receipt}`, 'ke-1', 'OperatorSosial', `kodeperiksa${sha256.slice(0, 16)}`])
      expect(said).toContain(part)
    for (const other of ['perjanjian-kinerja', 'constructor'])
      expect((await team.operator.call('GET', `/submissions/${id}/papers/${other}`)).statusCode).toBe(404)
  })

  it('has a letter of return once it was returned: the notes that were open, until when, room for its number and signer', async () => {
    const letter = `/submissions/${id}/papers/surat-pengembalian?revision=1`
    expect((await team.operator.call('GET', letter)).statusCode).toBe(404)
    await team.through(id, ['verifier', 'claim'])
    await team.note(id, '/recipients/gepeng/due', 'Mohon jelaskan sumber datanya.')
    await team.through(id, ['verifier', 'return', { dueAt: soon() }])
    const said = await wordsOf((await made(letter)).rawPayload)
    const { receipt } = await revision()
    for (const part of [
      'Mohonjelaskansumberdatanya.',
      'VerifikatorSatu',
      `nomortandaterima${receipt}`,
      'NIP....',
      'palinglambat',
    ])
      expect(said).toContain(part)
  })
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
