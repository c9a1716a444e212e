import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Filing, filing, soon } from '#testing/filing.ts'
import { type Caller, type TestApi, testApi } from '#testing/testApi.ts'

let api: TestApi
let team: Filing
beforeAll(async () => {
  api = await testApi()
  team = await filing(api)
})
afterAll(() => api.close())

const row = '/recipients/gepeng'
const wish = (more: object = {}) => ({
  id: v7(),
  reason: 'Data kependudukan dikoreksi.',
  changes: [
    { op: 'set', pointer: `${row}/due`, value: '41' },
    { op: 'clear', pointer: `${row}/served` },
  ],
  ...more,
})
const inReview = async () => {
  const id = await team.begin()
  await team.through(id, ['operator', 'submit'], ['verifier', 'claim'])
  return id
}
const approved = async () => {
  const id = await inReview()
  await team.through(id, ['verifier', 'approve'])
  return id
}
const ask = (id: string, body: object = wish(), by: Caller = team.operator) =>
  by.call('POST', `/submissions/${id}/reopen-requests`, body)
/** An approved report and the request that waits for it. */
const asked = async (): Promise<[report: string, request: string]> => {
  const [id, body] = [await approved(), wish()]
  expect((await ask(id, body)).statusCode).toBe(200)
  return [id, body.id]
}
const seen = async (id: string, by: Caller) => (await by.call('GET', `/submissions/${id}`)).json().reopenRequests
const last = async (id: string) => (await api.events(`submission/${id}`)).at(-1)

describe('POST /submissions/:id/reopen-requests', () => {
  it('turns a stranger away, and hides the report of another office', async () => {
    const id = await approved()
    expect((await ask(id, wish(), api.stranger)).statusCode).toBe(401)
    expect((await ask(id, wish(), team.head)).statusCode).toBe(403)
    expect((await ask(id, wish(), team.coordinator)).statusCode).toBe(403)
    expect((await ask(id, wish(), team.other)).statusCode).toBe(404)
  })
  it('keeps the reason and the values; nothing of the report changes', async () => {
    const [id, body] = [await approved(), wish()]
    const answer = await ask(id, body)
    expect(answer.json()).toMatchObject({
      status: 'approved',
      reopenRequests: [{ ...body, status: 'open', answer: '', answeredBy: null, by: { name: 'Operator Sosial' } }],
    })
    expect(await last(id)).toMatchObject({
      type: 'reopening.requested',
      data: { request: body.id, pointers: [`${row}/due`, `${row}/served`] },
    })
    const { answers } = (await team.operator.call('GET', `/submissions/${id}/answers`)).json()
    expect(answers.recipients?.gepeng?.due).toBeUndefined()
    // asked again, it is the same one
    expect((await ask(id, body)).json().reopenRequests).toHaveLength(1)
    expect((await ask(id)).json()).toMatchObject({ status: 409, code: 'exists' })
  })
  it('is read by the office and by those who may open the report again, by no other user', async () => {
    const [id, request] = await asked()
    for (const who of [team.operator, team.head, team.verifier, team.coordinator])
      expect(await seen(id, who)).toMatchObject([{ id: request }])
    for (const role of ['leader', 'auditor'] as const) expect(await seen(id, await api.as({ role }))).toEqual([])
  })
  it('is of a report that is in the hands of others', async () => {
    const id = await team.begin()
    expect((await ask(id)).json().code).toBe('wrong-status')
    await team.through(id, ['operator', 'submit'])
    expect((await ask(id)).json().code).toBe('wrong-status')
    await team.through(id, ['verifier', 'claim'])
    expect((await ask(id)).statusCode).toBe(200)
  })
  it('takes a reason, and places that the form has', async () => {
    const id = await approved()
    const wrong: [object, string][] = [
      [{ reason: ' ' }, '/reason'],
      [{ changes: [{ op: 'set', pointer: '/recipients', value: '1' }] }, '/changes/0/pointer'],
      [{ changes: [{ op: 'clear', pointer: '/tidakAda/gepeng/due' }] }, '/changes/0/pointer'],
    ]
    for (const [more, pointer] of wrong) {
      const answer = await ask(id, wish(more))
      expect([answer.statusCode, answer.json().errors?.[0]?.pointer], JSON.stringify(more)).toEqual([422, pointer])
    }
  })
})

describe('a request that waits', () => {
  it('is granted by opening the report again', async () => {
    const [id, request] = await asked()
    await team.through(id, ['coordinator', 'reopen', { reason: 'Diminta.', dueAt: soon(), anchors: [row] }])
    expect(await seen(id, team.operator)).toMatchObject([
      { id: request, status: 'granted', answeredBy: { name: 'Koordinator' } },
    ])
    expect(await last(id)).toMatchObject({ type: 'submission.reopened', data: { requests: [request] } })
    await team.set(id, { [`${row}/due`]: '41' })
  })
  it('is granted by the verifier who returns the report, and stays for the coordinator where it is approved', async () => {
    const [returned, kept] = [await inReview(), await inReview()]
    for (const id of [returned, kept]) expect((await ask(id)).statusCode).toBe(200)
    await team.note(returned)
    await team.through(returned, ['verifier', 'return', { dueAt: soon() }])
    expect(await seen(returned, team.operator)).toMatchObject([{ status: 'granted' }])
    await team.through(kept, ['verifier', 'approve'])
    expect(await seen(kept, team.operator)).toMatchObject([{ status: 'open' }])
  })
})

describe('POST …/reopen-requests/:request/decline', () => {
  const decline = (id: string, request: string, by: Caller = team.coordinator, reason = 'Tunggu periode berikutnya.') =>
    by.call('POST', `/submissions/${id}/reopen-requests/${request}/decline`, { reason })

  it('is of those who may open reports again', async () => {
    const [id, request] = await asked()
    expect((await decline(id, request, api.stranger)).statusCode).toBe(401)
    for (const who of [team.operator, team.verifier]) expect((await decline(id, request, who)).statusCode).toBe(403)
    const other = await api.as({ role: 'coordinator', reportTypes: ['sakip'] })
    expect((await decline(id, request, other)).statusCode).toBe(404)
    expect((await decline(id, v7())).statusCode).toBe(404)
    expect((await decline(id, request, team.coordinator, ' ')).statusCode).toBe(422)
  })
  it('says why; then one may ask again', async () => {
    const [id, request] = await asked()
    expect((await decline(id, request)).json().reopenRequests).toMatchObject([
      { status: 'declined', answer: 'Tunggu periode berikutnya.', answeredBy: { name: 'Koordinator' } },
    ])
    expect(await last(id)).toMatchObject({ type: 'reopening.declined', data: { request } })
    expect((await decline(id, request)).json().code).toBe('wrong-status')
    expect((await ask(id)).statusCode).toBe(200)
  })
})

describe('POST …/reopen-requests/:request/withdraw', () => {
  const withdraw = (id: string, request: string, by: Caller = team.operator) =>
    by.call('POST', `/submissions/${id}/reopen-requests/${request}/withdraw`)

  it('is of the office that asked', async () => {
    const [id, request] = await asked()
    expect((await withdraw(id, request, api.stranger)).statusCode).toBe(401)
    for (const who of [team.head, team.coordinator, team.verifier])
      expect((await withdraw(id, request, who)).statusCode).toBe(403)
    expect((await withdraw(id, request, team.other)).statusCode).toBe(404)
    expect((await withdraw(id, v7())).statusCode).toBe(404)
    expect(await seen(id, team.operator)).toMatchObject([{ status: 'open' }])
  })
  it('takes it from those who would answer it; withdrawn twice it is once, and one may ask again', async () => {
    const [id, request] = await asked()
    for (const answer of [await withdraw(id, request), await withdraw(id, request)])
      expect(answer.json()).toMatchObject({
        status: 'approved',
        reopenRequests: [{ id: request, status: 'withdrawn', answeredBy: { name: 'Operator Sosial' } }],
      })
    const withdrawn = (await api.events(`submission/${id}`)).filter(({ type }) => type === 'reopening.withdrawn')
    expect(withdrawn).toMatchObject([{ data: { request } }])
    const { items } = (await team.coordinator.call('GET', '/reopen-requests')).json()
    expect(items.some((one: { id: string }) => one.id === request)).toBe(false)
    const path = `/submissions/${id}/reopen-requests/${request}/decline`
    const late = await team.coordinator.call('POST', path, { reason: 'Tunggu periode berikutnya.' })
    expect(late.json()).toMatchObject({
      code: 'wrong-status',
      detail: 'Permintaan ini sudah ditarik oleh perangkat daerah.',
    })
    expect((await ask(id)).statusCode).toBe(200)
  })
  it('comes too late once it was answered', async () => {
    const [id, request] = await asked()
    await team.through(id, ['coordinator', 'reopen', { reason: 'Diminta.', dueAt: soon() }])
    expect((await withdraw(id, request)).json().code).toBe('wrong-status')
    expect(await seen(id, team.operator)).toMatchObject([{ status: 'granted' }])
  })
})

describe('GET /reopen-requests', () => {
  const list = async (by: Caller) => (await by.call('GET', '/reopen-requests')).json().items

  it('turns strangers and those who may not open reports away', async () => {
    expect((await api.stranger.call('GET', '/reopen-requests')).statusCode).toBe(401)
    for (const who of [team.operator, team.verifier])
      expect((await who.call('GET', '/reopen-requests')).statusCode).toBe(403)
  })
  it('shows what waits for who asks, the oldest first, until it is answered', async () => {
    const [id, request] = await asked()
    const mine = (await list(team.coordinator)).at(-1)
    expect(mine).toMatchObject({ id: request, submission: id, changes: 2, office: { id: team.office } })
    expect(await list(await api.as({ role: 'coordinator', reportTypes: ['lkpj'] }))).toEqual([])
    await team.through(id, ['coordinator', 'reopen', { reason: 'Diminta.', dueAt: soon() }])
    expect((await list(team.coordinator)).some((one: { id: string }) => one.id === request)).toBe(false)
  })
})
