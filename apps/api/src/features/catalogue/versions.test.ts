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
let operator: SignedIn
let report: string
beforeAll(async () => {
  api = await testApi({ ...catalogueHandlers, ...submissionHandlers, ...moveHandlers })
  plan = await reporting(api.db)
  admin = await api.as({ role: 'admin' })
  operator = await api.as({ role: 'operator', offices: [plan.dsp3a] })
  const verifier = await api.as({ role: 'verifier' })
  const begin = async (period: string) =>
    (
      await operator.call('POST', '/submissions', {
        office: await officeId(api.db, 'dsp3a'),
        form,
        period,
        answers: { quality: { 'gepeng.sandang': { required: '40', met: '30' } } },
      })
    ).json().id
  report = await begin('2026-TW1')
  await approve(operator, verifier, report)
  await begin('2026-TW2')
})
afterAll(() => api.close())

const rows = async (query: string) => (await admin.call('GET', `/catalogues/${form}/rows?limit=200&${query}`)).json()
const publish = (body: object, who = admin) => who.call('POST', `/catalogues/${form}/versions`, { basedOn: 1, ...body })
const preview = (body: object, who = admin) =>
  who.call('POST', `/catalogues/${form}/versions/preview`, { basedOn: 1, ...body })
const slices = (items: { id: string; from: number }[]) => items.map(({ id, from }) => ({ row: id, from }))

describe('POST /catalogues/:type/:form/versions/preview', () => {
  it('is for those who keep the catalogues', async () => {
    expect((await preview({}, api.stranger as SignedIn)).statusCode).toBe(401)
    expect((await preview({}, operator)).statusCode).toBe(403)
    expect((await admin.call('POST', '/catalogues/spm/tidak-ada/versions/preview', { basedOn: 1 })).statusCode).toBe(
      404,
    )
  })

  it('names what is wrong', async () => {
    expect((await preview({ verify: { rows: [], source: 'x' } })).json().errors[0].pointer).toBe('/verify/rows')
    const absent = [{ row: 'gepeng', from: 1999 }]
    expect((await preview({ verify: { rows: absent, source: 'x' } })).json().errors[0].pointer).toBe('/row')
    expect((await preview({ basedOn: 9 })).json()).toMatchObject({ code: 'stale', version: 1 })
  })

  it('says what a correction changes, for how many open reports, and which figures of approved ones it moves', async () => {
    const [row] = (await rows('q=gepeng.sandang&year=2026')).items
    const correct = (change: object) => ({ correct: { row: row.id, fromYear: 2026, change } })
    const words = (await preview(correct({ label: 'Sandang yang layak' }))).json()
    expect(words).toMatchObject({ version: 2, openReports: 1, moved: [] })
    expect(words.changes).toContainEqual(
      expect.objectContaining({ row: row.id, field: 'label', before: row.label, after: 'Sandang yang layak' }),
    )
    const ended = (await preview({ until: { rows: slices([row]), to: 2025 } })).json()
    expect([ended.checked, ended.more]).toEqual([1, false])
    expect(ended.moved).toMatchObject([{ submission: report, form, period: '2026-TW1', office: { id: plan.dsp3a } }])
    const [{ figures }] = ended.moved
    expect(figures).toContainEqual(expect.objectContaining({ code: 'spm.qualityRow', row: row.id }))
    expect(Object.keys(figures[0]).sort()).toEqual(['code', 'label', 'row', 'rowLabel'])
  })

  it('stores nothing', async () => {
    expect(await api.db.prisma.formVersion.count({ where: { form } })).toBe(1)
  })
})

describe('POST /catalogues/:type/:form/versions', () => {
  it('is for those who keep the catalogues', async () => {
    expect((await publish({}, api.stranger as SignedIn)).statusCode).toBe(401)
    expect((await publish({}, operator)).statusCode).toBe(403)
    const ofSakip = await api.as({ role: 'admin', reportTypes: ['sakip'] })
    expect((await publish({ reason: 'x' }, ofSakip)).json().code).toBe('no-right')
  })

  it('refuses what changes nothing', async () => {
    expect((await publish({ reason: 'Coba' })).statusCode).toBe(422)
    expect(await api.db.prisma.formVersion.count({ where: { form } })).toBe(1)
  })

  it('marks many rows verified by what was seen, as one version', async () => {
    const before = await rows('q=gepeng&unverified=true')
    expect(before.items.length).toBeGreaterThan(1)
    const verify = { rows: slices(before.items), source: 'Lampiran Permendagri 59/2021' }
    const answer = await publish({ reason: 'Dicocokkan', verify })
    expect(answer.json(), answer.body).toMatchObject({ version: 2, changed: before.items.length })
    const after = await rows('q=gepeng')
    expect(after.items.filter((row: { verified: boolean }) => !row.verified)).toEqual([])
    expect(after.items.find((row: { id: string }) => row.id === before.items[0].id)).toMatchObject({
      confidence: 'verified',
      source: 'Lampiran Permendagri 59/2021',
    })
    expect((await api.events('rights')).at(-1)).toMatchObject({
      type: 'catalogue.published',
      data: { form, version: 2, reason: 'Dicocokkan', rows: before.items.map((row: { id: string }) => row.id) },
    })
    expect((await publish({ reason: 'Lagi', verify })).json().code).toBe('stale')
  })

  it('holds rows on whose validity ends, and those that have a later slice are not asked for', async () => {
    const { items } = await rows('q=gepeng.sandang&year=2026')
    const row = items[0]
    const ended = { basedOn: 2, until: { rows: [{ row: row.id, from: row.from }], to: 2026 } }
    expect((await publish({ ...ended, reason: 'Berakhir' })).json().version).toBe(3)
    expect((await rows('endsIn=2026')).items.map((r: { id: string }) => r.id)).toEqual([row.id])
    expect((await rows('q=gepeng.sandang&year=2027')).items).toEqual([])
    const on = { basedOn: 3, until: { rows: slices((await rows('endsIn=2026')).items), to: 2027 }, reason: 'Masih' }
    expect((await publish(on)).json()).toMatchObject({ version: 4, changed: 1 })
    expect((await rows('q=gepeng.sandang&year=2027')).items).toMatchObject([{ id: row.id, to: 2027 }])
    expect((await publish({ ...on, basedOn: 4, until: { ...on.until, to: 2015 } })).json().errors[0].pointer).toBe(
      '/until/to',
    )
  })
})
