import { newestCatalogue, newestShipped, reader } from '@sepakat/db'
import { proposeShipped } from '@sepakat/db/seed/seedReference.ts'
import type { Catalogue, CatalogueRow } from '@sepakat/rules'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { catalogueHandlers } from './routes.ts'

const form = 'spm/triwulan'
let api: TestApi
let admin: SignedIn
let operator: SignedIn
let seeded: Catalogue
beforeAll(async () => {
  api = await testApi(catalogueHandlers)
  admin = await api.as({ role: 'admin' })
  operator = await api.as({ role: 'operator' })
  seeded = (await newestCatalogue(reader(api.db), form))!.body
})
afterAll(() => api.close())

/** What a release ships: the seeded catalogue with some rows otherwise, and some more. */
const release = (change: (row: CatalogueRow) => CatalogueRow, ...more: CatalogueRow[]): Catalogue => ({
  ...seeded,
  rows: [...seeded.rows.map(change), ...more],
})
const shipped = async () => (await newestShipped(reader(api.db), form))!.body
const arrives = (catalogue: Catalogue) => proposeShipped(api.db, form, catalogue)
const head = async () =>
  (await admin.call('GET', '/catalogues')).json().items.find((one: { form: string }) => one.form === form)
const call = (n: number, what: string, body: object, who = admin) =>
  who.call('POST', `/catalogues/${form}/proposals/${n}/${what}`, body)
const versions = () => api.db.prisma.formVersion.count({ where: { form } })
const row = (id: string) => seeded.rows.findLast(one => one.id === id)!
const newRow = (): CatalogueRow => ({ ...row('gepeng.sandang'), id: 'gepeng.kursus', label: 'Kursus keterampilan' })
const relabelled = (of: string, label: string) => (one: CatalogueRow) => (one.id === of ? { ...one, label } : one)

describe('a catalogue that comes with a release', () => {
  it('is nothing new where it is the one that is published, at every start', async () => {
    expect([await arrives(seeded), await arrives(seeded)]).toEqual(['known', 'known'])
    expect((await head()).proposal).toBeNull()
  })

  it('waits as a proposal, once, and changes nothing that is published', async () => {
    const next = release(relabelled('balita', 'Pelayanan kesehatan balita (rilis)'), newRow())
    expect([await arrives(next), await arrives(next)]).toEqual(['proposed', 'known'])
    expect((await head()).proposal).toMatchObject({ n: 2, status: 'proposed' })
    expect(await versions()).toBe(1)
    const events = (await api.events('rights')).filter(({ type }) => type === 'catalogue.proposed')
    expect(events).toMatchObject([{ actor: 'system', data: { form, n: 2 } }])
  })

  it('takes the place of one that still waited, and loses nothing of it', async () => {
    const next = release(relabelled('balita', 'Pelayanan kesehatan balita (rilis)'), newRow())
    await arrives({ ...next, rows: next.rows.map(relabelled('gepeng', 'Gepeng (rilis)')) })
    expect((await head()).proposal).toMatchObject({ n: 3 })
    const told = (await call(3, 'preview', { basedOn: 1 })).json()
    expect(new Set(told.changes.map((one: { row: string }) => one.row))).toEqual(
      new Set(['balita', 'gepeng', 'gepeng.kursus']),
    )
    expect((await call(2, 'preview', { basedOn: 1 })).statusCode).toBe(404)
  })
})

describe('a row that the region adds while a release waits', () => {
  it('gets an id that the row of the release has not, so that one is never taken for the other', async () => {
    const { id: _, ...shipped } = newRow()
    const add = { ...shipped, label: 'Kursus', from: 2026, to: null, note: 'milik daerah' }
    const told = await admin.call('POST', `/catalogues/${form}/versions/preview`, { basedOn: 1, add })
    expect(told.statusCode, told.body).toBe(200)
    expect(new Set(told.json().changes.map((one: { row: string }) => one.row))).toEqual(new Set(['gepeng.kursus-2']))
  })
})

describe('POST /catalogues/:type/:form/proposals/:n/publish', () => {
  it('is for those who keep the catalogues', async () => {
    for (const what of ['preview', 'publish', 'decline']) {
      const body = what === 'preview' ? { basedOn: 1 } : { reason: 'x', ...(what === 'publish' && { basedOn: 1 }) }
      expect((await call(3, what, body, api.stranger as SignedIn)).statusCode).toBe(401)
      expect((await call(3, what, body, operator)).statusCode).toBe(403)
      expect((await call(9, what, body)).statusCode).toBe(404)
    }
    expect((await call(3, 'publish', { basedOn: 7, reason: 'x' })).json()).toMatchObject({ code: 'stale', version: 1 })
  })

  it('asks for a choice where the region corrected a row that the release changed too', async () => {
    const correction = {
      row: 'gepeng',
      fromYear: 2026,
      reason: 'Perda',
      basedOn: 1,
      change: { label: 'Gepeng (daerah)' },
    }
    await admin.call('POST', `/catalogues/${form}/corrections`, correction)
    const told = (await call(3, 'preview', { basedOn: 2 })).json()
    expect(told.conflicts).toMatchObject([{ row: 'gepeng' }])
    expect(told.conflicts[0].differences).toContainEqual(
      expect.objectContaining({ field: 'label', shipped: 'Gepeng (rilis)' }),
    )
    expect(told.changes.some((one: { row: string }) => one.row === 'gepeng')).toBe(false)
    const refused = await call(3, 'publish', { basedOn: 2, reason: 'Rilis' })
    expect([refused.statusCode, refused.json().errors[0].pointer]).toEqual([422, '/choices/gepeng'])
    expect(await versions()).toBe(2)
    for (const row of ['gepeng\ud800', 'gepeng\u0000'])
      expect(
        (await call(3, 'publish', { basedOn: 2, choices: { gepeng: 'published', [row]: 'shipped' }, reason: 'Rilis' }))
          .statusCode,
        row,
      ).toBe(422)
    expect(await versions()).toBe(2)
  })

  it('publishes it beside what the region corrected, as one version', async () => {
    const choices = { gepeng: 'published', balita: 'published', 'tidak-ada': 'shipped' }
    const answer = await call(3, 'publish', { basedOn: 2, choices, reason: 'Rilis 2027' })
    expect(answer.json(), answer.body).toMatchObject({ version: 3, changed: 2 })
    const rows = async (q: string) =>
      (await admin.call('GET', `/catalogues/${form}/rows?q=${q}&year=2026`)).json().items
    expect((await rows('gepeng'))[0]).toMatchObject({ id: 'gepeng', label: 'Gepeng (daerah)' })
    expect(await rows('kursus')).toMatchObject([{ id: 'gepeng.kursus' }])
    expect((await rows('balita'))[0].label).toBe('Pelayanan kesehatan balita (rilis)')
    const event = (await api.events('rights')).at(-1)
    expect(event).toMatchObject({
      type: 'catalogue.published',
      data: { form, version: 3, shipped: 3, reason: 'Rilis 2027' },
    })
    expect(event?.data, 'only the choice that decided something').toHaveProperty('choices', { gepeng: 'published' })
    expect((await head()).proposal).toBeNull()
  })

  it('and what was chosen is not asked again by the next release', async () => {
    const latest = await shipped()
    await arrives({ ...latest, rows: latest.rows.map(relabelled('paud', 'PAUD (rilis)')) })
    const told = (await call(4, 'preview', { basedOn: 3 })).json()
    expect([told.conflicts, new Set(told.changes.map((one: { row: string }) => one.row))]).toEqual([
      [],
      new Set(['paud']),
    ])
  })
})

describe('POST /catalogues/:type/:form/proposals/:n/decline', () => {
  it('leaves the catalogue as it is, with an event; it can still be taken', async () => {
    expect((await call(4, 'decline', { reason: ' ' })).json().errors[0].pointer).toBe('/reason')
    expect((await call(4, 'decline', { reason: 'Belum perlu' })).statusCode).toBe(200)
    expect((await api.events('rights')).at(-1)).toMatchObject({
      type: 'catalogue.declined',
      data: { form, n: 4, reason: 'Belum perlu' },
    })
    expect([await versions(), (await head()).proposal.status]).toEqual([3, 'declined'])
    const declines = async () => (await api.events('rights')).filter(({ type }) => type === 'catalogue.declined').length
    const once = await declines()
    expect((await call(4, 'decline', { reason: 'Belum perlu' })).statusCode, 'the same again').toBe(200)
    expect((await call(4, 'decline', { reason: 'Lagi' })).statusCode).toBe(404)
    expect(await declines()).toBe(once)
    expect((await call(4, 'preview', { basedOn: 3 })).json()).toMatchObject({
      status: 'declined',
      reason: 'Belum perlu',
    })
    expect((await call(4, 'publish', { basedOn: 3, reason: 'Jadi' })).json()).toMatchObject({ version: 4, changed: 1 })
  })
})

describe('a row below one that ends before it begins', () => {
  const below = (parent: string) => ({
    ...row('gepeng.sandang'),
    id: `${parent}.baru`,
    label: 'Baru',
    parent,
    from: 2027,
  })
  const revise = async (basedOn: number, change: object) => {
    const done = await admin.call('POST', `/catalogues/${form}/versions`, { basedOn, reason: 'Perda', ...change })
    expect(done.statusCode, done.body).toBe(200)
  }

  const nextRelease = async (change: (row: CatalogueRow) => CatalogueRow, ...more: CatalogueRow[]) => {
    const latest = await shipped()
    await arrives({ ...latest, rows: [...latest.rows.map(change), ...more] })
  }

  it('of the release: what becomes of the row that the region ended is chosen', async () => {
    await revise(4, { retire: { row: 'balita', lastYear: 2026 } })
    await nextRelease(one => one, below('balita'))
    expect(
      (await call(5, 'preview', { basedOn: 5 })).json().conflicts.map((one: { row: string }) => one.row),
    ).toContain('balita')
    expect((await call(5, 'publish', { basedOn: 5, reason: 'Rilis' })).json().errors[0].pointer).toBe('/choices/balita')
    const done = await call(5, 'publish', { basedOn: 5, choices: { balita: 'published' }, reason: 'Rilis' })
    expect(done.statusCode, done.body).toBe(200)
    const { items } = (await admin.call('GET', `/catalogues/${form}/rows?q=balita&year=2027`)).json()
    expect(items).toEqual([])
  })

  it('of the region: to end the row above says what is wrong, and the other choice is published', async () => {
    const { id: _, ...add } = below('paud')
    await revise(6, { add })
    const ends = (one: CatalogueRow) => (one.id === 'paud' || one.parent === 'paud' ? { ...one, to: 2026 } : one)
    await nextRelease(ends)
    const refused = await call(6, 'preview', { basedOn: 7, choices: { paud: 'shipped' } })
    expect([refused.statusCode, refused.json().errors[0].message]).toEqual([
      422,
      expect.stringContaining('tidak pernah berlaku bersama baris induknya'),
    ])
    const done = await call(6, 'publish', { basedOn: 7, choices: { paud: 'published' }, reason: 'Rilis' })
    expect(done.statusCode, done.body).toBe(200)
  })
})
