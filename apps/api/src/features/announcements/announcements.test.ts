import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { announcementHandlers } from './routes.ts'

const nowhere = '0199f5a0-0000-7000-8000-000000000000'
let api: TestApi
let coordinator: SignedIn
let operator: SignedIn
beforeAll(async () => {
  api = await testApi(announcementHandlers, { now: () => new Date('2026-11-24T02:00:00Z') })
  coordinator = await api.as({ role: 'coordinator', reportTypes: ['spm'] }, { name: 'Koordinator SPM' })
  operator = await api.as({ role: 'operator' })
})
afterAll(() => api.close())

const announcement = (more: object = {}) => ({
  text: 'Tenggat TW III diundur sampai 30 November.',
  from: '2026-11-24',
  to: '2026-11-30',
  reportTypes: ['spm'],
  ...more,
})
const add = (more: object = {}) => coordinator.call('POST', '/announcements', announcement(more))
const seenBy = async (by: SignedIn) =>
  (await by.call('GET', '/announcements')).json().items.map((item: { text: string }) => item.text)
const wrongAt = (answer: { statusCode: number; json: () => { errors: { pointer: string }[] } }) => [
  answer.statusCode,
  answer.json().errors[0]?.pointer,
]

describe('GET /announcements', () => {
  it('shows what holds today to every signed-in user, and what comes to those who announce', async () => {
    expect((await api.stranger.call('GET', '/announcements')).statusCode).toBe(401)
    await add({ text: 'Besok', from: '2026-11-25' })
    await add({ text: 'Hari ini' })
    expect(await seenBy(operator)).toEqual(['Hari ini'])
    expect(await seenBy(coordinator)).toEqual(['Besok', 'Hari ini'])
  })
})

describe('POST /announcements', () => {
  it('turns strangers and operators away, and coordinators of other report types', async () => {
    expect((await api.stranger.call('POST', '/announcements', announcement())).statusCode).toBe(401)
    expect((await operator.call('POST', '/announcements', announcement())).statusCode).toBe(403)
    expect((await add({ reportTypes: ['spm', 'lkpj'] })).statusCode).toBe(403)
  })

  it('needs words, days in their order that are not over, and a report type', async () => {
    expect(wrongAt(await add({ text: ' ' }))).toEqual([422, '/text'])
    expect(wrongAt(await add({ to: '2026-11-23', from: '2026-11-20' }))).toEqual([422, '/to'])
    expect(wrongAt(await add({ from: '2026-12-02' }))).toEqual([422, '/to'])
    expect(wrongAt(await add({ reportTypes: [] }))).toEqual([422, '/reportTypes'])
  })

  it('says who announced it, and writes it into history', async () => {
    const answer = await add()
    expect(answer.statusCode).toBe(201)
    expect(answer.json()).toMatchObject({ ...announcement(), by: { name: 'Koordinator SPM' } })
    expect((await api.events('rights')).at(-1)).toMatchObject({
      type: 'announcement.changed',
      data: { announcement: answer.json().id, text: announcement().text },
    })
  })
})

describe('DELETE /announcements/:id', () => {
  it('takes back what was announced, by who plans that report type', async () => {
    const path = `/announcements/${(await add({ text: 'Salah' })).json().id}`
    const other = await api.as({ role: 'coordinator', reportTypes: ['lkpj'] })
    expect((await api.stranger.call('DELETE', path)).statusCode).toBe(401)
    expect((await operator.call('DELETE', path)).statusCode).toBe(403)
    expect((await other.call('DELETE', path)).statusCode).toBe(403)
    expect((await coordinator.call('DELETE', `/announcements/${nowhere}`)).statusCode).toBe(404)
    expect((await coordinator.call('DELETE', path)).statusCode).toBe(204)
    expect(await seenBy(operator)).not.toContain('Salah')
    expect((await api.events('rights')).at(-1)?.data).toMatchObject({ removed: true })
  })
})
