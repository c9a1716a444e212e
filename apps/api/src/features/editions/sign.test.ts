import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { withClient } from '@sepakat/db/engine/client.ts'
import { type BsreServer, startBsreServer } from '@sepakat/documents/signature/testing/bsreServer.ts'
import { readSignature } from '@sepakat/documents/signature/testing/readSignature.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLog } from '#http/log.ts'
import { sweepFiles } from '#jobs/sweepFiles.ts'
import { diskStore } from '#storage/diskStore.ts'
import { reporting } from '#testing/reporting.ts'
import { backUp, onAnotherMachine, tamperings } from '#testing/restoring.ts'
import { renderFiles, signingEnv, signsHere } from '#testing/signing.ts'
import { type Caller, type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { sendFile } from '#testing/upload.ts'
import { verifying } from '#testing/verifying.ts'
import { editionHandlers } from './routes.ts'

const person = { nik: '6405010101700001', passphrase: 'frasa yang sangat rahasia' }
const bsre = { with: 'bsre', ...person }
const own = { with: 'own' }
const lines: string[] = []
let api: TestApi
let server: BsreServer
let coordinator: SignedIn
let approver: SignedIn
let id: string
let draft: string
/** PDFs of the frozen edition. */
let pdfs: string[]

beforeAll(async () => {
  const credentials = { username: 'esign', password: 'sandi-aplikasi' }
  server = await startBsreServer({ ...credentials, signer: signsHere, people: { [person.nik]: person.passphrase } })
  const { username: BSRE_USERNAME, password: BSRE_PASSWORD } = credentials
  api = await testApi(editionHandlers, {
    env: { ...signingEnv, BSRE_URL: server.address, BSRE_USERNAME, BSRE_PASSWORD },
    log: createLog('debug', { write: (line: string) => void lines.push(line) }),
  })
  await reporting(api.db)
  ;[coordinator, approver] = await Promise.all([api.as({ role: 'coordinator' }), api.as({ role: 'approver' })])
  id = (await coordinator.call('POST', '/editions', { type: 'spm', period: '2026-TW1' })).json().id
  draft = await order('pdf')
  await coordinator.call('POST', `/editions/${id}/send`)
  await approver.call('POST', `/editions/${id}/approve`)
  pdfs = [await order('pdf'), await order('pdf')]
  await renderFiles(api, id, draft, ...pdfs)
})
afterAll(async () => {
  await api.close()
  await server.close()
})

const order = async (as: string): Promise<string> =>
  (await coordinator.call('POST', `/editions/${id}/files`, { as })).json().id
const sign = (file: string | undefined, body: object, by: Caller = approver) =>
  by.call('PUT', `/editions/${id}/files/${file}/signature`, body)
const bytesOf = async (file: string | undefined): Promise<Buffer> =>
  (await coordinator.call('GET', `/editions/${id}/files/${file}`)).rawPayload
const faultsOf = async (file: string | undefined, body: object) => {
  const answer = await sign(file, body)
  return [answer.statusCode, (answer.json().errors ?? []).map(({ pointer }: { pointer: string }) => pointer)]
}

describe('PUT /editions/:id/files/:file/signature', () => {
  it('is for who approves editions, of a PDF of the frozen one that is made', async () => {
    expect((await sign(pdfs[0], own, api.stranger)).statusCode).toBe(401)
    expect((await sign(pdfs[0], own, coordinator)).statusCode).toBe(403)
    expect((await sign(crypto.randomUUID(), own)).statusCode).toBe(404)
    for (const file of [draft, await order('json'), await order('pdf')])
      expect((await sign(file, own)).json().code).toBe('needs-unmet')
    const open = (await coordinator.call('POST', '/editions', { type: 'lkjip', period: '2026' })).json().id
    const answer = await approver.call('PUT', `/editions/${open}/files/${draft}/signature`, own)
    expect(answer.json().code).toBe('wrong-status')
  })

  it('says beside the field what is wrong', async () => {
    expect(await faultsOf(pdfs[1], {})).toEqual([422, ['/with']])
    expect(await faultsOf(pdfs[1], { ...bsre, nik: '12' })).toEqual([422, ['/nik']])
    expect(await faultsOf(pdfs[1], { ...bsre, passphrase: 'lain' })).toEqual([422, ['/passphrase']])
    expect(await faultsOf(pdfs[1], { ...bsre, nik: '6405010101700002' })).toEqual([422, ['/nik']])
    server.sends = 'changed'
    expect(await faultsOf(pdfs[1], bsre)).toEqual([422, ['/with']])
    server.sends = 'whole'
    const types = (await api.events(`edition/${id}`)).map(({ type }) => type)
    expect(types).not.toContain('edition.signed')
  })

  it.each([
    [0, own, 'own'],
    [1, bsre, 'bsre'],
  ])('keeps the signed PDF beside the unsigned, with who, when and how (%#)', async (at, body, way) => {
    const unsigned = await bytesOf(pdfs[at])
    const made = (await sign(pdfs[at], body)).json()
    expect(made).toMatchObject({ signed: { file: pdfs[at], with: way }, status: 'done', draft: false })
    expect(made.orderedBy.actor).toBe(`post:${approver.postId}`)
    const bytes = await bytesOf(made.id)
    expect(await readSignature(bytes)).toMatchObject({ holds: true, ofAll: true })
    expect(bytes.subarray(0, unsigned.length).equals(unsigned)).toBe(true)
    bytes[Math.floor(unsigned.length / 2)]! ^= 1
    expect((await readSignature(bytes))?.holds).toBe(false)
    const event = (await api.events(`edition/${id}`)).at(-1)
    expect(event).toMatchObject({ type: 'edition.signed', data: { file: made.id, signs: pdfs[at], with: way } })
    expect((await sign(pdfs[at], body)).json()).toEqual(made)
    expect((await api.events(`edition/${id}`)).at(-1)).toEqual(event)
  })

  it('leaves NIK and passphrase nowhere, in the database, the files or the log', async () => {
    const rows = await withClient(api.superuserUrl, async client => {
      const tables = await client.query(
        `SELECT format('SELECT t::text AS row FROM %I.%I t', schemaname, tablename) AS read FROM pg_tables
         WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
      )
      const all: string[] = []
      for (const { read } of tables.rows)
        all.push(...(await client.query<{ row: string }>(read)).rows.map(({ row }) => row))
      return all.join('\n')
    })
    const folder = api.config.filesDir
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
    const bytes = files.map(({ parentPath, name }) => readFileSync(`${parentPath}/${name}`, 'latin1')).join('\n')
    const left = [rows, bytes, lines.join('')]
    expect(left.map(text => text.length > 1000)).toEqual([true, true, true])
    expect(rows).toContain('edition.signed')
    for (const text of left)
      for (const secret of [person.nik, person.passphrase, 'sandi-aplikasi']) expect(text).not.toContain(secret)
  })

  it('can be done with what the installation has', async () => {
    const { own: certificate, bsre: service } = api.config.signing
    Object.assign(api.config.signing, { own: null, bsre: null })
    const other = await order('pdf')
    expect(await faultsOf(other, own)).toEqual([422, ['/with']])
    expect(await faultsOf(other, bsre)).toEqual([422, ['/with']])
    Object.assign(api.config.signing, { own: certificate, bsre: service })
  })

  it('stays when what can be made again is cleared away', async () => {
    const { items } = (await coordinator.call('GET', `/editions/${id}/files`)).json()
    const later = new Date(Date.now() + 40 * 86_400_000)
    await sweepFiles(api.db, await diskStore(api.config.filesDir), later)
    const statuses: [boolean, number][] = []
    for (const { id: file, signed, status } of items)
      if (status === 'done') {
        const answer = await coordinator.call('GET', `/editions/${id}/files/${file}`)
        statuses.push([signed !== null, answer.statusCode])
      }
    expect(statuses.toSorted()).toEqual([
      [false, 404],
      [false, 404],
      [false, 404],
      [true, 200],
      [true, 200],
    ])
  })

  it('is in a backup, as is the receipt of its sending, and restored with its bytes', async () => {
    const sending = `/editions/${id}/sendings/menteri`
    await coordinator.call('PUT', sending, { date: '2026-04-02', receipt: '' })
    await sendFile(coordinator, `PUT ${sending}/receipt`)
    const folder = mkdtempSync(path.join(tmpdir(), 'sepakat-signed-'))
    const file = path.join(folder, 'signed.sepakat')
    await backUp(api, file)
    const restored = await onAnotherMachine(file)
    const signings = (await restored.events(`edition/${id}`)).filter(({ type }) => type === 'edition.signed')
    const hashes = signings.map(({ data }) => String(data.sha256))
    // one PDF signed by one certificate twice in a second is the same bytes
    expect(restored.restored.manifest).toMatchObject({ files: new Set(hashes).size + 1, damaged: [] })
    const sha256 = hashes.at(-1) ?? ''
    const place = path.join(restored.config.filesDir, sha256.slice(0, 2), sha256)
    expect((await readSignature(readFileSync(place)))?.holds).toBe(true)
    expect(await tamperings(restored)).toEqual([])
    await restored.close()
    rmSync(folder, { recursive: true })
  })

  it('is compared by the audit with what was signed, row and bytes', async () => {
    const audit = verifying(api)
    const found = (sql: string) =>
      audit.after(db => db.query(sql)).then(all => all.map(({ code, where }) => `${code} ${where.split(' ')[0]}`))
    expect(await audit.verify()).toEqual([])
    const other = 'f'.repeat(64)
    const changed = await found(`UPDATE edition_file SET address = '${other}' WHERE signs = '${pdfs[0]}'`)
    expect(changed).toEqual(['edition-changed PDF'])
    expect(await found(`DELETE FROM edition_file WHERE signs = '${pdfs[0]}'`)).toEqual(['edition-changed PDF'])
    const event = (await api.events(`edition/${id}`)).find(({ type }) => type === 'edition.signed')!
    const place = audit.fileOf((event.data as { sha256: string }).sha256)
    const bytes = readFileSync(place)
    writeFileSync(place, 'lain')
    const codes = async () => [...new Set((await audit.verify()).map(({ code }) => code))]
    expect(await codes()).toEqual(['file-changed'])
    rmSync(place)
    expect(await codes()).toEqual(['file-missing'])
    writeFileSync(place, bytes)
    await audit.close()
  })
})
