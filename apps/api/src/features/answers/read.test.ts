import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approve, move, type Reporting, reporting } from '#testing/reporting.ts'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { moveHandlers } from '../moves/routes.ts'
import { submissionHandlers } from '../submissions/routes.ts'
import { answerHandlers } from './routes.ts'

let api: TestApi
let plan: Reporting
let operator: SignedIn
let head: SignedIn
let verifier: SignedIn
let leader: SignedIn
let id: string
const row = v7()

beforeAll(async () => {
  api = await testApi({ ...submissionHandlers, ...answerHandlers, ...moveHandlers })
  plan = await reporting(api.db)
  operator = await api.as({ role: 'operator', offices: [plan.dsp3a] }, { name: 'Operator Sosial' })
  head = await api.as({ role: 'head', offices: [plan.dsp3a] })
  verifier = await api.as({ role: 'verifier', reportTypes: ['spm'] })
  leader = await api.as({ role: 'leader' })
  const made = await operator.call('POST', '/submissions', {
    office: plan.dsp3a,
    form: 'spm/triwulan',
    period: '2026-TW1',
  })
  id = made.json().id
  const changes = [
    { changeId: v7(), op: 'set', pointer: '/recipients/gepeng/due', value: '40', base: 0 },
    { changeId: v7(), op: 'set', pointer: '/recipients/gepeng/served', value: '41', base: 0 },
    { changeId: v7(), op: 'clear', pointer: '/recipients/gepeng/served', base: 2 },
    { changeId: v7(), op: 'add', pointer: `/staff/${row}`, value: { parent: 'gepeng', position: 'a0' } },
  ]
  for (const change of changes) await operator.call('PATCH', `/submissions/${id}/answers`, { changes: [change] })
})
afterAll(() => api.close())

describe('GET /submissions/:id/answers', () => {
  const path = () => `/submissions/${id}/answers`

  it('turns a stranger away, and hides the report from another office', async () => {
    expect((await api.stranger.call('GET', path())).statusCode).toBe(401)
    const other = await api.as({ role: 'operator', offices: [plan.dinkes] })
    expect((await other.call('GET', path())).statusCode).toBe(404)
    expect((await operator.call('GET', `/submissions/${v7()}/answers`)).statusCode).toBe(404)
    expect((await operator.call('GET', '/submissions/1/answers')).statusCode).toBe(404)
  })

  it('is for the office itself while it is a draft, its head too, and for no other user', async () => {
    for (const own of [operator, head]) expect((await own.call('GET', path())).statusCode).toBe(200)
    for (const other of [verifier, leader]) {
      const refused = await other.call('GET', path())
      expect([refused.statusCode, refused.json().code]).toEqual([403, 'no-right'])
    }
  })

  it('gives the current answers, without what was emptied, and on request the number of every cell ever set', async () => {
    const read = (await operator.call('GET', path())).json()
    expect(read).toEqual({
      version: 4,
      answers: { recipients: { gepeng: { due: '40' } }, staff: { [row]: { $parent: 'gepeng', $position: 'a0' } } },
    })
    expect((await operator.call('GET', `${path()}?revs=true`)).json().revs).toEqual({
      recipients: { gepeng: { due: 1, served: 3 } },
      staff: { [row]: { $parent: 4, $position: 4 } },
    })
  })

  it('keeps what a removed row brings back, for who goes on writing', async () => {
    const asked = { office: plan.dsp3a, form: 'spm/triwulan', period: '2026-TW2' }
    const other = (await operator.call('POST', '/submissions', asked)).json().id
    const gone = v7()
    const pointer = `/staff/${gone}`
    const changes = [
      { changeId: v7(), op: 'add', pointer, value: { parent: 'gepeng', position: 'a0' } },
      { changeId: v7(), op: 'set', pointer: `${pointer}/job`, value: 'Pekerja sosial', base: 0 },
      { changeId: v7(), op: 'remove', pointer, base: 1000 },
    ]
    for (const change of changes) await operator.call('PATCH', `/submissions/${other}/answers`, { changes: [change] })
    const read = (await operator.call('GET', `/submissions/${other}/answers?revs=true`)).json()
    const row = { $parent: 'gepeng', $position: 'a0', job: 'Pekerja sosial', $removed: true }
    expect([read.answers.staff, read.removed]).toEqual([undefined, { staff: { [gone]: row } }])
    expect((await operator.call('GET', `/submissions/${other}/answers`)).json()).not.toHaveProperty('removed')
  })

  it('is 304 to who has this version, whole to who has another', async () => {
    const first = await operator.call('GET', path())
    expect(first.headers.etag).toBe('"4"')
    const same = await operator.call('GET', path(), undefined, { 'if-none-match': '"4"' })
    expect([same.statusCode, same.body]).toEqual([304, ''])
    const older = await operator.call('GET', path(), undefined, { 'if-none-match': '"3"' })
    expect(older.json()).toEqual(first.json())
  })

  it('is for everybody in reach once it is submitted, and closed to them again when it is returned', async () => {
    await move(operator, id, 'submit')
    for (const other of [verifier, leader]) expect((await other.call('GET', path())).statusCode).toBe(200)
    await move(operator, id, 'withdraw')
    expect((await verifier.call('GET', path())).statusCode).toBe(403)
    await approve(operator, verifier, id)
    expect((await leader.call('GET', path())).statusCode).toBe(200)
  })
})

describe('GET /submissions/:id/changes', () => {
  const path = (query = '') => `/submissions/${id}/changes${query}`

  it('turns a stranger away, and hides the report from another office', async () => {
    expect((await api.stranger.call('GET', path())).statusCode).toBe(401)
    const other = await api.as({ role: 'operator', offices: [plan.dinkes] })
    expect((await other.call('GET', path())).statusCode).toBe(404)
  })

  it('gives what was accepted after a number, in order, page by page', async () => {
    const page = (await operator.call('GET', path('?since=1&limit=2'))).json()
    expect([page.version, page.more, page.items.map((item: { seq: number }) => item.seq)]).toEqual([4, true, [2, 3]])
    const rest = (await operator.call('GET', path('?since=3&limit=2'))).json()
    expect([rest.more, rest.items.length]).toEqual([false, 1])
    expect(rest.items[0]).toMatchObject({
      pointer: `/staff/${row}`,
      op: 'add',
      from: null,
      to: { parent: 'gepeng', position: 'a0' },
      by: { actor: `post:${operator.postId}`, name: 'Operator Sosial', title: 'Operator' },
      via: 'typed',
    })
  })

  it('tells the history of one cell with names', async () => {
    const { items } = (await operator.call('GET', path('?pointer=/recipients/gepeng/served'))).json()
    expect(items.map((i: { op: string; from: unknown; to: unknown }) => [i.op, i.from, i.to])).toEqual([
      ['set', null, '41'],
      ['clear', '41', null],
    ])
  })

  it('refuses a pointer that is none', async () => {
    const wrong = await operator.call('GET', path('?pointer=recipients'))
    expect([wrong.statusCode, wrong.json().errors[0].pointer]).toEqual([422, '/pointer'])
    expect((await operator.call('GET', path('?since=-1'))).statusCode).toBe(422)
    expect((await operator.call('GET', path('?limit=501'))).statusCode).toBe(422)
  })
})
