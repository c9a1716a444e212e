import { officeId } from '@sepakat/db/builders/index.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approve, type Reporting, reporting } from '#testing/reporting.ts'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { moveHandlers } from '../moves/routes.ts'
import { submissionHandlers } from '../submissions/routes.ts'
import { catalogueHandlers } from './routes.ts'

const form = 'spm/triwulan'
let api: TestApi
let plan: Reporting
let admin: SignedIn
let approved: unknown
const frozen = () =>
  Promise.all([
    api.db.prisma.revision.findMany({ select: { submissionId: true, sha256: true, body: true } }),
    api.db.prisma.figure.findMany({ orderBy: [{ submissionId: 'asc' }, { code: 'asc' }, { row: 'asc' }] }),
  ])
beforeAll(async () => {
  api = await testApi({ ...catalogueHandlers, ...submissionHandlers, ...moveHandlers })
  plan = await reporting(api.db)
  admin = await api.as({ role: 'admin' })
  const operator = await api.as({ role: 'operator', offices: [plan.dsp3a] })
  const report = await operator.call('POST', '/submissions', {
    office: await officeId(api.db, 'dsp3a'),
    form,
    period: '2026-TW1',
    answers: { quality: { 'gepeng.sandang': { required: '40', met: '30' } } },
  })
  await approve(operator, await api.as({ role: 'verifier' }), report.json().id)
  approved = await frozen()
})
afterAll(() => api.close())

const versions = (body: object, of = form) =>
  admin.call('POST', `/catalogues/${of}/versions`, { reason: 'Peraturan baru', ...body })
const preview = (body: object) => admin.call('POST', `/catalogues/${form}/versions/preview`, body)
const rows = async (query: string, of = form) =>
  (await admin.call('GET', `/catalogues/${of}/rows?limit=200&${query}`)).json()
const newest = async (of = form): Promise<number> => (await rows('q=tidak-ada-sama-sekali', of)).version

const blanket = {
  table: 'quality',
  parent: 'gepeng',
  label: 'Selimut dan alas tidur',
  unit: 'orang',
  direction: 'higher',
  attrs: { component: 'goods', measure: 'flow' },
  legal: 'Permensos 9/2018',
  confidence: 'seen',
  from: 2027,
}

describe('POST /catalogues/:type/:form/versions, with a new row', () => {
  it('names what is wrong at its field, and publishes nothing', async () => {
    const at = async (add: object) =>
      (await versions({ basedOn: 1, add: { ...blanket, ...add } }))
        .json()
        .errors?.map((e: { pointer: string }) => e.pointer)
    expect(await at({ label: ' ' })).toEqual(['/add/label'])
    expect(await at({ table: 'budget' })).toEqual(['/add/table'])
    expect(await at({ parent: 'tidak-ada' })).toEqual(['/add/parent'])
    expect(await at({ attrs: { component: 'barang' } })).toEqual(['/add/attrs/component', '/add/attrs/measure'])
    expect(await at({ to: 2026 })).toEqual(['/add/to'])
    expect(await at({ formula: { kind: 'salah', inputs: {} } })).toEqual(['/add/formula/kind'])
    expect(await at({ table: 'recipients', parent: undefined, group: 'sosial' })).toContain('/add/formula/kind')
    expect(await newest()).toBe(1)
  })

  it('shows it before it is published, with the id it gets', async () => {
    const told = (await preview({ basedOn: 1, add: blanket })).json()
    expect(told.version).toBe(2)
    expect(told.changes.find((one: { field: string }) => one.field === 'id').after).toBe('gepeng.selimut-alas-tidur')
    expect(await newest()).toBe(1)
  })

  it('gives it a permanent id made from its label, after the last of its kind, from that year on', async () => {
    const answer = await versions({ basedOn: 1, add: blanket })
    expect(answer.json(), answer.body).toMatchObject({ version: 2, changed: 1, added: 'gepeng.selimut-alas-tidur' })
    expect((await rows('q=gepeng.&year=2026')).items.map((r: { id: string }) => r.id)).not.toContain(
      answer.json().added,
    )
    expect((await rows('q=gepeng.&year=2027')).items.at(-1)).toMatchObject({
      id: answer.json().added,
      unit: 'orang',
      to: null,
    })
    expect((await api.events('rights')).at(-1)).toMatchObject({
      type: 'catalogue.published',
      data: { form, version: 2, rows: ['gepeng.selimut-alas-tidur'] },
    })
  })

  it('never gives an id again', async () => {
    expect((await versions({ basedOn: 2, add: blanket })).json().added).toBe('gepeng.selimut-alas-tidur-2')
  })

  it('may be of any part that takes rows of the catalogue, with a formula where it is computed', async () => {
    const of = 'lppd/tahunan'
    const formula = { kind: 'ratio', inputs: { numerator: 'Rumah layak', denominator: 'Rumah' }, factor: '100' }
    const ikk = {
      table: 'indicators',
      group: 'urusan-pendidikan',
      label: 'Rumah layak huni',
      confidence: 'seen',
      from: 2026,
      formula,
    }
    const added = (await versions({ basedOn: 1, add: ikk }, of)).json()
    expect(added).toMatchObject({ version: 2, added: 'rumah-layak-huni' })
    expect((await rows('q=rumah-layak-huni', of)).items[0]).toMatchObject({ formula, group: 'Pendidikan' })
    const without = await admin.call('POST', `/catalogues/${of}/corrections`, {
      row: 'rumah-layak-huni',
      fromYear: 2027,
      reason: 'Dihitung lain',
      basedOn: 2,
      change: { formula: { kind: 'growth', inputs: { current: 'Tahun ini' } } },
    })
    expect(without.json().errors.map((e: { pointer: string }) => e.pointer)).toEqual([
      '/change/formula/inputs/previous',
      '/change/formula/inputs/previousSource',
    ])
  })
})

describe('POST /catalogues/:type/:form/versions, with a row that ends', () => {
  it('asks for a year in which the row is there', async () => {
    const at = async (retire: object) => (await versions({ basedOn: 3, retire })).json().errors[0].pointer
    expect(await at({ row: 'tidak-ada', lastYear: 2026 })).toBe('/retire/lastYear')
    expect(await at({ row: 'gepeng', lastYear: 2015 })).toBe('/retire/lastYear')
    // one row below it begins only in 2027
    expect(await at({ row: 'gepeng', lastYear: 2026 })).toBe('/retire/lastYear')
  })

  it('ends it with all below it, and leaves the years before', async () => {
    const before = (await rows('q=gepeng&year=2027')).items.length
    const answer = await versions({ basedOn: 3, retire: { row: 'gepeng', lastYear: 2027 } })
    expect(answer.json(), answer.body).toMatchObject({ version: 4, changed: before, added: null })
    expect((await rows('q=gepeng&year=2027')).items).toHaveLength(before)
    expect((await rows('q=gepeng&year=2028')).items).toEqual([])
  })

  it('and none of it touches what was approved', async () => {
    expect(await frozen()).toEqual(approved)
  })
})
