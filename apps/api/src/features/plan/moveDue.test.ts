import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Filing, filing } from '#testing/filing.ts'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'

let api: TestApi
let team: Filing
let planner: SignedIn
const dayMs = 86_400_000
const key = '2026-TW2'
/** The report that is submitted, one that is started, and the same of another office that is not. */
let filed: string
const soon = new Date(Date.now() + 30 * dayMs)
const past = new Date(Date.now() - 10 * dayMs)

beforeAll(async () => {
  api = await testApi()
  team = await filing(api)
  planner = await api.as({ role: 'coordinator' })
  filed = await team.begin(key)
  await team.set(filed, { '/recipients/gepeng/due': '40' })
  await api.db.prisma.revision.create({ data: await frozen(filed) })
  await api.db.prisma.submission.update({
    where: { id: filed },
    data: { status: 'submitted', submittedAt: new Date(), latestRevision: 1 },
  })
})
afterAll(() => api.close())

const frozen = async (submissionId: string) => {
  const { id: ruleSetId } = await api.db.prisma.ruleSet.findFirstOrThrow()
  const about = { submissionId, n: 1, ruleSetId, receipt: `R-${submissionId}`, by: 'system', at: new Date() }
  return { ...about, body: {}, sha256: 'a'.repeat(64), lastChange: 1 }
}
const period = (dueAt: Date) => ({
  form: 'spm/triwulan',
  key,
  opensAt: new Date(Date.now() - 60 * dayMs).toISOString(),
  dueAt: dueAt.toISOString(),
  closesAt: new Date(Date.now() + 90 * dayMs).toISOString(),
})
const put = (dueAt: Date, more: object = {}, by = planner) =>
  by.call('PUT', '/periods', { periods: [period(dueAt)], ...more })
const preview = async (dueAt: Date) =>
  (await planner.call('POST', '/periods/preview', { periods: [period(dueAt)] })).json()
/** What each place says of the lateness of a report. */
const lateness = async (id: string) => {
  const ofOffice = `office=${team.office}&form=spm/triwulan&period=${key}`
  const [owed, listed, one, all] = await Promise.all([
    planner.call('GET', `/obligations?${ofOffice}`),
    planner.call('GET', `/submissions?${ofOffice}`),
    planner.call('GET', `/submissions/${id}`),
    planner.call('GET', '/overview?year=2026'),
  ])
  const cell = all
    .json()
    .cells.find(
      (c: { office: { id: string }; form: string; period: string }) =>
        c.office.id === team.office && c.form === 'spm/triwulan' && c.period === key,
    )
  return [owed.json().items[0].late, listed.json().items[0].late, one.json().late, cell.late]
}
const dueEvents = async (id: string) =>
  (await api.events(`submission/${id}`)).filter(({ type }) => type === 'submission.due-moved')

describe('a deadline that is moved', () => {
  it('into the past is refused without a reason where it makes reports late', async () => {
    const refused = await put(past)
    expect([refused.statusCode, refused.json().errors?.[0]?.pointer]).toEqual([422, '/reason'])
    expect((await put(past, { reason: '  ' })).statusCode).toBe(422)
  })

  it('is shown before with the reports it makes late, and those it leaves as they were judged', async () => {
    const shown = await preview(past)
    const others = shown.items.filter((i: { submitted: boolean }) => !i.submitted)
    expect(others.length).toBeGreaterThan(0)
    expect(others[0]).toMatchObject({
      becomes: 'late',
      submission: null,
      from: expect.any(String),
      to: past.toISOString(),
    })
    expect(shown.items.filter((i: { submitted: boolean }) => i.submitted)).toMatchObject([
      { submission: filed, office: { id: team.office }, becomes: 'late' },
    ])
    expect(shown).toMatchObject({ moves: others.length, submitted: 1 })
  })

  it('leaves what was submitted judged by the deadline of that time, everywhere alike', async () => {
    expect((await put(past, { reason: 'Tenggat dari pusat.' })).statusCode).toBe(200)
    expect(await lateness(filed)).toEqual([false, false, false, false])
    expect(await dueEvents(filed)).toEqual([])
    const event = (await api.events('rights')).at(-1)
    expect(event).toMatchObject({
      type: 'period.changed',
      data: { reason: 'Tenggat dari pusat.', alsoSubmitted: false },
    })
    expect(event?.data.obligations).toHaveLength((await preview(soon)).moves)
  })

  it('holds for those too where that is chosen, with a reason and an event of each', async () => {
    expect((await put(past, { alsoSubmitted: true })).json().errors?.[0]?.pointer).toBe('/reason')
    expect((await put(past, { alsoSubmitted: true, reason: 'Sesuai surat edaran.' })).statusCode).toBe(200)
    expect(await lateness(filed)).toEqual([true, true, true, true])
    expect(await dueEvents(filed)).toMatchObject([
      { data: { to: past.toISOString(), reason: 'Sesuai surat edaran.', becomes: 'late' } },
    ])
  })

  it('asks for a reason where reports stop being late, and takes one that changes nothing without', async () => {
    expect((await put(soon)).json().errors?.[0]?.pointer).toBe('/reason')
    expect((await put(soon, { reason: 'Salah ketik.', alsoSubmitted: true })).statusCode).toBe(200)
    expect(await lateness(filed)).toEqual([false, false, false, false])
    expect((await put(new Date(soon.getTime() + dayMs))).statusCode).toBe(200)
  })

  /** What the plan of the year says of it. */
  const inPlan = async () => {
    const { items } = (await planner.call('POST', '/obligations/preview', { year: 2026 })).json()
    const { dueAt, expectedAt } = items.find((one: { obligation: string }) => one.obligation === filed)
    return [dueAt, expectedAt]
  }

  it('is not moved for one report that was sent: its punctuality stays; of a returned one the answer is awaited longer', async () => {
    const extend = () =>
      planner.call('POST', `/obligations/${filed}/extension`, { dueAt: soon.toISOString(), reason: 'Listrik padam.' })
    await put(past, { alsoSubmitted: true, reason: 'Sesuai surat edaran.' })
    for (const status of ['submitted', 'in-review', 'approved']) {
      await api.db.prisma.submission.update({ where: { id: filed }, data: { status } })
      const refused = await extend()
      expect([refused.statusCode, refused.json().code], status).toEqual([409, 'wrong-status'])
      expect(refused.json().detail).toContain('sudah dikirim, jadi tenggatnya tetap')
      expect(await inPlan(), status).toEqual([past.toISOString(), null])
    }
    const before = new Date(Date.now() - dayMs)
    await api.db.prisma.submission.update({ where: { id: filed }, data: { status: 'returned', returnDueAt: before } })
    for (const status of ['returned', 'signing']) {
      await api.db.prisma.submission.update({ where: { id: filed }, data: { status, returnDueAt: before } })
      expect(await lateness(filed), status).toEqual([true, true, true, true])
      expect(await inPlan(), status).toEqual([past.toISOString(), before.toISOString()])
      expect((await extend()).json(), status).toEqual({ id: filed, dueAt: soon.toISOString(), moved: 'answer' })
      expect(await lateness(filed), status).toEqual([false, false, false, false])
    }
    const report = await api.db.prisma.submission.findUniqueOrThrow({ where: { id: filed } })
    expect([report.dueAt, report.returnDueAt]).toEqual([past, soon])
    const { extendedTo } = await api.db.prisma.obligation.findUniqueOrThrow({ where: { id: filed } })
    expect(extendedTo).toBeNull()
    const [last] = (await api.events(`submission/${filed}`)).slice(-1)
    expect(last).toMatchObject({
      type: 'submission.extended',
      data: { from: before.toISOString(), to: soon.toISOString(), moved: 'answer' },
    })
  })

  it('leaves late what was late first, withdrawn and extended before it is sent again', async () => {
    const put = (data: object) => api.db.prisma.submission.update({ where: { id: filed }, data })
    await put({ status: 'draft', returnDueAt: null, submittedAt: null })
    expect(await lateness(filed)).toEqual([true, true, true, true])
    for (const to of [soon, new Date(soon.getTime() + dayMs)]) {
      const dueAt = to.toISOString()
      const extended = await planner.call('POST', `/obligations/${filed}/extension`, { dueAt, reason: 'Banjir.' })
      expect(extended.json()).toEqual({ id: filed, dueAt, moved: 'answer' })
      expect(await lateness(filed)).toEqual([false, false, false, false])
    }
    await put({ status: 'submitted', submittedAt: new Date() })
    expect(await lateness(filed)).toEqual([true, true, true, true])
    await put({ status: 'approved', returnDueAt: null })
    expect(await lateness(filed)).toEqual([true, true, true, true])
  })

  it('holds for a report that is created while it is moved', async () => {
    const which = { officeId: team.office, form: 'spm/triwulan', period: '2026-TW3' }
    const moved = new Date(Date.now() + 45 * dayMs)
    let created: Promise<string> | undefined
    await api.db.prisma.$transaction(async tx => {
      await tx.obligation.updateMany({ where: which, data: { dueAt: moved } })
      created = team.begin(which.period)
      // until it waits for this transaction
      const waits = () => tx.$queryRaw<unknown[]>`SELECT 1 FROM pg_locks WHERE NOT granted`
      await vi.waitFor(async () => expect(await waits()).not.toEqual([]), { timeout: 4000 })
    })
    const { dueAt } = await api.db.prisma.submission.findUniqueOrThrow({ where: { id: await created! } })
    expect(dueAt).toEqual(moved)
  })

  it('is for those who plan', async () => {
    const body = { periods: [period(soon)] }
    expect((await api.stranger.call('POST', '/periods/preview', body)).statusCode).toBe(401)
    expect((await team.operator.call('POST', '/periods/preview', body)).statusCode).toBe(403)
    const wrong = { periods: [{ ...period(soon), key: '2026' }] }
    expect((await planner.call('POST', '/periods/preview', wrong)).json().errors[0].pointer).toBe('/periods/0/key')
  })
})
