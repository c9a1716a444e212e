import { publicFilesOf, reader, readFrozenEdition } from '@sepakat/db'
import { editionWays, openDatasets, tableCsv } from '@sepakat/documents'
import { publicEdition } from '@sepakat/rules'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personsTold, textIn } from '#testing/personsTold.ts'
import { approve as approveReport, reporting } from '#testing/reporting.ts'
import { renderFiles } from '#testing/signing.ts'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'

const period = '2026-TW1'
const licence = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' }
/** Whom an office names where it says who is responsible. */
const planted = { name: 'Pudjiastutiningsih', nip: '197203151998032004' }
let api: TestApi
let admin: SignedIn
let coordinator: SignedIn
let approver: SignedIn
/** The version that was approved last. */
let id: string

beforeAll(async () => {
  api = await testApi()
  const plan = await reporting(api.db)
  admin = await api.as({ role: 'admin' })
  coordinator = await api.as({ role: 'coordinator' })
  approver = await api.as({ role: 'approver' }, { name: 'Orang Pengesah' })
  const operator = await api.as({ role: 'operator', offices: [plan.dsp3a] }, planted)
  const action = { what: 'Menambah rumah singgah', who: `${planted.name}, NIP ${planted.nip}`, when: 'TW II' }
  const answers = {
    recipients: { gepeng: { due: '40', served: '30' } },
    actions: { [v7()]: { $parent: 'gepeng', $position: 'a0', ...action } },
  }
  const body = { office: plan.dsp3a, form: 'spm/triwulan', period, answers }
  const report = (await operator.call('POST', '/submissions', body)).json().id
  await approveReport(operator, await api.as({ role: 'verifier' }), report)
  id = await freeze()
})
afterAll(() => api.close())

const freeze = async (): Promise<string> => {
  const made = (await coordinator.call('POST', '/editions', { type: 'spm', period })).json().id
  expect((await coordinator.call('POST', `/editions/${made}/send`)).statusCode).toBe(200)
  expect((await approver.call('POST', `/editions/${made}/approve`)).statusCode).toBe(200)
  return made
}
const put = (value: object) =>
  admin.call('PUT', '/settings/public', { value: { on: true, licence, editions: [`spm/${period}`], ...value } })
const get = (path: string, headers?: Record<string, string>) =>
  api.stranger.call('GET', `/open${path}`, undefined, headers)
const listed = async () =>
  (await get('/datasets')).json().items as { id: string; year: number; csv: string; sha256: string }[]

const readings = ['', '/datasets', '/datasets/2026/spm-capaian-tw1.csv', '/editions/2026/spm-tw1.json']

describe('what is open', () => {
  it('is nothing until an admin turns it on', async () => {
    for (const path of readings) {
      const answer = await get(path)
      expect([path, answer.statusCode, answer.headers['cache-control']]).toEqual([path, 404, 'no-store'])
    }
    expect((await coordinator.call('GET', '/open/preview')).statusCode).toBe(403)
    const [line] = (await admin.call('GET', '/open/preview')).json().items
    expect(line).toMatchObject({ key: `spm/${period}`, version: 1, name: 'Laporan SPM Triwulan I Tahun 2026' })
    expect(line.datasets.length).toBeGreaterThan(0)
    for (const wrong of [
      { editions: ['spm'] },
      { licence: { name: '', url: licence.url } },
      { licence: { name: 'x', url: 'javascript:1' } },
    ])
      expect((await put(wrong)).statusCode, JSON.stringify(wrong)).toBe(422)
  })

  it('is what was chosen, once it is on: who turned it on is in history, and its files are made', async () => {
    expect((await put({})).statusCode).toBe(200)
    expect((await api.events('rights')).at(-1)).toMatchObject({
      type: 'setting.changed',
      actor: `post:${admin.postId}`,
      data: { key: 'public', value: { on: true, editions: [`spm/${period}`] } },
    })
    const files = await publicFilesOf(reader(api.db), id)
    expect(files.map(({ format }) => format).sort()).toEqual(['csv', 'json', 'pdf', 'xlsx'])
    expect((await get('')).json().editions[0].files).toEqual([])
    await renderFiles(api, id, files.find(({ format }) => format === 'json')!.id)
    const { region, editions, licence: said } = (await get('')).json()
    expect([region, said, editions.length]).toEqual(['Kabupaten Nunukan', licence, 1])
    expect(editions[0].files).toMatchObject([{ as: 'json', href: '/open/v1/editions/2026/spm-tw1.json' }])
    // nothing is ordered twice
    await put({})
    expect((await publicFilesOf(reader(api.db), id)).map(file => file.id).sort()).toEqual(
      files.map(file => file.id).sort(),
    )
  })

  it('gives each table of the edition as CSV and JSON, with the same figures', async () => {
    const edition = publicEdition((await readFrozenEdition(reader(api.db), id))!)
    const datasets = openDatasets(edition)
    expect((await listed()).map(one => one.id)).toEqual(datasets.map(one => one.id))
    for (const { id: name, year, table } of datasets) {
      const csv = await get(`/datasets/${year}/${name}.csv`)
      expect([csv.headers['content-type'], csv.body]).toEqual(['text/csv; charset=utf-8', tableCsv(table)])
      const json = (await get(`/datasets/${year}/${name}.json`)).json()
      expect(json).toMatchObject({ title: table.title, licence, lines: table.lines.length, version: 1 })
      for (const [n, { cells }] of table.lines.entries())
        for (const [column, cell] of Object.entries(cells))
          expect(json.rows[n].cells[column]).toEqual({
            value: cell.value ?? null,
            text: cell.text ?? null,
            coverage: cell.coverage ?? null,
          })
    }
    const served = datasets.flatMap(({ table }) => table.lines).flatMap(({ cells }) => Object.values(cells))
    expect(served.some(({ value }) => value === '30')).toBe(true)
  })

  it('is kept by caches for a moment, by its hash for ever, and sets no cookie', async () => {
    for (const path of readings.slice(0, 2)) {
      const answer = await get(path)
      expect(answer.headers['cache-control']).toBe('public, max-age=60, s-maxage=240, stale-while-revalidate=60')
      expect(answer.headers['set-cookie']).toBeUndefined()
      const again = await get(path, { 'if-none-match': String(answer.headers.etag) })
      expect([again.statusCode, again.body]).toEqual([304, ''])
    }
    const { csv, sha256 } = (await listed())[0]!
    const path = csv.replace('/open/v1', '')
    const named = await get(`${path}?v=${sha256.slice(0, 16)}`)
    expect(named.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(named.headers.link).toBe(`<${licence.url}>; rel="license"`)
    expect((await get(`${path}?v=${'0'.repeat(16)}`)).statusCode).toBe(404)
    // the hash is that of the CSV: the licence in the JSON may become another
    const asJson = () => get(`${path.replace('.csv', '.json')}?v=${sha256.slice(0, 16)}`)
    const before = await asJson()
    expect(before.headers['cache-control']).toBe('public, max-age=60, s-maxage=240, stale-while-revalidate=60')
    await put({ licence: { name: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' } })
    const after = await asJson()
    expect([after.json().licence.name, after.headers.etag === before.headers.etag]).toEqual(['CC0', false])
    await put({})
    const stable = await api.app.inject(`${csv}?v=${sha256.slice(0, 16)}`)
    expect([stable.statusCode, stable.body]).toEqual([200, named.body])
  })

  it('names no person in any way that it comes out', async () => {
    const whole = (await readFrozenEdition(reader(api.db), id))!
    for (const { id: file, format } of await publicFilesOf(reader(api.db), id)) {
      await renderFiles(api, id, file)
      const { ending, make } = editionWays[format]
      const text = await textIn((await get(`/editions/2026/spm-tw1.${ending}`)).rawPayload)
      expect([format, text.includes('Menambah rumah singgah'), await personsTold(api, [text])]).toEqual([
        format,
        true,
        [],
      ])
      // in the edition of the region itself they are, and found there
      const own = await personsTold(api, [await textIn(await make(whole, { emblem: null }))])
      expect([format, own]).toEqual([format, expect.arrayContaining([planted.name, planted.nip])])
    }
    const datasets = (await listed()).flatMap(({ csv }) => [csv, csv.replace('.csv', '.json')])
    const paths = ['', '/datasets', ...datasets.map(path => path.replace('/open/v1', ''))]
    const texts = await Promise.all(paths.map(async path => (await get(path)).body))
    expect([texts.some(text => text.includes('Menambah rumah singgah')), await personsTold(api, texts)]).toEqual([
      true,
      [],
    ])
    expect((await get('/editions/2026/spm-tw1.json')).json().frozen.by).toBe('')
  })

  it('is the newest version, and gone once it is not chosen or the page is off', async () => {
    id = await freeze()
    expect((await get('')).json().editions).toMatchObject([{ version: 2, files: [] }])
    expect((await put({ editions: [] })).statusCode).toBe(200)
    expect((await get('')).json().editions).toEqual([])
    for (const path of readings.slice(2)) expect((await get(path)).statusCode).toBe(404)
    await put({ on: false })
    for (const path of readings) expect((await get(path)).statusCode).toBe(404)
  })
})
