import { buildPeriods, officeId } from '@sepakat/db/builders/index.ts'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { officeHandlers } from './routes.ts'

const nowhere = '0199f5a0-0000-7000-8000-000000000000'
let api: TestApi
let admin: SignedIn
let operator: SignedIn
let health: string
beforeAll(async () => {
  api = await testApi(officeHandlers, { now: () => new Date('2026-11-24T02:00:00Z') })
  admin = await api.as({ role: 'admin' })
  operator = await api.as({ role: 'operator' })
  health = await officeId(api.db, 'dinkes')
})
afterAll(() => api.close())

const puskesmas = (more: object = {}) => ({
  kind: 'puskesmas',
  name: 'Puskesmas Sebuku',
  parent: health,
  from: '2026-01-01',
  ...more,
})
const add = async (more: object = {}): Promise<string> =>
  (await admin.call('POST', '/offices', puskesmas(more))).json().id
const pathOf = async (id: string) => (await api.db.prisma.office.findUniqueOrThrow({ where: { id } })).path
const lastEvent = async () => (await api.events('rights')).at(-1)
const wrongAt = (answer: { statusCode: number; json: () => { errors: { pointer: string }[] } }) => [
  answer.statusCode,
  answer.json().errors[0]?.pointer,
]

describe('GET /offices', () => {
  it('shows the tree to every signed-in user', async () => {
    expect((await api.stranger.call('GET', '/offices')).statusCode).toBe(401)
    const answer = await operator.call('GET', '/offices')
    const items = answer.json().items as { id: string; parent: string | null }[]
    expect(items.length).toBeGreaterThan(40)
    const ids = new Set(items.map(item => item.id))
    expect(items.every(item => item.parent === null || ids.has(item.parent))).toBe(true)
  })
})

describe('GET /offices/:id', () => {
  it('shows its names from time to time', async () => {
    expect((await api.stranger.call('GET', `/offices/${health}`)).statusCode).toBe(401)
    expect((await operator.call('GET', `/offices/${nowhere}`)).statusCode).toBe(404)
    const office = (await operator.call('GET', `/offices/${health}`)).json()
    expect(office.spans.at(-1)).toMatchObject({ name: office.name, to: null })
  })
})

describe('POST /offices', () => {
  it('turns a stranger and an operator away', async () => {
    expect((await api.stranger.call('POST', '/offices', puskesmas())).statusCode).toBe(401)
    expect((await operator.call('POST', '/offices', puskesmas())).statusCode).toBe(403)
  })

  it('adds a unit below another, which reaches it from then on', async () => {
    const answer = await admin.call('POST', '/offices', puskesmas({ code: 'pkm-sebuku' }))
    expect(answer.statusCode).toBe(201)
    const { id } = answer.json()
    expect(answer.headers.location).toBe(`/api/v1/offices/${id}`)
    expect(answer.json()).toMatchObject({ name: 'Puskesmas Sebuku', parent: health, ended: false })
    expect(await pathOf(id)).toEqual([id, health])
    expect(await lastEvent()).toMatchObject({ type: 'office.changed', data: { office: id, change: 'added' } })
    const again = await admin.call('POST', '/offices', puskesmas({ code: 'pkm-sebuku' }))
    expect([again.statusCode, again.json().code]).toEqual([409, 'exists'])
  })

  it('shows one that begins later by the name it will have', async () => {
    const id = await add({ name: 'Puskesmas Masa Depan', from: '2027-01-01' })
    const found = (await operator.call('GET', '/offices')).json().items.find((o: { id: string }) => o.id === id)
    expect(found).toMatchObject({ name: 'Puskesmas Masa Depan', ended: false })
  })

  it('needs a parent that is there on that day', async () => {
    expect(wrongAt(await admin.call('POST', '/offices', puskesmas({ parent: nowhere })))).toEqual([422, '/parent'])
    expect(wrongAt(await admin.call('POST', '/offices', puskesmas({ from: '1990-01-01' })))).toEqual([422, '/parent'])
    expect(wrongAt(await admin.call('POST', '/offices', puskesmas({ kind: 'istana' })))).toEqual([422, '/kind'])
  })
})

describe('POST /offices/:id/spans', () => {
  it('gives another name and parent from a day, and keeps what was', async () => {
    const id = await add()
    const span = { name: 'Puskesmas Rawat Inap Sebuku', parent: null, from: '2026-06-01' }
    expect((await api.stranger.call('POST', `/offices/${id}/spans`, span)).statusCode).toBe(401)
    expect((await operator.call('POST', `/offices/${id}/spans`, span)).statusCode).toBe(403)
    expect((await admin.call('POST', `/offices/${nowhere}/spans`, span)).statusCode).toBe(404)
    const answer = await admin.call('POST', `/offices/${id}/spans`, span)
    expect(answer.json()).toMatchObject({ name: 'Puskesmas Rawat Inap Sebuku', parent: null })
    expect(await pathOf(id)).toEqual([id])
    const { spans } = (await operator.call('GET', `/offices/${id}`)).json()
    expect(spans.map((s: { name: string; to: string | null }) => [s.name, s.to])).toEqual([
      ['Puskesmas Sebuku', '2026-05-31'],
      ['Puskesmas Rawat Inap Sebuku', null],
    ])
  })

  it('closes no circle, not even by two at once', async () => {
    const [one, two] = [await add({ name: 'Satu' }), await add({ name: 'Dua' })]
    const under = (id: string, parent: string) =>
      admin.call('POST', `/offices/${id}/spans`, { name: 'Unit', parent, from: '2026-02-01' })
    expect(wrongAt(await under(one, one))).toEqual([422, '/parent'])
    const answers = await Promise.all([under(one, two), under(two, one)])
    expect(answers.map(answer => answer.statusCode).sort()).toEqual([200, 422])
  })

  it('is not for a day before it began', async () => {
    const id = await add()
    expect(wrongAt(await admin.call('POST', `/offices/${id}/spans`, { name: 'X', from: '2025-01-01' }))).toEqual([
      422,
      '/from',
    ])
  })
})

describe('PUT /offices/:id/letterhead', () => {
  const body = { address: 'Jalan Pelabuhan 1, Nunukan 77482', place: 'Nunukan' }

  it('turns a stranger and an operator away, and takes no other field', async () => {
    const path = `/offices/${health}/letterhead`
    expect((await api.stranger.call('PUT', path, body)).statusCode).toBe(401)
    expect((await operator.call('PUT', path, body)).statusCode).toBe(403)
    expect((await admin.call('PUT', `/offices/${nowhere}/letterhead`, body)).statusCode).toBe(404)
    expect(wrongAt(await admin.call('PUT', path, { ...body, place: 'x'.repeat(81) }))).toEqual([422, '/place'])
  })

  it('keeps where the office is and where its head signs', async () => {
    expect((await operator.call('GET', `/offices/${health}`)).json()).toMatchObject({ address: '', place: '' })
    expect((await admin.call('PUT', `/offices/${health}/letterhead`, body)).statusCode).toBe(200)
    expect((await operator.call('GET', `/offices/${health}`)).json()).toMatchObject(body)
    expect(await lastEvent()).toMatchObject({ data: { office: health, change: 'letterhead', ...body } })
  })
})

describe('POST /offices/:id/end', () => {
  it('ends on a day', async () => {
    const id = await add()
    const path = `/offices/${id}/end`
    expect((await api.stranger.call('POST', path, { to: '2026-10-31' })).statusCode).toBe(401)
    expect((await operator.call('POST', path, { to: '2026-10-31' })).statusCode).toBe(403)
    expect((await admin.call('POST', `/offices/${nowhere}/end`, { to: '2026-10-31' })).statusCode).toBe(404)
    expect(wrongAt(await admin.call('POST', path, { to: '2025-10-31' }))).toEqual([422, '/to'])
    expect((await admin.call('POST', path, { to: '2026-10-31' })).json().ended).toBe(true)
    expect(await lastEvent()).toMatchObject({ data: { office: id, change: 'ended', to: '2026-10-31' } })
  })

  it('waits for the units below and for open reports', async () => {
    const unit = await add()
    const below = await add({ parent: unit, kind: 'bidang', name: 'Bidang' })
    const end = (id: string) => admin.call('POST', `/offices/${id}/end`, { to: '2026-12-31' })
    expect((await end(unit)).json()).toMatchObject({ status: 409, code: 'in-use' })
    expect((await end(below)).statusCode).toBe(200)
    expect((await end(unit)).statusCode).toBe(200)
    const { form, version } = await api.db.prisma.formVersion.findFirstOrThrow()
    await buildPeriods(api.db, [{ form: form as `spm/${string}`, key: '2026-TW3' }])
    const reportType = form.split('/')[0] ?? ''
    const busy = await add()
    await api.db.prisma.submission.create({
      data: {
        id: v7(),
        officeId: busy,
        form,
        formVersion: version,
        reportType,
        period: '2026-TW3',
        createdBy: 'system',
      },
    })
    const refused = (await end(busy)).json()
    expect([refused.code, refused.detail]).toEqual([
      'in-use',
      expect.stringMatching(/^1 laporan belum disetujui: .+ Triwulan III 2026\. Selesaikan dahulu/),
    ])
  })
})
