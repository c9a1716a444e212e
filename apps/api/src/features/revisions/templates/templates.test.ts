import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printRevision } from '#jobs/printRevision.ts'
import { diskStore } from '#storage/diskStore.ts'
import { type Filing, filing } from '#testing/filing.ts'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'

let api: TestApi
let team: Filing
let admin: SignedIn
beforeAll(async () => {
  api = await testApi()
  team = await filing(api)
  admin = await api.as({ role: 'admin' })
})
afterAll(() => api.close())

const path = '/paper-templates/tanda-terima'
const template = (text: string) => [
  { part: 'letterhead' },
  { part: 'title', lines: ['BUKTI KIRIM'] },
  { part: 'text', text },
]
const newestJob = async () =>
  (await api.db.pool.query(`SELECT data FROM pgboss.job WHERE name = 'print' ORDER BY created_on DESC LIMIT 1`)).rows[0]
    ?.data
const makeNewest = async () =>
  printRevision({ db: api.db, storage: await diskStore(api.config.filesDir), config: api.config }, await newestJob())
const wordsOf = async (pdf: Buffer) => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })
  return text.replaceAll(/\s/g, '')
}

describe('POST /paper-templates/:paper', () => {
  it('refuses what the paper does not know at its place, and has no other papers', async () => {
    const wrong = await admin.call('POST', path, { version: 0, template: template('Laporan {laporn}.') })
    expect([wrong.statusCode, wrong.json().errors]).toEqual([
      422,
      [{ pointer: '/template/2/text', code: 'custom', message: 'Naskah ini tidak mengenal {laporn}.' }],
    ])
    expect((await admin.call('POST', path, { version: 0, template: [] })).statusCode).toBe(422)
    for (const other of ['lain', 'constructor'])
      expect((await admin.call('GET', `/paper-templates/${other}`)).statusCode).toBe(404)
  })

  it('keeps each version, prints by the newest, refuses what was changed since, and goes back to the shipped one', async () => {
    const saved = await admin.call('POST', path, { version: 0, template: template('Laporan {laporan} kami terima.') })
    expect([saved.statusCode, saved.json()]).toEqual([
      200,
      { paper: 'tanda-terima', name: 'tanda terima', form: null, version: 1, own: true },
    ])
    expect((await api.events('rights')).at(-1)).toMatchObject({
      type: 'setting.changed',
      data: { key: 'paper-template', value: { paper: 'tanda-terima', version: 1, own: true } },
    })
    expect((await admin.call('POST', path, { version: 0, template: null })).statusCode).toBe(412)

    const id = await team.begin()
    await team.through(id, ['operator', 'submit'])
    const receipt = `/submissions/${id}/papers/tanda-terima`
    expect((await team.operator.call('GET', receipt)).statusCode).toBe(202)
    await makeNewest()
    const said = await wordsOf((await team.operator.call('GET', receipt)).rawPayload)
    expect(said).toContain('BUKTIKIRIM')
    expect(said).not.toContain('TANDATERIMA')

    await admin.call('POST', path, { version: 1, template: null })
    const now = (await admin.call('GET', path)).json()
    expect([now.version, now.own, now.template]).toEqual([2, false, now.shipped])
    expect(now.versions.map(({ version }: { version: number }) => version)).toEqual([2, 1])
  })

  it('shows an example of what is not saved yet', async () => {
    const ask = () => admin.call('POST', `${path}/preview`, { template: template('Contoh untuk {periode}.') })
    expect((await ask()).statusCode).toBe(202)
    await makeNewest()
    const said = await wordsOf((await ask()).rawPayload)
    for (const part of ['BUKTIKIRIM', 'ContohuntukTahun2026', 'DRAF']) expect(said).toContain(part)
  })
})

describe('PUT /emblem', () => {
  const svg = (inside: string) =>
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`).toString('base64')
  const put = (image: string | null) => admin.call('PUT', '/emblem', { image })

  it('keeps a drawing or a picture, which is in the letterhead from then on, and takes it away again', async () => {
    expect((await put(svg('<circle cx="4" cy="4" r="3"/>'))).json()).toEqual({ emblem: true })
    expect((await admin.call('GET', '/emblem')).json().image.media).toBe('image/svg+xml')
    const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    expect((await put(png)).statusCode).toBe(200)
    expect((await admin.call('GET', '/emblem')).json().image.media).toBe('image/png')
    await put(null)
    expect((await admin.call('GET', '/emblem')).json()).toEqual({ image: null })
  })

  it.each([
    svg('<script>alert(1)</script>'),
    svg('<circle onclick="alert(1)" r="3"/>'),
    svg('<image href="https://contoh.id/a.png"/>'),
    svg('<rect fill="url(https://contoh.id/a)" width="3" height="3"/>'),
    Buffer.from('<!DOCTYPE svg [<!ENTITY a "b">]><svg/>').toString('base64'),
    Buffer.from('<html></html>').toString('base64'),
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><g>').toString('base64'),
    'bukan base64',
  ])('refuses what is no plain picture, at its field', async image => {
    const answer = await put(image)
    expect([answer.statusCode, answer.json().errors?.[0].pointer]).toEqual([422, '/image'])
  })
})
