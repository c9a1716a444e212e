import { buildPerson } from '@sepakat/db/builders/index.ts'
import { v7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reorganise } from '#jobs/reorganise.ts'
import { approve, reporting } from '#testing/reporting.ts'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'

let api: TestApi
let admin: SignedIn
let operator: SignedIn
/** The office that is merged or split; one that owes the same; one that is new and owes nothing. */
let office: string
let other: string
let heir: string
const newYear = { date: '2027-01-01' }
const afterNewYear = new Date('2027-01-01T01:00:00Z')

beforeEach(async () => {
  api = await testApi()
  const built = await reporting(api.db, 2026)
  await reporting(api.db, 2027)
  office = built.dsp3a
  other = built.dinkes
  admin = await api.as({ role: 'admin' })
  operator = await api.as({ role: 'operator', offices: [office] })
  heir = (await must(admin.call('POST', '/offices', { kind: 'dinas', name: 'Dinas Baru', from: '2026-11-01' }))).id
})
afterEach(() => api.close())

const must = async (asked: ReturnType<SignedIn['call']>) => {
  const answer = await asked
  if (answer.statusCode >= 300) throw new Error(`${answer.statusCode} ${answer.body}`)
  return answer.body === '' ? null : answer.json()
}
const path = (of = office) => `/offices/${of}/reorganisation`
const plan = (body: object, of = office) => must(admin.call('POST', path(of), body, { 'idempotency-key': v7() }))
const begin = async (form: string, period: string): Promise<string> =>
  (await must(operator.call('POST', '/submissions', { office, form, period }))).id
const owner = async (id: string) => (await api.db.prisma.submission.findUniqueOrThrow({ where: { id } })).officeId
const owed = async (officeId: string, year: string) =>
  (
    await api.db.prisma.obligation.findMany({
      where: { officeId, period: { startsWith: year } },
      orderBy: [{ form: 'asc' }, { period: 'asc' }],
    })
  ).map(o => `${o.form} ${o.period}`)
const rowsOf = async (officeId: string, year: number) =>
  (
    await api.db.prisma.rowAssignment.findMany({
      where: { officeId, fromYear: { lte: year }, OR: [{ toYear: null }, { toYear: { gte: year } }] },
      orderBy: [{ form: 'asc' }, { row: 'asc' }],
    })
  ).map(a => `${a.form} ${a.row}`)
const submitted = async (form: string, period: string) => {
  const id = await begin(form, period)
  await approve(operator, await api.as({ role: 'verifier' }), id)
  return id
}
/** Everything but the history and the plan itself. */
const everything = async () => {
  const tables = [
    'office',
    'office_span',
    'submission',
    'obligation',
    'row_assignment',
    'post',
    'api_key',
    'wave',
    'contribution',
  ]
  return Promise.all(
    tables.map(async table => (await api.db.pool.query(`SELECT to_jsonb(t) AS row FROM ${table} t ORDER BY 1`)).rows),
  )
}

describe('an office that is merged at the turn of the year', () => {
  it('is for an admin, and names what is wrong', async () => {
    const body = { successors: [heir], ...newYear }
    for (const [who, status] of [
      [api.stranger, 401],
      [operator, 403],
    ] as const) {
      expect((await who.call('POST', path(), body)).statusCode).toBe(status)
      expect((await who.call('POST', `${path()}/preview`, body)).statusCode).toBe(status)
      expect((await who.call('GET', path())).statusCode).toBe(status)
      expect((await who.call('DELETE', path())).statusCode).toBe(status)
    }
    const pointer = async (over: object) =>
      (await admin.call('POST', path(), { ...body, ...over })).json().errors?.[0]?.pointer
    expect(await pointer({ date: '1999-01-01' })).toBe('/date')
    expect(await pointer({ successors: [] })).toBe('/successors')
    expect(await pointer({ successors: [v7()] })).toBe('/successors/0')
    expect(await pointer({ successors: [heir, heir] })).toBe('/successors/1')
    expect(await pointer({ successors: [office] })).toBe('/successors')
    expect(await pointer({ choices: { 'row spm/triwulan gepeng': other } })).toBe('/choices')
    expect((await admin.call('POST', `/offices/${v7()}/reorganisation`, body)).statusCode).toBe(404)
    expect((await admin.call('DELETE', path())).statusCode).toBe(404)
  })

  it('shows before what moves and what stays', async () => {
    await submitted('spm/triwulan', '2026-TW1')
    await begin('spm/triwulan', '2026-TW2')
    await begin('sakip/indikator', '2027')
    const preview = await must(admin.call('POST', `${path()}/preview`, { successors: [heir], ...newYear }))
    const of = (title: RegExp, period: string) =>
      preview.reports.find((r: { title: string; period: string }) => title.test(r.title) && r.period === period)
    expect(preview).toMatchObject({ ends: true, atOnce: false })
    expect(of(/SPM/, '2026-TW1')).toMatchObject({ outcome: 'stays', why: 'submitted' })
    expect(of(/SPM/, '2026-TW2')).toMatchObject({ outcome: 'stays', begun: true })
    expect(of(/SPM/, '2027-TW1')).toMatchObject({ outcome: 'moves', to: [{ id: heir, name: 'Dinas Baru' }] })
    expect(
      preview.reports.filter((r: { begun: boolean; outcome: string }) => r.begun && r.outcome === 'moves'),
    ).toHaveLength(1)
    expect(preview.posts).toMatchObject([{ id: operator.postId, to: { id: heir } }])
    expect(preview.assignments.find((a: { choice: string }) => a.choice === 'row spm/triwulan gepeng')).toMatchObject({
      from: 2027,
      label: expect.stringMatching(/gelandangan|pengemis/i),
    })
  })

  it('is undone before its date as if it had never been planned', async () => {
    await begin('sakip/indikator', '2027')
    const before = await everything()
    expect(await plan({ successors: [heir], ...newYear })).toMatchObject({ status: 'planned', date: '2027-01-01' })
    expect((await must(admin.call('GET', path()))).items).toMatchObject([
      { status: 'planned', successors: [{ id: heir }], by: { actor: `post:${admin.postId}` } },
    ])
    const second = await admin.call('POST', path(), { successors: [other], ...newYear })
    expect([second.statusCode, second.json().code]).toEqual([409, 'in-use'])
    expect((await admin.call('POST', `/offices/${office}/end`, { to: '2026-12-31' })).json().code).toBe('in-use')
    expect((await admin.call('POST', `/offices/${heir}/end`, { to: '2026-12-31' })).json().code).toBe('in-use')
    expect((await admin.call('DELETE', path())).statusCode).toBe(204)
    await reorganise(api.db, afterNewYear)
    expect(await everything()).toEqual(before)
    const changes = (await api.events('rights')).flatMap(({ type, data }) =>
      type === 'office.changed' ? [data.change] : [],
    )
    expect(changes).toEqual(['added', 'reorganisation-planned', 'reorganisation-withdrawn'])
  })

  it('moves what was never submitted on its date, once, and keeps what was approved', async () => {
    const approved = await submitted('spm/triwulan', '2026-TW1')
    const beside = await begin('spm/triwulan', '2026-TW2')
    const draft = await begin('sakip/indikator', '2027')
    const key = await api.withKey({
      owner: operator.personId,
      scopes: ['submission.read'],
      offices: [office],
      expiresAt: new Date('2027-06-30'),
    })
    const [rows, owed2027] = [await rowsOf(office, 2027), await owed(office, '2027')]
    await plan({ successors: [heir], ...newYear })
    await reorganise(api.db, new Date('2026-12-31T12:00:00Z'))
    expect(await owner(draft)).toBe(office)
    await reorganise(api.db, afterNewYear)
    expect([await owner(approved), await owner(beside), await owner(draft)]).toEqual([office, office, heir])
    expect(await owed(heir, '2027')).toEqual(owed2027)
    expect(await owed(office, '2027')).toEqual([])
    expect([await rowsOf(office, 2026), await rowsOf(office, 2027), await rowsOf(heir, 2027)]).toEqual([rows, [], rows])
    const post = await api.db.prisma.post.findUniqueOrThrow({ where: { id: operator.postId } })
    const stored = await api.db.prisma.apiKey.findUniqueOrThrow({ where: { id: key.keyId } })
    expect([post.officeIds, stored.officeIds]).toEqual([
      [office, heir],
      [office, heir],
    ])
    const spans = (await must(admin.call('GET', `/offices/${office}`))).spans
    expect(spans.at(-1).to).toBe('2026-12-31')
    expect((await api.events(`submission/${draft}`)).at(-1)).toMatchObject({
      type: 'submission.office-changed',
      actor: `post:${admin.postId}`,
      data: { from: office, to: heir },
    })
    expect((await api.events('rights')).at(-1)).toMatchObject({ data: { change: 'reorganised', successors: [heir] } })
    const planned = (await must(admin.call('POST', '/obligations/preview', { year: 2027 }))).items
    expect(
      planned
        .filter((o: { office: { id: string }; state: string }) => o.office.id === heir)
        .map((o: { state: string }) => o.state),
    ).toEqual(owed2027.map(() => 'exists'))

    const done = await everything()
    await reorganise(api.db, afterNewYear)
    expect(await everything()).toEqual(done)
  })

  it('lets its people finish what stays and go on with what went', async () => {
    const beside = await submitted('spm/triwulan', '2026-TW1')
    const left = await begin('spm/triwulan', '2026-TW2')
    const draft = await begin('sakip/indikator', '2027')
    await plan({ successors: [heir], ...newYear })
    await reorganise(api.db, afterNewYear)
    const again = await api.session(operator.personId, operator.postId)
    const cell = { changeId: v7(), op: 'set', pointer: '/recipients/gepeng/due', value: '40', base: 0 }
    const saved = await must(again.call('PATCH', `/submissions/${left}/answers`, { changes: [cell] }))
    expect(saved.results[0].result).toBe('applied')
    expect((await must(again.call('GET', `/submissions/${beside}`))).office.id).toBe(office)
    expect((await must(again.call('GET', `/submissions/${draft}`))).office).toMatchObject({ name: 'Dinas Baru' })
    const mover = await api.as({ role: 'operator', offices: [heir] })
    expect((await must(mover.call('GET', '/obligations?year=2027&form=spm/triwulan'))).items).toHaveLength(4)
  })
})

describe('what the successor has already', () => {
  const row = { form: 'spm/triwulan', row: 'gepeng' }
  const years = async (officeId: string) =>
    (await api.db.prisma.rowAssignment.findMany({ where: { officeId, ...row }, orderBy: { fromYear: 'asc' } })).map(
      ({ fromYear, toYear }) => [fromYear, toYear],
    )

  it('is kept, and a row that it has for some of the years only is its own in the others too', async () => {
    const shared = { reason: 'ikk', note: '', shared: true }
    await must(admin.call('POST', '/assignments', { ...row, ...shared, office: other, fromYear: 2026, toYear: 2028 }))
    await plan({ successors: [other], ...newYear })
    await reorganise(api.db, afterNewYear)
    expect(await years(office)).toEqual([[2021, 2025]])
    expect(await years(other)).toEqual([
      [2026, 2028],
      [2029, null],
    ])
  })

  it('is switched on no earlier than the office itself was', async () => {
    await api.db.prisma.wave.updateMany({ data: { fromPeriod: '2028-TW1' } })
    await plan({ successors: [heir], ...newYear })
    await reorganise(api.db, afterNewYear)
    const waves = await api.db.prisma.wave.findMany({ where: { officeIds: { has: heir } } })
    expect(waves.map(({ fromPeriod }) => fromPeriod)).toEqual(['2028-TW1'])
  })

  it('is no office that another plan ends by that date', async () => {
    const early = { successors: [heir], date: '2026-12-15' }
    const merge = (from: string, body: object) => admin.call('POST', `/offices/${from}/reorganisation`, body)
    await must(merge(other, early))
    const late = await merge(office, { successors: [other], ...newYear })
    expect([late.statusCode, late.json().errors?.[0]?.pointer]).toEqual([422, '/successors/0'])
    await must(admin.call('DELETE', `/offices/${other}/reorganisation`))
    await must(merge(office, { successors: [other], ...newYear }))
    const before = await merge(other, early)
    expect([before.statusCode, before.json().errors?.[0]?.pointer]).toEqual([422, '/date'])
    expect((await merge(other, { ...early, successors: [other, heir] })).statusCode).toBe(201)
  })
})

describe('two offices that owe the same', () => {
  it('finish it each under its old name; what was not started is the successor’s already', async () => {
    const draft = await begin('sakip/indikator', '2026')
    const both = await owed(other, '2027')
    await plan({ successors: [other], ...newYear })
    await reorganise(api.db, afterNewYear)
    expect(await owner(draft)).toBe(office)
    expect(await owed(office, '2026')).toContain('sakip/perjanjian-kinerja 2026')
    expect(await owed(office, '2027')).toEqual([])
    expect(await owed(other, '2027')).toEqual(both)
  })

  it('each keep what the other has submitted already, also where it was not started', async () => {
    const second = await api.as({ role: 'operator', offices: [other] })
    const filed = await must(
      second.call('POST', '/submissions', { office: other, form: 'spm/triwulan', period: '2027-TW1' }),
    )
    await approve(second, await api.as({ role: 'verifier' }), filed.id)
    const rows = await rowsOf(office, 2027)
    await plan({ successors: [other], ...newYear })
    await reorganise(api.db, afterNewYear)
    expect((await owed(office, '2027')).filter(one => one.startsWith('spm/'))).toContain('spm/triwulan 2027-TW1')
    expect((await rowsOf(office, 2027)).filter(row => row.startsWith('spm/'))).toEqual(
      rows.filter(row => row.startsWith('spm/')),
    )
  })
})

describe('a part that was handed to an office', () => {
  const unitOf = async (parent: string): Promise<string> =>
    (await must(admin.call('POST', '/offices', { kind: 'unit', name: 'UPTD Panti', parent, from: '2026-01-01' }))).id
  const give = async (by: SignedIn, report: string, to: string): Promise<string> => {
    const part = { id: v7(), anchors: ['/recipients/gepeng'], office: to, dueAt: '2027-03-31T00:00:00Z' }
    await must(by.call('POST', `/submissions/${report}/contributions`, part))
    return part.id
  }
  const cell = { changeId: v7(), op: 'set', pointer: '/recipients/gepeng/due', value: '40', base: 0 }
  const isTakenBack = async (report: string, part: string) => {
    expect(await api.db.prisma.contribution.findUnique({ where: { id: part } })).toMatchObject({ status: 'taken-back' })
    expect(await api.events(`submission/${report}`)).toContainEqual(
      expect.objectContaining({
        type: 'contribution.taken-back',
        actor: `post:${admin.postId}`,
        data: expect.objectContaining({ contribution: part }),
      }),
    )
  }

  it('goes back to its report where that office is merged into the one whose report it is', async () => {
    const unit = await unitOf(office)
    const draft = await begin('spm/triwulan', '2027-TW1')
    const part = await give(operator, draft, unit)
    await plan({ successors: [office], ...newYear }, unit)
    await reorganise(api.db, afterNewYear)
    await isTakenBack(draft, part)
    const saved = await must(operator.call('PATCH', `/submissions/${draft}/answers`, { changes: [cell] }))
    expect(saved.results[0].result).toBe('applied')
  })

  it('goes back to its report where the report becomes that of the office that has the part', async () => {
    const unit = await unitOf(office)
    const draft = await begin('spm/triwulan', '2027-TW1')
    const part = await give(operator, draft, unit)
    await plan({ successors: [unit], ...newYear })
    await reorganise(api.db, afterNewYear)
    expect(await owner(draft)).toBe(unit)
    await isTakenBack(draft, part)
    const mover = await api.as({ role: 'operator', offices: [unit] })
    const saved = await must(mover.call('PATCH', `/submissions/${draft}/answers`, { changes: [cell] }))
    expect(saved.results[0].result).toBe('applied')
  })

  it('goes to the successor where the report is another’s', async () => {
    const [unit, sibling] = [await unitOf(office), await unitOf(office)]
    const draft = await begin('spm/triwulan', '2027-TW1')
    const part = await give(operator, draft, unit)
    await plan({ successors: [sibling], ...newYear }, unit)
    await reorganise(api.db, afterNewYear)
    const moved = await api.db.prisma.contribution.findUnique({ where: { id: part } })
    expect(moved).toMatchObject({ officeId: sibling, status: 'given' })
  })
})

describe('an office that is split', () => {
  it('goes on with what was not chosen for the new one, from today at once', async () => {
    const second = await buildPerson(api.db, { posts: [{ role: 'operator', offices: [office] }] })
    const today = new Date().toISOString().slice(0, 10)
    const choices = { 'row spm/triwulan gepeng': heir, [`post ${second.posts[0]!.id}`]: heir }
    const rows = await rowsOf(office, 2027)
    expect(await plan({ successors: [office, heir], date: today, choices })).toMatchObject({ status: 'done' })
    expect(await rowsOf(heir, 2027)).toEqual(['spm/triwulan gepeng'])
    expect(await rowsOf(office, 2027)).toEqual(rows.filter(row => row !== 'spm/triwulan gepeng'))
    const spm = (all: string[]) => all.filter(one => one.startsWith('spm/'))
    expect(spm(await owed(heir, '2027'))).toEqual(spm(await owed(office, '2027')))
    const posts = await api.db.prisma.post.findMany({
      where: { id: { in: [operator.postId, second.posts[0]!.id] } },
      orderBy: { createdAt: 'asc' },
    })
    expect(posts.map(({ officeIds }) => officeIds)).toEqual([[office], [office, heir]])
    expect((await must(admin.call('GET', `/offices/${office}`))).ended).toBe(false)
  })

  it('puts the units below under the first successor, and one that takes over in the place of the office', async () => {
    const unit = (
      await must(admin.call('POST', '/offices', { kind: 'bidang', name: 'Bidang', parent: office, from: '2026-01-01' }))
    ).id
    await plan({ successors: [heir, unit], ...newYear })
    await reorganise(api.db, afterNewYear)
    expect((await must(admin.call('GET', `/offices/${unit}`))).spans.map((s: { parent: string }) => s.parent)).toEqual([
      office,
      heir,
    ])
  })

  it('does not put a unit under one that is below it', async () => {
    const span = { kind: 'bidang', from: '2026-01-01' }
    const unit = (await must(admin.call('POST', '/offices', { ...span, name: 'Bidang', parent: office }))).id
    const below = (await must(admin.call('POST', '/offices', { ...span, name: 'Seksi', parent: unit }))).id
    const refused = await admin.call('POST', path(), { successors: [below], ...newYear })
    expect(refused.json().errors?.[0]?.pointer).toBe('/successors/0')
  })

  it('holds no other up where one cannot be carried out', async () => {
    await plan({ successors: [heir], ...newYear })
    const broken = (
      await must(admin.call('POST', '/offices', { kind: 'dinas', name: 'Dinas Hilang', from: '2026-01-01' }))
    ).id
    await must(admin.call('POST', `/offices/${broken}/reorganisation`, { successors: [other], date: '2026-12-31' }))
    await api.db.prisma.officeSpan.updateMany({ where: { officeId: broken }, data: { to: new Date('2026-06-30') } })
    await expect(reorganise(api.db, afterNewYear)).rejects.toThrow('is none on 2026-12-31')
    expect(await owed(office, '2027')).toEqual([])
  })
})
