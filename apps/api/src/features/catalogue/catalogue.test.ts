import { newestCatalogue, reader } from '@sepakat/db'
import { officeId } from '@sepakat/db/builders/index.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { catalogueHandlers } from './routes.ts'

let api: TestApi
let admin: SignedIn
let operator: SignedIn
let health: string
beforeAll(async () => {
  api = await testApi(catalogueHandlers)
  health = await officeId(api.db, 'dinkes')
  admin = await api.as({ role: 'admin' })
  operator = await api.as({ role: 'operator', offices: [health] })
})
afterAll(() => api.close())

const rows = async (query: string, form = 'spm/triwulan') =>
  (await admin.call('GET', `/catalogues/${form}/rows?${query}`)).json()
const correct = (body: object, who = admin) => who.call('POST', '/catalogues/spm/triwulan/corrections', body)
const correction = (over: object = {}) => ({
  row: 'ibu-hamil',
  fromYear: 2027,
  reason: 'Permenkes baru',
  basedOn: 1,
  change: { unit: 'ibu', confidence: 'verified', source: 'Lampiran Permenkes' },
  ...over,
})

describe('GET /catalogues', () => {
  it('turns a stranger away', async () => {
    expect((await api.stranger.call('GET', '/catalogues')).statusCode).toBe(401)
  })
  it('names every catalogue, also of forms that cannot be filled yet, and how much of it is not verified', async () => {
    const { items } = (await operator.call('GET', '/catalogues')).json()
    const ikk = items.find((c: { form: string }) => c.form === 'lppd/tahunan')
    expect(ikk).toMatchObject({ version: 1, title: expect.any(String) })
    const unverified = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { items: object[]; next: string | null } = await rows(
        `unverified=true&limit=200${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
        'lppd/tahunan',
      )
      unverified.push(...page.items)
      cursor = page.next
    }
    expect(ikk.unverified).toBe(unverified.length)
    expect(ikk.rows).toBeGreaterThan(ikk.unverified)
  })
})

describe('GET /catalogues/:type/:form/rows', () => {
  it('is for those who keep the catalogues', async () => {
    expect((await api.stranger.call('GET', '/catalogues/spm/triwulan/rows')).statusCode).toBe(401)
    expect((await operator.call('GET', '/catalogues/spm/triwulan/rows')).statusCode).toBe(403)
    expect((await admin.call('GET', '/catalogues/spm/tidak-ada/rows')).statusCode).toBe(404)
    expect((await admin.call('GET', '/catalogues/spm/triwulan/rows?confidence=yakin')).statusCode).toBe(422)
  })
  it('lists by confidence, source, words and year, with the owner', async () => {
    const unsure = await rows('unverified=true&limit=200')
    expect(unsure.items.length).toBeGreaterThan(50)
    expect(unsure.items.every((r: { verified: boolean }) => !r.verified)).toBe(true)
    const pregnant = await rows('q=ibu-hamil&year=2026&limit=200')
    expect(pregnant.items).toHaveLength(20)
    expect(pregnant.items[0].owner).toContain('Dinas Kesehatan')
    expect((await rows('q=ibu-hamil&year=2023&limit=200')).items).toHaveLength(12)
  })
  it('names who has the whole form where its rows are not given out one by one', async () => {
    const office = await api.db.prisma.rowAssignment.findFirstOrThrow({ where: { form: 'lkpj/apbd', row: '*' } })
    const { name } = (
      await api.db.prisma.office.findUniqueOrThrow({
        where: { id: office.officeId! },
        include: { spans: true },
      })
    ).spans[0]!
    const { items } = await rows('year=2026&limit=200', 'lkpj/apbd')
    expect(new Set(items.map((one: { owner: string }) => one.owner))).toEqual(new Set([`seluruh formulir: ${name}`]))
  })
  it('pages through the whole', async () => {
    const all = new Set<string>()
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { items: { id: string; from: number }[]; next: string | null } = await rows(
        `limit=50${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
        'lppd/tahunan',
      )
      for (const r of page.items) all.add(`${r.id} ${r.from}`)
      cursor = page.next
    }
    const newest = await newestCatalogue(reader(api.db), 'lppd/tahunan')
    expect(all.size).toBe(newest?.body.rows.length)
  })
})

describe('POST /catalogues/:type/:form/corrections', () => {
  it('is for those who keep the catalogues', async () => {
    expect((await api.stranger.call('POST', '/catalogues/spm/triwulan/corrections', correction())).statusCode).toBe(401)
    expect((await correct(correction(), operator)).statusCode).toBe(403)
  })
  it('names what is wrong', async () => {
    expect((await correct(correction({ row: 'tidak-ada' }))).json().errors[0].pointer).toBe('/row')
    expect((await correct(correction({ change: { formula: { kind: 'salah' } } }))).json().errors[0].pointer).toContain(
      '/change/formula',
    )
    expect((await correct(correction({ basedOn: 9 }))).json()).toMatchObject({ code: 'stale', version: 1 })
    expect(await api.db.prisma.formVersion.count({ where: { form: 'spm/triwulan' } })).toBe(1)
  })
  it('publishes a new version with effect from a year, and leaves the years before as they were', async () => {
    const answer = await correct(correction())
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({ version: 2, row: { unit: 'ibu', verified: true, from: 2027 } })
    expect((await rows('q=ibu-hamil&year=2026')).items[0]).toMatchObject({ id: 'ibu-hamil', unit: 'orang', to: 2026 })
    expect((await rows('q=ibu-hamil&year=2027')).items[0]).toMatchObject({ id: 'ibu-hamil', unit: 'ibu', from: 2027 })
    expect((await api.events('rights')).at(-1)).toMatchObject({
      type: 'catalogue.published',
      data: { version: 2, row: 'ibu-hamil', reason: 'Permenkes baru' },
    })
  })
  it('forgets what is emptied, and keeps whether a row counts or measures', async () => {
    const { items, version } = await rows('q=ibu-hamil.buku-kia&year=2027')
    expect(version).toBe(2)
    expect(items[0].attrs.measure).toBe('flow')
    const answer = await correct(
      correction({ basedOn: 2, row: items[0].id, change: { help: '', note: '', measure: 'stock' } }),
    )
    expect(answer.json()).toMatchObject({ version: 3, row: { help: '', note: '', attrs: { measure: 'stock' } } })
    expect(answer.json().row.attrs.component).toBe(items[0].attrs.component)
  })
  it('sets what a value of the row can be, and takes it away', async () => {
    const macro = (over: object) =>
      admin.call('POST', '/catalogues/lppd/makro/corrections', correction({ row: 'gini', fromYear: 2026, ...over }))
    const bounds = { min: '0', max: '1', oddAbove: '0.5' }
    const [before] = (await rows('q=gini', 'lppd/makro')).items
    expect(before?.bounds).toMatchObject({ min: '0', max: '1' })
    for (const wrong of [{ min: '1', max: '0' }, { max: '1,0' }, { most: '1' }]) {
      const refused = await macro({ change: { bounds: wrong } })
      expect([refused.statusCode, refused.json().errors[0].pointer]).toEqual([422, expect.stringMatching(/^\/change/)])
    }
    expect((await macro({ change: { bounds } })).json()).toMatchObject({ version: 2, row: { bounds } })
    expect((await macro({ basedOn: 2, change: { bounds: null } })).json()).toMatchObject({ row: { bounds: null } })
  })
  it('corrects of a formula that the form does not compute by only the words for its inputs', async () => {
    const [row] = (await rows('q=ibu-bersalin&year=2027')).items
    expect(row).toMatchObject({
      ownRule: true,
      inputNames: { due: 'Harus dilayani, target setahun', served: 'Terlayani s.d. akhir tahun' },
    })
    const formula = { ...row.formula, inputs: { ...row.formula.inputs, due: 'Jumlah ibu bersalin' } }
    const change = (over: object) => correct(correction({ basedOn: 3, row: row.id, change: { formula: over } }))
    for (const idle of [
      { ...formula, kind: 'quotient' },
      { ...formula, factor: '1000' },
      { ...formula, inputs: { due: 'x' } },
    ]) {
      const refused = await change(idle)
      expect([refused.statusCode, refused.json().errors[0].pointer]).toEqual([422, '/change/formula'])
    }
    expect((await change(formula)).json()).toMatchObject({ version: 4, row: { formula } })
    const [ikk] = (await rows('q=1.a.1&year=2026&limit=1', 'lppd/tahunan')).items
    expect([ikk?.ownRule, ikk?.inputNames] as unknown[]).toEqual([false, expect.any(Object)])
  })
  it('gives the row to another office from that year, in the same step', async () => {
    const social = await officeId(api.db, 'dsp3a')
    const answer = await correct(
      correction({ basedOn: 4, row: 'balita', change: { label: 'Pelayanan kesehatan anak balita' }, owner: social }),
    )
    expect(answer.json().row.owner).toContain('Dinas Sosial')
    expect((await rows('q=balita&year=2026')).items[0].owner).toContain('Dinas Kesehatan')
  })
  it('lets one of two win at once', async () => {
    const both = await Promise.all(['a', 'b'].map(label => correct(correction({ basedOn: 5, change: { label } }))))
    expect(both.map(r => r.statusCode).sort()).toEqual([200, 412])
  })
})
