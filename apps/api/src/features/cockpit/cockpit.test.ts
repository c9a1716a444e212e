import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { move, type Reporting, reporting } from '#testing/reporting.ts'
import { type Caller, type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { answerHandlers } from '../answers/routes.ts'
import { contributionHandlers } from '../contributions/routes.ts'
import { moveHandlers } from '../moves/routes.ts'
import { noteHandlers } from '../notes/routes.ts'
import { obligationPlanHandlers } from '../plan/obligations/routes.ts'
import { reopeningHandlers } from '../reopening/routes.ts'
import { submissionHandlers } from '../submissions/routes.ts'
import { cockpitHandlers } from './routes.ts'

const started = Date.now()
/** The days of this test, from its beginning; what is saved takes the database's own clock. */
const at = (days: number) => new Date(started + days * 86_400_000)
let day = at(0)
let api: TestApi
let plan: Reporting
let coordinator: SignedIn
let operator: SignedIn
let verifier: SignedIn

beforeAll(async () => {
  const handlers = [cockpitHandlers, submissionHandlers, answerHandlers, moveHandlers, contributionHandlers]
  const all = Object.assign({}, ...handlers, noteHandlers, obligationPlanHandlers, reopeningHandlers)
  api = await testApi(all, { now: () => day })
  plan = await reporting(api.db)
  coordinator = await api.as({ role: 'coordinator', reportTypes: ['spm'] })
  operator = await api.as(
    { role: 'operator', offices: [plan.dsp3a] },
    { name: 'Operator Dinsos', phone: '0812-0000 0001' },
  )
  await api.as({ role: 'head', offices: [plan.dsp3a] }, { name: 'Kepala Dinsos', phone: 'lihat papan' })
  await api.as({ role: 'operator', offices: [plan.dinkes], reportTypes: ['sakip'] }, { name: 'Operator SAKIP' })
  verifier = await api.as(
    { role: 'verifier', reportTypes: ['spm'] },
    { name: 'Verifikator SPM', phone: '+62 813 1111 2222' },
  )
  const due: Record<string, number> = { '2026-TW1': 20, '2026-TW2': 17, '2026-TW3': 400, '2026-TW4': 401 }
  for (const [period, days] of Object.entries(due))
    await api.db.prisma.obligation.updateMany({ where: { form: 'spm/triwulan', period }, data: { dueAt: at(days) } })
})
afterAll(() => api.close())

/** Days later, with everybody still signed in. */
const goOn = async (days: number) => {
  day = at(days)
  await api.db.prisma.session.updateMany({ data: { lastSeenAt: day, expiresAt: at(days + 7) } })
}
interface Line {
  id: string
  obligation: string
  office: { id: string }
  period: string
  reportType: string
  why: string
  since: string
  status: string
  reason: string | null
  claimedBy: string | null
  contacts: { name: string; role: string; phone: string | null; whatsapp: string | null }[]
}
interface Page {
  items: Line[]
  next: string | null
  total: { count: number; of: number; more: boolean } | null
}
const read = async (list: string, by: Caller = coordinator, query = ''): Promise<Page> => {
  const answer = await by.call('GET', `/cockpit/${list}${query}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const told = ({ items }: Page) =>
  items.map(({ office, period, why }) => [office.id === plan.dinkes ? 'dinkes' : 'dsp3a', period, why])
const begin = async (period: string): Promise<string> => {
  const made = await operator.call('POST', '/submissions', { office: plan.dsp3a, form: 'spm/triwulan', period })
  expect(made.statusCode, made.body).toBe(201)
  return made.json().id
}

describe('GET /cockpit/:list', () => {
  it('turns a stranger away, and every post but the coordinator', async () => {
    expect((await api.stranger.call('GET', '/cockpit/late')).statusCode).toBe(401)
    for (const role of ['operator', 'verifier', 'leader', 'auditor', 'admin'] as const)
      expect(
        (await (await api.as({ role, reportTypes: ['lkpj'] })).call('GET', '/cockpit/late')).statusCode,
        role,
      ).toBe(403)
  })

  it('refuses an unknown list, type and cursor', async () => {
    expect((await coordinator.call('GET', '/cockpit/soon')).statusCode).toBe(404)
    for (const path of ['/cockpit/late?reportType=apbd', '/cockpit/late?cursor=x', '/cockpit/late?office=dinkes'])
      expect((await coordinator.call('GET', path)).statusCode, path).toBe(422)
  })

  it('is empty while nothing is due', async () => {
    expect(await read('late')).toMatchObject({ items: [], next: null, total: { count: 0 } })
    expect(await read('waiting')).toEqual({ items: [], next: null, total: { count: 0, of: 0, more: false } })
  })

  it('finds what is stuck: not created before its due date, and a draft that does not change', async () => {
    await begin('2026-TW1')
    await goOn(6)
    expect(told(await read('stuck'))).toEqual([])
    await goOn(11)
    // TW II is due in six days and not created; TW I, due in nine, was last changed eleven days ago
    const found = told(await read('stuck'))
    expect(found.slice(0, 2).map(([, ...what]) => what)).toEqual([
      ['2026-TW2', 'not-begun'],
      ['2026-TW2', 'not-begun'],
    ])
    expect(found.slice(2)).toEqual([['dsp3a', '2026-TW1', 'idle']])
  })

  it('finds a draft whose parts were not done by their date', async () => {
    const third = await begin('2026-TW3')
    const person = await api.as({ role: 'operator', offices: [plan.dsp3a] }, { name: 'Bidang Sosial' })
    const part = { id: v7(), anchors: ['/recipients/gepeng'], person: person.personId, dueAt: at(12).toISOString() }
    const given = await operator.call('POST', `/submissions/${third}/contributions`, part)
    expect(given.statusCode, given.body).toBe(200)
    await goOn(13)
    const line = (await read('stuck')).items.find(({ period }) => period === '2026-TW3')
    expect(line).toMatchObject({ why: 'parts', since: at(12).toISOString() })
  })

  it('lists what is past due and not submitted, the longest first, of how many that may be submitted', async () => {
    await goOn(21)
    const page = await read('late')
    expect(told(page).map(([, period]) => period)).toEqual(['2026-TW2', '2026-TW2', '2026-TW1', '2026-TW1'])
    expect(page.total).toEqual({ count: 4, of: 8, more: false })
    expect(page.items[0]?.since).toBe(at(17).toISOString())
    expect(told(await read('stuck'))).toEqual([['dsp3a', '2026-TW3', 'parts']])
  })

  it('names who files for the office, with a number that can be called', async () => {
    const { items } = await read('late', coordinator, `?office=${plan.dsp3a}`)
    expect(items.map(({ office }) => office.id)).toEqual([plan.dsp3a, plan.dsp3a])
    expect(items[0]?.contacts).toContainEqual(
      expect.objectContaining({
        name: 'Operator Dinsos',
        role: 'operator',
        phone: '0812-0000 0001',
        whatsapp: '6281200000001',
      }),
    )
    expect(items[0]?.contacts.at(-1)).toMatchObject({ name: 'Kepala Dinsos', role: 'head', whatsapp: null })
    // who files SAKIP alone is not called about SPM
    const other = await read('late', coordinator, `?office=${plan.dinkes}&reportType=spm`)
    expect(other.items.flatMap(({ contacts }) => contacts)).toEqual([])
  })

  it('names those whom a reminder tells, however many have other report types', async () => {
    // nine of SAKIP come first by name, and the office has no operator of SPM of its own
    for (const n of [1, 2, 3, 4, 5, 6, 7, 8, 9])
      await api.as({ role: 'operator', offices: [plan.dinkes], reportTypes: ['sakip'] }, { name: `A${n} SAKIP` })
    const names = async () => {
      const { items } = await read('late', coordinator, `?office=${plan.dinkes}&reportType=spm`)
      return (items as (Line & { moreContacts: number })[]).map(line => [
        line.contacts.map(({ name }) => name),
        line.moreContacts,
      ])[0]
    }
    expect(await names()).toEqual([[], 0])
    const one: Parameters<typeof api.as>[0] = { role: 'operator', reportTypes: ['spm'] }
    const region = await api.as(one, { name: 'Operator daerah' })
    expect(await names()).toEqual([['Operator daerah'], 0])
    const mates: SignedIn[] = []
    for (const n of [1, 2, 3, 4, 5, 6, 7, 8])
      mates.push(
        await api.as({ role: 'operator', reportTypes: ['spm'], offices: [plan.dinkes] }, { name: `Z${n} SPM` }),
      )
    expect(await names()).toEqual([['Z1 SPM', 'Z2 SPM', 'Z3 SPM', 'Z4 SPM', 'Z5 SPM', 'Z6 SPM'], 2])
    const ended = { personId: { in: [...mates, region].map(({ personId }) => personId) } }
    await api.db.prisma.post.updateMany({ where: ended, data: { to: new Date('2020-01-01') } })
  })

  it('is cut to the report types and offices of the post', async () => {
    const sakip = await api.as({ role: 'coordinator', reportTypes: ['sakip'] })
    expect((await read('late', sakip)).items.filter(({ reportType }) => reportType !== 'sakip')).toEqual([])
    const below = await api.as({ role: 'coordinator', offices: [plan.dinkes] })
    expect(new Set((await read('late', below, '?reportType=spm')).items.map(({ office }) => office.id))).toEqual(
      new Set([plan.dinkes]),
    )
    expect((await read('late', below, `?office=${plan.dsp3a}`)).items).toEqual([])
  })

  it('an extended report is late no more', async () => {
    const [line] = (await read('late')).items
    const body = { dueAt: at(60).toISOString(), reason: 'Banjir.' }
    expect((await coordinator.call('POST', `/obligations/${line?.obligation}/extension`, body)).statusCode).toBe(200)
    expect((await read('late')).items.map(({ id }) => id)).not.toContain(line?.id)
  })

  it('lists what waits for the region with whom it waits for, and requests to open a report again', async () => {
    const id = (await read('late', coordinator, `?office=${plan.dsp3a}`)).items.find(
      ({ period }) => period === '2026-TW1',
    )!.obligation
    await move(operator, id, 'submit')
    const free = (await read('waiting')).items
    expect(free).toMatchObject([{ why: 'unclaimed', claimedBy: null, since: day.toISOString() }])
    expect(free[0]?.contacts).toContainEqual(
      expect.objectContaining({ name: 'Verifikator SPM', whatsapp: '6281311112222' }),
    )
    await move(verifier, id, 'claim')
    const wish = { id: v7(), reason: 'Angka gepeng keliru.', changes: [] }
    const asked = await operator.call('POST', `/submissions/${id}/reopen-requests`, wish)
    expect(asked.statusCode, asked.body).toBe(200)
    const page = await read('waiting')
    // one line, with who has it and what its office asks
    expect(page.items).toMatchObject([
      {
        id,
        why: 'in-hand',
        reason: wish.reason,
        claimedBy: 'Verifikator SPM',
        contacts: [{ name: 'Verifikator SPM' }],
      },
    ])
    expect(page.total).toEqual({ count: 1, of: 1, more: false })
    const status = (to: string) => api.db.prisma.submission.update({ where: { id }, data: { status: to } })
    await status('approved')
    expect((await read('waiting')).items).toMatchObject([
      { id: wish.id, why: 'asked', reason: wish.reason, contacts: [] },
    ])
    await status('in-review')
    expect((await read('waiting', coordinator, `?office=${plan.dinkes}`)).items).toEqual([])
  })

  it('a returned report that is not answered by its date is stuck', async () => {
    const [{ obligation: id }] = (await read('waiting')).items as [Line]
    const note = { id: v7(), anchor: '/recipients/gepeng/due', text: 'Belum cocok.' }
    expect((await verifier.call('POST', `/submissions/${id}/notes`, note)).statusCode).toBe(201)
    await move(verifier, id, 'return', { dueAt: at(24).toISOString() })
    await goOn(25)
    expect((await read('stuck')).items.find(line => line.id === id)).toMatchObject({
      why: 'returned',
      since: at(24).toISOString(),
      dueAt: at(24).toISOString(),
    })
    // past due, answered in time and waiting for its signature: not late, since it was received once
    const put = (data: object) => api.db.prisma.submission.update({ where: { id }, data })
    await put({ status: 'signing', statusAt: at(24.5), returnDueAt: at(30) })
    const late = (await read('late')).items
    expect(late.map(line => line.id)).not.toContain(id)
    expect((await read('late')).total?.count).toBe(late.length)
    expect((await read('stuck')).items.map(line => line.id)).not.toContain(id)
    await put({ statusAt: at(20) })
    expect((await read('stuck')).items.find(line => line.id === id)).toMatchObject({ why: 'signing' })
    await put({ returnDueAt: at(24) })
    expect((await read('stuck')).items.find(line => line.id === id)).toMatchObject({ why: 'returned' })
    await put({ status: 'returned' })
  })

  it('says where the period takes a report no longer', async () => {
    const [before] = (await read('late')).items as (Line & { closed: string | null })[]
    expect(before?.closed).toBeNull()
    const which = { form: 'spm/triwulan', key: before!.period }
    const { opensAt, dueAt, closesAt } = await api.db.prisma.period.findFirstOrThrow({ where: which })
    const closed = { opensAt: at(-60), dueAt: at(22), closesAt: at(23) }
    await api.db.prisma.period.updateMany({ where: which, data: closed })
    const [after] = (await read('late')).items as (Line & { closed: string | null })[]
    expect(after).toMatchObject({ id: before!.id, closed: at(23).toISOString() })
    await api.db.prisma.period.updateMany({ where: which, data: { opensAt, dueAt, closesAt } })
  })

  it('what was late, withdrawn and extended is late again after its own date', async () => {
    const [{ obligation: id, period }] = (await read('stuck')).items.filter(({ why }) => why === 'returned') as [Line]
    const put = (data: object) => api.db.prisma.submission.update({ where: { id }, data })
    const late = async () => (await read('late')).items.find(line => line.id === id)
    await api.db.prisma.obligation.update({ where: { id }, data: { extendedTo: null, dueAt: at(20) } })
    await put({ status: 'draft', returnDueAt: null, dueAt: at(20) })
    const { count } = (await read('late')).total!
    expect(await late(), period).toMatchObject({ why: 'late', since: at(20).toISOString() })
    const body = { dueAt: at(26).toISOString(), reason: 'Banjir.' }
    const extended = await coordinator.call('POST', `/obligations/${id}/extension`, body)
    expect(extended.json()).toEqual({ id, dueAt: body.dueAt, moved: 'answer' })
    expect(await late()).toBeUndefined()
    expect((await read('late')).total?.count).toBe(count - 1)
    await goOn(27)
    expect(await late()).toMatchObject({ why: 'late', since: body.dueAt, dueAt: body.dueAt })
    await goOn(25)
    await put({ status: 'returned', returnDueAt: at(24) })
  })

  it('goes on after a page', async () => {
    // all of one instant: the id tells them apart
    await api.db.prisma.obligation.updateMany({
      where: { form: { startsWith: 'spm/' } },
      data: { dueAt: at(22), extendedTo: null },
    })
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: Page = await read('late', coordinator, cursor && `?cursor=${cursor}`)
      seen.push(...page.items.map(({ id }) => id))
      if (cursor !== '') expect(page.total).toBeNull()
      cursor = page.next
    }
    expect(new Set(seen).size).toBe(seen.length)
  })
})

describe('GET /offices/:id/reporting', () => {
  const address = (office: string) => `/offices/${office}/reporting`

  it('turns a stranger away, an admin, and who does not read reports of that office', async () => {
    expect((await api.stranger.call('GET', address(plan.dsp3a))).statusCode).toBe(401)
    const admin = await api.as({ role: 'admin' })
    expect((await admin.call('GET', address(plan.dsp3a))).statusCode).toBe(403)
    const other = await api.as({ role: 'operator', offices: [plan.dinkes] })
    expect((await other.call('GET', address(plan.dsp3a))).statusCode).toBe(404)
    expect((await coordinator.call('GET', address(v7()))).statusCode).toBe(404)
    expect((await coordinator.call('GET', address('dinkes'))).statusCode).toBe(404)
  })

  it('shows telephone numbers to the coordinator alone', async () => {
    const of = async (by: Caller) => (await by.call('GET', address(plan.dsp3a))).json()
    const told = await of(coordinator)
    expect(told.phones).toBe(true)
    expect(told.contacts).toContainEqual(
      expect.objectContaining({ name: 'Operator Dinsos', whatsapp: '6281200000001' }),
    )
    for (const by of [await api.as({ role: 'operator', offices: [plan.dsp3a] }), await api.as({ role: 'leader' })]) {
      const answer = await by.call('GET', address(plan.dsp3a))
      expect(answer.json().phones).toBe(false)
      expect(answer.body).toContain('Operator Dinsos')
      expect(answer.body).not.toContain('0812-0000')
    }
  })

  it('shows numbers of posts for the report types of the coordinator alone', async () => {
    const offices = [plan.dsp3a]
    await api.as(
      { role: 'operator', offices, reportTypes: ['sakip'] },
      { name: 'Hanya SAKIP', phone: '0811-7777 0001' },
    )
    await api.as(
      { role: 'operator', offices, reportTypes: ['sakip', 'spm'] },
      { name: 'SAKIP dan SPM', phone: '0811-7777 0002' },
    )
    const of = async (by: Caller) => {
      const { contacts } = (await by.call('GET', address(plan.dsp3a))).json() as Pick<Line, 'contacts'>
      return contacts.filter(({ name }) => name.includes('SAKIP')).map(({ phone, whatsapp }) => [phone, whatsapp])
    }
    const both = ['0811-7777 0002', '6281177770002']
    expect(await of(coordinator)).toEqual([[null, null], both])
    expect(await of(await api.as({ role: 'coordinator' }))).toEqual([['0811-7777 0001', '6281177770001'], both])
  })

  it('says how punctual it was, of the report types in reach', async () => {
    const { punctuality } = (await coordinator.call('GET', address(plan.dsp3a))).json()
    // TW I was submitted; all four are past due since the page before
    expect(punctuality).toEqual([
      expect.objectContaining({ reportType: 'spm', year: 2026, judged: 4, missing: 3, inTime: 0, late: 1 }),
    ])
    expect(punctuality[0].medianDays).toBeCloseTo(1, 3)
  })
})
