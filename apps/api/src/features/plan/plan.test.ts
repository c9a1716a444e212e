import { officeId } from '@sepakat/db/builders/index.ts'
import type { ReportType } from '@sepakat/rules'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { submissionHandlers } from '../submissions/routes.ts'
import { planHandlers } from './routes.ts'

let api: TestApi
let coordinator: SignedIn
let operator: SignedIn
let health: string
let social: string
const someone = '019b0000-0000-7000-8000-000000000000'

beforeAll(async () => {
  api = await testApi({ ...planHandlers, ...submissionHandlers })
  health = await officeId(api.db, 'dinkes')
  social = await officeId(api.db, 'dsp3a')
  coordinator = await api.as({ role: 'coordinator' })
  operator = await api.as({ role: 'operator', offices: [health] })
})
afterAll(() => api.close())

const period = (over: object = {}) => ({
  form: 'spm/triwulan',
  key: '2027-TW1',
  opensAt: '2027-01-01T00:00:00+08:00',
  dueAt: '2027-04-20T23:59:00+08:00',
  closesAt: '2027-04-30T23:59:00+08:00',
  ...over,
})
const lastEvent = async () => (await api.events('rights')).at(-1)

describe('GET /periods', () => {
  it('turns a stranger away', async () => {
    expect((await api.stranger.call('GET', '/periods')).statusCode).toBe(401)
  })
  it('refuses a year that is none', async () => {
    expect((await operator.call('GET', '/periods?year=abc')).statusCode).toBe(422)
  })
})

describe('PUT /periods', () => {
  it('turns a stranger and an operator away', async () => {
    expect((await api.stranger.call('PUT', '/periods', { periods: [period()] })).statusCode).toBe(401)
    expect((await operator.call('PUT', '/periods', { periods: [period()] })).statusCode).toBe(403)
  })
  it.each([
    [{ dueAt: '2028-01-01T00:00:00+08:00' }, '/periods/0/dueAt'],
    [{ key: '2027' }, '/periods/0/key'],
    [{ key: '2027-TW5' }, '/periods/0/key'],
    [{ form: 'spm/tidak-ada' }, '/periods/0/form'],
    [{ opensAt: '0000-01-01T00:00:00+14:00' }, '/periods/0/opensAt'],
  ])('names the wrong field of %j', async (over, pointer) => {
    const answer = await coordinator.call('PUT', '/periods', { periods: [period(over)] })
    expect(answer.statusCode).toBe(422)
    expect(answer.json().errors[0].pointer).toBe(pointer)
  })
  it('compares instants, not their texts', async () => {
    const zones = {
      opensAt: '2027-01-01T08:00:00+08:00',
      dueAt: '2027-01-01T00:30:00Z',
      closesAt: '2027-01-01T09:00:00+08:00',
    }
    expect(
      (await coordinator.call('PUT', '/periods', { periods: [period({ key: '2027-TW4', ...zones })] })).statusCode,
    ).toBe(200)
  })
  it('makes periods and a practice one, and says so in history', async () => {
    const periods = [period(), period({ key: '2027-TW1-latihan' })]
    const answer = await coordinator.call('PUT', '/periods', { periods })
    expect(answer.statusCode).toBe(200)
    expect(answer.json().items.map((p: { title: string; practice: boolean }) => [p.title, p.practice])).toEqual([
      ['Triwulan I 2027', false],
      ['Triwulan I 2027 (latihan)', true],
    ])
    expect(await lastEvent()).toMatchObject({ type: 'period.changed', actor: `post:${coordinator.postId}` })
    const listed = await operator.call('GET', '/periods?year=2027&form=spm/triwulan')
    expect(listed.json().items.map((p: { key: string }) => p.key)).toEqual(['2027-TW1', '2027-TW1-latihan', '2027-TW4'])
  })
})

describe('waves', () => {
  const wave = (over: object = {}) => ({
    name: 'Gelombang 1',
    fromPeriod: '2027-TW1',
    offices: [health],
    reportTypes: ['spm', 'sakip'],
    ...over,
  })
  it('are for those who plan', async () => {
    expect((await api.stranger.call('GET', '/waves')).statusCode).toBe(401)
    expect((await operator.call('GET', '/waves')).statusCode).toBe(403)
    expect((await operator.call('POST', '/waves', wave())).statusCode).toBe(403)
  })
  it('names unknown offices', async () => {
    const answer = await coordinator.call('POST', '/waves', wave({ offices: [health, someone] }))
    expect(answer.json().errors).toEqual([expect.objectContaining({ pointer: '/offices/1' })])
  })
  it('are added, changed and removed, each with its event', async () => {
    const added = await coordinator.call('POST', '/waves', wave())
    expect(added.statusCode).toBe(201)
    const { id } = added.json()
    const changed = await coordinator.call('PUT', `/waves/${id}`, wave({ offices: [health, social] }))
    expect(changed.json().offices).toHaveLength(2)
    expect((await coordinator.call('PUT', `/waves/${someone}`, wave())).statusCode).toBe(404)
    const second = (await coordinator.call('POST', '/waves', wave({ name: 'Salah' }))).json().id
    expect((await coordinator.call('DELETE', `/waves/${second}`)).statusCode).toBe(204)
    expect((await coordinator.call('DELETE', `/waves/${second}`)).statusCode).toBe(404)
    expect(await lastEvent()).toMatchObject({ type: 'wave.changed', data: { wave: second, removed: true } })
  })
})

describe('assignments', () => {
  const list = async (query: string) => (await coordinator.call('GET', `/assignments?year=2027&${query}`)).json()
  it('are for those who plan', async () => {
    expect((await api.stranger.call('GET', '/assignments?year=2027')).statusCode).toBe(401)
    expect((await operator.call('GET', '/assignments?year=2027')).statusCode).toBe(403)
    expect((await operator.call('POST', '/assignments', {})).statusCode).toBe(403)
  })
  it('own each of the 29 services once, and say which IKK does not apply', async () => {
    const spm = await list('form=spm/triwulan&limit=200')
    expect(spm.items).toHaveLength(29)
    expect(new Set(spm.items.map((a: { state: string }) => a.state))).toEqual(new Set(['owned']))
    const none = await list('form=lppd/tahunan&state=not-applicable')
    expect(none.items).toHaveLength(1)
    expect(none.items[0].reason).toContain('panas bumi')
  })
  it('are paged without leaving one out', async () => {
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { items: { row: string }[]; next: string | null } = await list(
        `form=spm/triwulan&limit=10${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
      )
      seen.push(...page.items.map(i => i.row))
      cursor = page.next
    }
    expect(new Set(seen).size).toBe(29)
  })
  it('name the wrong field', async () => {
    const base = { form: 'spm/triwulan', row: 'ibu-hamil', office: health, fromYear: 2028 }
    const pointerOf = async (over: object) =>
      (await coordinator.call('POST', '/assignments', { ...base, ...over })).json().errors[0].pointer
    expect(await pointerOf({ office: someone })).toBe('/office')
    expect(await pointerOf({ row: 'tidak-ada' })).toBe('/row')
    expect(await pointerOf({ office: null })).toBe('/reason')
    expect(await pointerOf({ toYear: 2020 })).toBe('/toYear')
  })
  it('move a row to another office for some years and give it back after', async () => {
    const moved = await coordinator.call('POST', '/assignments', {
      form: 'spm/triwulan',
      row: 'ibu-hamil',
      office: social,
      fromYear: 2028,
      toYear: 2029,
      note: 'uji',
    })
    expect(moved.json()).toMatchObject({ state: 'owned', office: { id: social } })
    const ownerIn = async (year: number) =>
      (await coordinator.call('GET', `/assignments?year=${year}&form=spm/triwulan&q=ibu hamil`))
        .json()
        .items.map((a: { office: { id: string } }) => a.office.id)
    expect([await ownerIn(2027), await ownerIn(2028), await ownerIn(2029), await ownerIn(2030)]).toEqual([
      [health],
      [social],
      [social],
      [health],
    ])
    expect(await lastEvent()).toMatchObject({ type: 'assignment.changed', data: { row: 'ibu-hamil' } })
  })
  it('leave nothing behind the last year that can be asked for', async () => {
    const last = { form: 'spm/triwulan', row: 'ibu-bersalin', office: social, fromYear: 2099, toYear: 2100 }
    expect((await coordinator.call('POST', '/assignments', last)).statusCode).toBe(200)
    expect(await api.db.prisma.rowAssignment.count({ where: { fromYear: { gt: 2100 } } })).toBe(0)
  })
  it('are double only where not shared', async () => {
    const shared = { form: 'spm/triwulan', row: 'balita', office: social, fromYear: 2027, shared: true }
    expect((await coordinator.call('POST', '/assignments', shared)).json().state).toBe('shared')
    expect((await list('form=spm/triwulan&state=shared')).items).toHaveLength(2)
  })
  it('end with a year', async () => {
    const line = (await list('form=spm/triwulan&q=bersalin')).items[0]
    expect((await coordinator.call('POST', `/assignments/${line.id}/end`, { toYear: 2027 })).json()).toMatchObject({
      toYear: 2027,
    })
    expect((await coordinator.call('POST', `/assignments/${someone}/end`, { toYear: 2027 })).statusCode).toBe(404)
    expect(
      (await coordinator.call('GET', '/assignments?year=2028&form=spm/triwulan&state=unowned')).json().items,
    ).toHaveLength(1)
  })
  it('are missed of a form that no office files, and where the office is no more', async () => {
    const of2036 = async (form: string): Promise<{ id: string; row: string; state: string }[]> =>
      (await coordinator.call('GET', `/assignments?year=2036&form=${form}&limit=100`)).json().items
    const [budget] = await of2036('lkpj/apbd')
    await coordinator.call('POST', `/assignments/${budget!.id}/end`, { toYear: 2035 })
    expect(await of2036('lkpj/apbd')).toMatchObject([{ id: null, row: '*', state: 'unowned', office: null }])
    const closed = { officeId: health, to: null }
    await api.db.prisma.officeSpan.updateMany({ where: closed, data: { to: new Date('2035-06-30') } })
    const services = await of2036('spm/triwulan')
    expect(services.filter(({ state }) => state === 'unowned').length).toBeGreaterThan(5)
    await api.db.prisma.officeSpan.updateMany({ where: { officeId: health }, data: { to: null } })
  })
  it('are missed row by row in a year that has none at all', async () => {
    const of2040 = 'GET /assignments?year=2040&form=spm/triwulan&limit=100'.split(' ') as ['GET', string]
    const lines: { id: string | null }[] = (await coordinator.call(...of2040)).json().items
    for (const { id } of lines.filter(line => line.id !== null))
      await coordinator.call('POST', `/assignments/${id}/end`, { toYear: 2039 })
    const left: { row: string; state: string }[] = (await coordinator.call(...of2040)).json().items
    expect([left.length, new Set(left.map(({ state }) => state))]).toEqual([29, new Set(['unowned'])])
  })
})

describe('obligations of a year', () => {
  it('are for those who plan', async () => {
    expect((await api.stranger.call('POST', '/obligations', { year: 2027 })).statusCode).toBe(401)
    expect((await operator.call('POST', '/obligations/preview', { year: 2027 })).statusCode).toBe(403)
    expect((await coordinator.call('POST', '/obligations', { year: 'x' })).statusCode).toBe(422)
  })
  it('are shown before they are made, made once, and never changed', async () => {
    const preview = (await coordinator.call('POST', '/obligations/preview', { year: 2027 })).json()
    expect(preview.added).toBe(6)
    const outside: { id: string; name: string; reportTypes: string[] }[] = preview.outside
    expect(outside.length).toBeGreaterThan(0)
    expect(outside.filter(({ name, reportTypes }) => name === '' || reportTypes.length === 0)).toEqual([])
    const inWave = preview.items.map((item: { office: { id: string } }) => item.office.id)
    const again = outside.filter(({ id }) => inWave.includes(id)).flatMap(({ reportTypes }) => reportTypes)
    const asked = preview.items.map((item: { form: string }) => item.form.split('/')[0])
    expect(again.filter(type => asked.includes(type))).toEqual([])
    expect(
      preview.items
        .filter((o: { office: { id: string } }) => o.office.id === health)
        .map((o: { rows: number }) => o.rows),
    ).toEqual([12, 12, 12])
    expect((await coordinator.call('POST', '/obligations', { year: 2027 })).json()).toEqual({ added: 6, existing: 0 })
    expect(await lastEvent()).toMatchObject({ type: 'obligations.generated', data: { year: 2027, added: 6 } })
    expect((await coordinator.call('POST', '/obligations', { year: 2027 })).json()).toEqual({ added: 0, existing: 6 })
    const practice = await api.db.prisma.obligation.findMany({ where: { practice: true } })
    expect(practice.map(o => o.period)).toEqual(['2027-TW1-latihan', '2027-TW1-latihan'])
  })
  it('follow a period whose due date moves, unless they were moved themselves', async () => {
    const [own, other] = await api.db.prisma.obligation.findMany({
      where: { period: '2027-TW1' },
      orderBy: { id: 'asc' },
    })
    const until = '2030-06-01T00:00:00.000Z'
    const extended = await coordinator.call('POST', `/obligations/${own!.id}/extension`, {
      dueAt: until,
      reason: 'Banjir',
    })
    expect(extended.json()).toEqual({ id: own!.id, dueAt: until, moved: 'report' })
    expect((await api.events(`submission/${own!.id}`)).at(-1)).toMatchObject({
      type: 'submission.extended',
      data: { reason: 'Banjir', to: until },
    })
    const { items } = (await coordinator.call('POST', '/obligations/preview', { year: 2027 })).json()
    expect(items.filter((o: { extended: boolean }) => o.extended)).toMatchObject([
      { obligation: own!.id, dueAt: until, state: 'exists' },
    ])
    await coordinator.call('PUT', '/periods', { periods: [period({ dueAt: '2027-04-25T23:59:00+08:00' })] })
    const after = await api.db.prisma.obligation.findUniqueOrThrow({ where: { id: other!.id } })
    expect(after.dueAt.toISOString()).toBe('2027-04-25T15:59:00.000Z')
  })
  it('are extended with a reason, to a later day, within reach', async () => {
    const [own] = await api.db.prisma.obligation.findMany({ where: { period: '2027-TW1', officeId: health } })
    const call = (body: object, who = coordinator) => who.call('POST', `/obligations/${own!.id}/extension`, body)
    expect((await call({ dueAt: '2030-01-01T00:00:00Z' })).statusCode).toBe(422)
    expect((await call({ dueAt: '2020-01-01T00:00:00Z', reason: 'x' })).json().errors[0].pointer).toBe('/dueAt')
    // Lists go on after a due date: one of five digits would end them.
    expect((await call({ dueAt: '9999-12-31T23:59:59-14:00', reason: 'x' })).json().errors?.[0].pointer).toBe('/dueAt')
    const elsewhere = await api.as({ role: 'coordinator', reportTypes: ['sakip'] })
    expect((await call({ dueAt: '2030-01-01T00:00:00Z', reason: 'x' }, elsewhere)).statusCode).toBe(404)
    const unit = await api.as({ role: 'coordinator', offices: [social] })
    expect((await call({ dueAt: '2030-01-01T00:00:00Z', reason: 'x' }, unit)).statusCode).toBe(404)
  })
  it('are extended by a program as far as it may run the plan: with the report types of the oldest post', async () => {
    const [own] = await api.db.prisma.obligation.findMany({ where: { period: '2027-TW1', officeId: health } })
    const extendedWith = async (...types: ReportType[]) => {
      const posts = types.map(type => ({ role: 'coordinator' as const, reportTypes: [type] }))
      const { personId: owner } = await api.as(posts)
      const { call } = await api.withKey({ owner, scopes: ['plan.manage'] })
      const body = { dueAt: '2030-06-01T00:00:00Z', reason: 'x' }
      return (await call('POST', `/obligations/${own!.id}/extension`, body)).statusCode
    }
    expect([await extendedWith('spm', 'sakip'), await extendedWith('sakip', 'spm')]).toEqual([200, 404])
  })
})

describe('what was not started', () => {
  const owed = (over: object) =>
    api.db.prisma.obligation.findFirstOrThrow({ where: { form: 'spm/triwulan', officeId: social, ...over } })
  const year = async () => (await coordinator.call('POST', '/obligations/preview', { year: 2027 })).json()

  it('is removed by those who plan for the region, of their report types', async () => {
    const { id } = await owed({ period: '2027-TW4' })
    const path = `/obligations/${id}`
    expect((await api.stranger.call('DELETE', path)).statusCode).toBe(401)
    expect((await operator.call('DELETE', path)).statusCode).toBe(403)
    const sakip = await api.as({ role: 'coordinator', reportTypes: ['sakip'] })
    expect((await sakip.call('DELETE', path)).statusCode).toBe(403)
    expect((await sakip.call('DELETE', '/periods/spm/triwulan/2027-TW4')).statusCode).toBe(403)
    expect((await coordinator.call('DELETE', `/obligations/${someone}`)).statusCode).toBe(404)
    expect((await coordinator.call('DELETE', '/periods/spm/triwulan/2040-TW4')).statusCode).toBe(404)
    expect((await year()).existing).toBe(6)
  })

  it('goes as an obligation first and as a period then, each with its event', async () => {
    const used = await coordinator.call('DELETE', '/periods/spm/triwulan/2027-TW4')
    expect([used.statusCode, used.json().code]).toEqual([409, 'in-use'])
    for (const office of [health, social]) {
      const { id } = await owed({ officeId: office, period: '2027-TW4' })
      expect((await coordinator.call('DELETE', `/obligations/${id}`)).statusCode).toBe(204)
      expect(await lastEvent()).toEqual({
        type: 'obligation.removed',
        actor: `post:${coordinator.postId}`,
        data: { obligation: id, office, form: 'spm/triwulan', period: '2027-TW4' },
      })
    }
    expect(await year()).toMatchObject({ added: 2, existing: 4 })
    expect((await coordinator.call('DELETE', '/periods/spm/triwulan/2027-TW4')).statusCode).toBe(204)
    expect(await lastEvent()).toMatchObject({
      type: 'period.changed',
      data: { form: 'spm/triwulan', key: '2027-TW4', removed: true },
    })
    expect(await year()).toMatchObject({ added: 0, existing: 4 })
  })

  it('stays once it is started, also where both come at once', async () => {
    const filer = await api.as({ role: 'operator', offices: [social] })
    await coordinator.call('PUT', '/periods', {
      periods: [period({ key: '2027-TW1-latihan', opensAt: '2020-01-01T00:00:00Z', closesAt: '2199-01-01T00:00:00Z' })],
    })
    const { id } = await owed({ period: '2027-TW1-latihan' })
    const [made, removed] = await Promise.all([
      filer.call('POST', '/submissions', { obligation: id }),
      coordinator.call('DELETE', `/obligations/${id}`),
    ])
    const left = await api.db.prisma.obligation.count({ where: { id } })
    expect([made.statusCode, removed.statusCode, left]).toEqual(made.statusCode === 201 ? [201, 409, 1] : [404, 204, 0])
    const other = await api.db.prisma.obligation.findFirstOrThrow({
      where: { period: '2027-TW1-latihan', officeId: health },
    })
    expect((await operator.call('POST', '/submissions', { obligation: other.id })).statusCode).toBe(201)
    const refused = await coordinator.call('DELETE', `/obligations/${other.id}`)
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'in-use'])
    const { items } = await year()
    expect(items.find((o: { obligation: string }) => o.obligation === other.id).begun).toBe(true)
  })
})

describe('an office that comes to be', () => {
  it('owes nothing for what was over before', async () => {
    const office = '019b0000-0000-7000-8000-000000000001'
    await api.db.prisma.office.create({
      data: {
        id: office,
        kind: 'dinas',
        confidence: 'verified',
        spans: { create: [{ name: 'Dinas Baru', from: new Date('2033-06-01') }] },
      },
    })
    const keys = ['2033-TW1', '2033-TW2', '2033-TW3']
    const instants = {
      opensAt: '2033-01-01T00:00:00Z',
      dueAt: '2033-12-01T00:00:00Z',
      closesAt: '2033-12-31T00:00:00Z',
    }
    await coordinator.call('PUT', '/periods', { periods: keys.map(key => period({ key, ...instants })) })
    await coordinator.call('POST', '/assignments', {
      form: 'spm/triwulan',
      row: 'lansia-telantar',
      office,
      fromYear: 2033,
    })
    const wave = { name: 'Baru', fromPeriod: '2033-TW1', offices: [office], reportTypes: ['spm'] }
    await coordinator.call('POST', '/waves', wave)
    const { items } = (await coordinator.call('POST', '/obligations/preview', { year: 2033 })).json()
    const own = items.filter((o: { office: { id: string } }) => o.office.id === office)
    expect(own.map((o: { period: string; office: { name: string } }) => [o.period, o.office.name])).toEqual([
      ['2033-TW2', 'Dinas Baru'],
      ['2033-TW3', 'Dinas Baru'],
    ])
  })
})
