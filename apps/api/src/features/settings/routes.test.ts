import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApi, testApi } from '#testing/testApi.ts'
import { settingsHandlers } from './routes.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi(settingsHandlers)
})
afterAll(() => api.close())

describe('GET /settings', () => {
  it('turns a stranger away', async () => {
    expect((await api.stranger.call('GET', '/settings')).statusCode).toBe(401)
  })

  it('is not for an operator', async () => {
    const operator = await api.as({ role: 'operator' })
    const answer = await operator.call('GET', '/settings')
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'no-right'])
  })

  it('shows the defaults', async () => {
    const admin = await api.as({ role: 'admin' })
    const answer = await admin.call('GET', '/settings')
    expect(answer.statusCode).toBe(200)
    const items = answer.json().items as { key: string; value: object }[]
    expect(items.map(item => item.key)).toEqual([
      'region',
      'contact',
      'plan',
      'moves',
      'uploads',
      'duties',
      'editions',
      'public',
      'reminders',
    ])
    expect(items[2]?.value).toEqual({ from: 2025, to: 2030 })
    expect(items[3]?.value).toMatchObject({ spm: { signing: false, secondReview: false } })
    expect(items[4]?.value).toEqual({ report: 5000, personDay: 2500 })
    expect(items[5]?.value).toEqual({ second: true })
    expect(items[6]?.value).toEqual({ reviewed: ['lppd', 'lkjip'] })
  })
})

describe('PUT /settings/:key', () => {
  const contact = { value: { name: 'Bagian Tata Pemerintahan', whatsapp: '+6281234567890' } }

  it('turns a stranger and an operator away', async () => {
    const operator = await api.as({ role: 'operator' })
    expect((await api.stranger.call('PUT', '/settings/contact', contact)).statusCode).toBe(401)
    expect((await operator.call('PUT', '/settings/contact', contact)).statusCode).toBe(403)
  })

  it('knows no other setting', async () => {
    const admin = await api.as({ role: 'admin' })
    expect((await admin.call('PUT', '/settings/demo', contact)).statusCode).toBe(404)
  })

  it('refuses what is wrong, in Indonesian and by pointer', async () => {
    const admin = await api.as({ role: 'admin' })
    const wrong = await admin.call('PUT', '/settings/contact', { value: { name: 'Bagian', whatsapp: 'nol delapan' } })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.json().errors).toEqual([
      {
        pointer: '/value/whatsapp',
        code: 'invalid_format',
        message: 'Tulis nomor WhatsApp dengan 8 sampai 16 angka, misalnya +6281234567890.',
      },
    ])
    const other = await admin.call('PUT', '/settings/region', contact)
    expect([other.statusCode, other.json().errors[0].pointer]).toEqual([422, '/value'])
  })

  it('changes whom to ask, for every problem from then on, and keeps the number out of history', async () => {
    const admin = await api.as({ role: 'admin' })
    const changed = await admin.call('PUT', '/settings/contact', contact)
    expect([changed.statusCode, changed.json()]).toEqual([200, { key: 'contact', ...contact }])
    expect((await api.stranger.call('GET', '/settings')).json().contact).toEqual(contact.value)
    const last = (await api.events('rights')).at(-1)
    expect(last).toMatchObject({ type: 'setting.changed', actor: `post:${admin.postId}`, data: { key: 'contact' } })
    expect(JSON.stringify(last)).not.toContain('6281234567890')
  })

  it('keeps the years of the plan, five or six of them', async () => {
    const admin = await api.as({ role: 'admin' })
    const put = (value: object) => admin.call('PUT', '/settings/plan', { value })
    const value = { from: 2030, to: 2034 }
    const changed = await put(value)
    expect([changed.statusCode, changed.json()]).toEqual([200, { key: 'plan', value }])
    expect((await api.events('rights')).at(-1)).toMatchObject({ type: 'setting.changed', data: { key: 'plan', value } })
    for (const to of [2029, 2030, 2033, 2036]) {
      const wrong = await put({ from: 2030, to })
      expect([to, wrong.statusCode, wrong.json().errors[0].pointer]).toEqual([to, 422, '/value/to'])
    }
    expect((await put({ from: 2030.5, to: 2035 })).json().errors[0].pointer).toBe('/value/from')
    expect((await put({ from: 1930, to: 1934 })).statusCode).toBe(422)
    expect((await put({ name: 'x', zone: 'Asia/Jakarta' })).json().errors[0].pointer).toBe('/value')
  })

  it('keeps how much a report may hold and a person may attach in a day', async () => {
    const admin = await api.as({ role: 'admin' })
    const put = (value: object) => admin.call('PUT', '/settings/uploads', { value })
    const value = { report: 8000, personDay: 4000 }
    expect((await put(value)).json()).toEqual({ key: 'uploads', value })
    expect((await api.events('rights')).at(-1)).toMatchObject({ data: { key: 'uploads', value } })
    expect((await put({ report: 8000, personDay: 49 })).json().errors).toMatchObject([
      { pointer: '/value/personDay', message: 'Paling sedikit 50 MB.' },
    ])
  })

  it('keeps when people are told', async () => {
    const admin = await api.as({ role: 'admin' })
    const put = (value: object) => admin.call('PUT', '/settings/reminders', { value })
    const value = { before: [10, 2], after: [1], every: 0, escalation: 21, digest: false }
    expect((await put(value)).json()).toEqual({ key: 'reminders', value })
    expect((await put({ ...value, before: [0] })).statusCode).toBe(422)
    expect((await put({ ...value, escalation: 121 })).statusCode).toBe(422)
  })

  it('keeps the steps that each report type goes through', async () => {
    const admin = await api.as({ role: 'admin' })
    const plain = { signing: false, secondReview: false }
    const value = { spm: { signing: true, secondReview: false }, lppd: plain, sakip: plain, lkpj: plain }
    const changed = await admin.call('PUT', '/settings/moves', { value })
    expect([changed.statusCode, changed.json()]).toEqual([200, { key: 'moves', value }])
    const some = await admin.call('PUT', '/settings/moves', { value: { spm: value.spm } })
    expect(some.statusCode).toBe(422)
  })
})
