import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Reporting, reporting } from '#testing/reporting.ts'
import { type Caller, type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { submissionHandlers } from '../submissions/routes.ts'
import { planHandlers } from './routes.ts'

let api: TestApi
let plan: Reporting
let operator: SignedIn
let coordinator: SignedIn
let obligation: string
let day = new Date('2026-03-02T02:00:00Z')
beforeAll(async () => {
  api = await testApi({ ...planHandlers, ...submissionHandlers }, { now: () => day })
  plan = await reporting(api.db)
  operator = await api.as({ role: 'operator', offices: [plan.dsp3a] }, { name: 'Operator Sosial' })
  await api.as({ role: 'operator', offices: [plan.dsp3a], reportTypes: ['sakip'] }, { name: 'Operator SAKIP' })
  coordinator = await api.as({ role: 'coordinator' }, { name: 'Koordinator SPM' })
  obligation = (await lineOf(operator)).obligation
})
afterAll(() => api.close())

const lineOf = async (by: Caller) =>
  (await by.call('GET', '/obligations?form=spm/triwulan&period=2026-TW1')).json().items[0]
const remind = (by: Caller = coordinator, body: object = {}, id = obligation) =>
  by.call('POST', `/obligations/${id}/reminders`, body)

describe('POST /obligations/:id/reminders', () => {
  it('turns away strangers, other roles, and those who run other reports or offices', async () => {
    expect((await remind(api.stranger)).statusCode).toBe(401)
    expect((await remind(operator)).statusCode).toBe(403)
    expect((await remind(await api.as({ role: 'coordinator', reportTypes: ['sakip'] }))).statusCode).toBe(404)
    expect((await remind(await api.as({ role: 'coordinator', offices: [plan.dinkes] }))).statusCode).toBe(404)
    expect((await remind(coordinator, {}, '019b0000-0000-7000-8000-000000000000')).statusCode).toBe(404)
  })

  it('refuses a message that is too long', async () => {
    const wrong = await remind(coordinator, { message: 'x'.repeat(401) })
    expect([wrong.statusCode, wrong.json().errors[0].pointer]).toEqual([422, '/message'])
  })

  it('tells those who answer for the report, once a day, and lists say when and by whom', async () => {
    expect((await lineOf(coordinator)).reminder).toBeNull()
    const first = await remind(coordinator, { message: 'Mohon dikirim hari ini' })
    expect(first.json()).toMatchObject({
      ...{ obligation, at: day.toISOString(), message: 'Mohon dikirim hari ini', again: false },
      ...{ by: { name: 'Koordinator SPM' }, told: [{ name: 'Operator Sosial', mail: 'none' }] },
    })
    const [event] = await api.events(`submission/${obligation}`)
    expect(event).toMatchObject({ type: 'obligation.reminded', data: { obligation, told: [operator.postId] } })
    day = new Date('2026-03-02T08:00:00Z')
    const other = await api.as({ role: 'coordinator' }, { name: 'Koordinator Lain' })
    expect((await remind(other, { message: 'Lagi' })).json()).toEqual({ ...first.json(), again: true })
    expect(await api.events(`submission/${obligation}`)).toHaveLength(1)
    const reminder = { at: '2026-03-02T02:00:00.000Z', by: 'Koordinator SPM', message: 'Mohon dikirim hari ini' }
    expect((await lineOf(operator)).reminder).toEqual(reminder)
    const notices = await api.db.prisma.notice.findMany()
    expect(notices).toMatchObject([{ kind: 'asked', about: obligation, readAt: null }])
    expect(notices[0]!.lines).toMatchObject([{ obligation, form: 'spm/triwulan', period: '2026-TW1', number: 1 }])
  })

  it('tells again on the next day of the region', async () => {
    day = new Date('2026-03-02T16:30:00Z')
    expect((await remind()).json()).toMatchObject({ again: false, message: '' })
    expect(await api.db.prisma.notice.count()).toBe(2)
  })

  it('is refused while the period takes it no longer, and says to extend it first', async () => {
    const which = { form: 'spm/triwulan', key: '2026-TW1' }
    const { opensAt, dueAt, closesAt } = await api.db.prisma.period.findFirstOrThrow({ where: which })
    const [opened, due, closed] = ['2026-01-01', '2026-03-01', '2026-03-04'].map(one => new Date(one))
    day = new Date('2026-03-04T02:00:00Z')
    await api.db.prisma.period.updateMany({
      where: which,
      data: { opensAt: opened, dueAt: due, closesAt: closed },
    })
    const by = await api.as({ role: 'coordinator' })
    const refused = await remind(by)
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'wrong-status'])
    expect(refused.json().detail).toContain('Perpanjang dahulu')
    await api.db.prisma.obligation.update({ where: { id: obligation }, data: { extendedTo: new Date('2026-03-20') } })
    expect((await remind(by)).statusCode).toBe(200)
    await api.db.prisma.period.updateMany({ where: which, data: { opensAt, dueAt, closesAt } })
    day = new Date('2026-03-05T02:00:00Z')
  })

  it('is refused once the report was submitted', async () => {
    await api.db.prisma.obligation.update({ where: { id: obligation }, data: { status: 'submitted' } })
    const refused = await remind(await api.as({ role: 'coordinator' }))
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'wrong-status'])
  })
})
