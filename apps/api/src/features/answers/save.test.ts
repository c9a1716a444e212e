import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { move, type Reporting, reporting } from '#testing/reporting.ts'
import { type Caller, type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { moveHandlers } from '../moves/routes.ts'
import { submissionHandlers } from '../submissions/routes.ts'
import { answerHandlers } from './routes.ts'

let api: TestApi
let plan: Reporting
let operator: SignedIn
let second: SignedIn
let verifier: SignedIn
let day = new Date('2026-11-24T02:00:00Z')
beforeAll(async () => {
  api = await testApi({ ...submissionHandlers, ...answerHandlers, ...moveHandlers }, { now: () => day })
  plan = await reporting(api.db)
  operator = await api.as({ role: 'operator', offices: [plan.dinkes] }, { name: 'Operator Satu' })
  second = await api.as({ role: 'operator', offices: [plan.dinkes] }, { name: 'Operator Dua' })
  verifier = await api.as({ role: 'verifier', reportTypes: ['spm', 'sakip'] })
})
afterAll(() => api.close())

const begin = async (period: string): Promise<string> => {
  const made = await operator.call('POST', '/submissions', { office: plan.dinkes, form: 'spm/triwulan', period })
  expect(made.statusCode).toBe(201)
  return made.json().id
}
const set = (pointer: string, value: unknown, base: number | undefined = 0, changeId = v7()) => ({
  changeId,
  op: 'set',
  pointer,
  value,
  base,
})
const save = (by: Caller, id: string, changes: object[], headers: Record<string, string> = {}, more: object = {}) =>
  by.call('PATCH', `/submissions/${id}/answers`, { changes, ...more }, headers)
const results = async (by: Caller, id: string, changes: object[]) => {
  const saved = await save(by, id, changes)
  expect(saved.statusCode, saved.body).toBe(200)
  return saved.json().results
}
const due = '/recipients/ibu-hamil/due'
const served = '/recipients/ibu-hamil/served'

describe('PATCH /submissions/:id/answers', () => {
  let id: string
  beforeAll(async () => {
    id = await begin('2026-TW1')
  })

  it('turns a stranger away', async () => {
    expect((await save(api.stranger, id, [set(due, '1')])).statusCode).toBe(401)
  })

  it('is not for who reviews, and hides the report from another office', async () => {
    expect((await save(verifier, id, [set(due, '1')])).statusCode).toBe(403)
    const other = await api.as({ role: 'operator', offices: [plan.dsp3a] })
    expect((await save(other, id, [set(due, '1')])).statusCode).toBe(404)
    const otherType = await api.as({ role: 'operator', offices: [plan.dinkes], reportTypes: ['sakip'] })
    expect((await save(otherType, id, [set(due, '1')])).statusCode).toBe(404)
    expect((await save(operator, v7(), [set(due, '1')])).statusCode).toBe(404)
    expect((await save(operator, 'bukan-id', [set(due, '1')])).statusCode).toBe(404)
  })

  it('costs a slow line little: what is said of one cell, and what is answered, fit in a packet each', async () => {
    const change = set(due, '140')
    const { statusCode, body, headers } = await save(operator, await begin('2026-TW4'), [change])
    expect(statusCode).toBe(200)
    expect(JSON.stringify({ changes: [change] }).length).toBeLessThan(300)
    const head = Object.entries(headers).reduce(
      (bytes, [name, value]) => bytes + name.length + `${value}`.length + 4,
      0,
    )
    expect(head + body.length).toBeLessThan(600)
  })

  it('refuses an envelope that is wrong, and a version that is not named', async () => {
    expect((await save(operator, id, [])).statusCode).toBe(422)
    expect((await save(operator, id, [{ op: 'set', pointer: due, value: '1' }])).statusCode).toBe(422)
    expect((await save(operator, id, [{ ...set(due, '1'), value: 12 }])).statusCode).toBe(422)
    const many = Array.from({ length: 201 }, (_, n) => set(`/quality/baris-${n}/met`, '1'))
    expect((await save(operator, id, many)).statusCode).toBe(422)
    const blind = await save(operator, id, [{ ...set(due, '1'), base: undefined }])
    expect([blind.statusCode, blind.json().code]).toEqual([428, 'precondition-required'])
  })

  it('answers each change by itself: one does not stop the others', async () => {
    const answered = await results(operator, id, [
      set(due, '4800'),
      set('/recipients/tidak-ada/due', '1'),
      set('/recipients/air-minum/due', '1'),
      set('/quality/ibu-hamil.buku-kia/met', { asTyped: '12,5x' }),
      set(served, 'banyak'),
      set(due, '4900'),
    ])
    expect(answered).toMatchObject([
      { result: 'applied', rev: 1 },
      { result: 'bad-shape', code: 'unknown-pointer' },
      { result: 'bad-shape', code: 'unknown-pointer' },
      { result: 'applied', rev: 2 },
      { result: 'bad-shape', code: 'wrong-type' },
      { result: 'bad-shape', code: 'twice-in-batch' },
    ])
    const read = (await operator.call('GET', `/submissions/${id}/answers`)).json()
    expect(read).toEqual({
      version: 2,
      answers: {
        recipients: { 'ibu-hamil': { due: '4800' } },
        quality: { 'ibu-hamil.buku-kia': { met: { asTyped: '12,5x' } } },
      },
    })
  })

  it('keeps both values of a conflict apart and says whose the other is', async () => {
    const [conflict] = await results(second, id, [set(due, '5000')])
    expect(conflict).toMatchObject({
      result: 'conflict',
      yours: '5000',
      theirs: { pointer: due, value: '4800', rev: 1, by: `post:${operator.postId}`, name: 'Operator Satu' },
    })
    expect(await results(second, id, [set(due, '4800')])).toMatchObject([{ result: 'already', rev: 1 }])
    expect(await results(second, id, [set(due, '5000', 1)])).toMatchObject([{ result: 'applied', rev: 3 }])
  })

  it('answers a replay as the first time, a month later too, and knows a change id used for something else', async () => {
    const change = set('/recipients/balita/served', '40')
    expect(await results(operator, id, [change])).toMatchObject([{ result: 'applied', rev: 4 }])
    expect(await results(operator, id, [set('/recipients/balita/served', '45', 4)])).toMatchObject([{ rev: 5 }])
    const before = day
    try {
      day = new Date(before.getTime() + 32 * 86_400_000)
      const back = await api.session(operator.personId, operator.postId)
      expect(await results(back, id, [change])).toMatchObject([{ result: 'already', rev: 4 }])
    } finally {
      day = before
    }
    const changed = { ...change, value: '50' }
    expect(await results(operator, id, [changed])).toMatchObject([{ result: 'bad-shape', code: 'change-id-reused' }])
    const elsewhere = await begin('2026-TW2')
    expect(await results(operator, elsewhere, [change])).toMatchObject([{ code: 'change-id-reused' }])
    expect(
      (await operator.call('GET', `/submissions/${elsewhere}/answers`)).json().answers.recipients?.balita,
    ).toBeUndefined()
  })

  it('reads a change id in capitals as the one it is', async () => {
    const changeId = v7()
    const change = set('/stages/ibu-hamil/needs', 'selesai', 0, changeId.toUpperCase())
    expect(await results(operator, id, [change])).toMatchObject([
      { changeId: changeId.toUpperCase(), result: 'applied' },
    ])
    expect(await results(operator, id, [{ ...change, changeId }])).toMatchObject([{ changeId, result: 'already' }])
  })

  it('adds, moves and removes rows of lists, and names what changed below a row that is removed', async () => {
    const row = v7()
    const add = {
      changeId: v7(),
      op: 'add',
      pointer: `/problems/${row}`,
      value: { parent: 'ibu-hamil', position: 'a0' },
    }
    const text = { ...set(`/problems/${row}/problem`, 'Bidan kurang'), base: 0 }
    const [added, filled] = await results(operator, id, [add, text])
    expect([added.result, filled.result]).toEqual(['applied', 'applied'])
    const move = { ...add, changeId: v7(), op: 'move', value: { parent: 'ibu-hamil', position: 'a1' }, base: added.rev }
    expect(await results(operator, id, [move])).toMatchObject([{ result: 'applied' }])
    const remove = { changeId: v7(), op: 'remove', pointer: `/problems/${row}`, base: added.rev }
    expect(await results(second, id, [remove])).toMatchObject([{ result: 'conflict', yours: null }])
    const [removed] = await results(second, id, [{ ...remove, changeId: v7(), base: filled.rev + 1 }])
    expect(removed.result).toBe('applied')
    const late = set(`/problems/${row}/remedy`, 'Tambah bidan')
    expect(await results(operator, id, [late])).toMatchObject([{ result: 'conflict', theirs: { value: 'removed' } }])
    expect((await operator.call('GET', `/submissions/${id}/answers`)).json().answers.problems).toBeUndefined()
    const back = { ...add, changeId: v7(), base: removed.rev }
    expect(await results(operator, id, [back])).toMatchObject([{ result: 'applied' }])
    const { answers } = (await operator.call('GET', `/submissions/${id}/answers`)).json()
    expect(answers.problems[row]).toEqual({ $parent: 'ibu-hamil', $position: 'a0', problem: 'Bidan kurang' })
  })

  it('takes only what names its own rows: an item never added, a list of another office', async () => {
    expect(await results(operator, id, [set(`/problems/${v7()}/problem`, 'x')])).toMatchObject([
      { code: 'unknown-pointer' },
    ])
    const add = {
      changeId: v7(),
      op: 'add',
      pointer: `/problems/${v7()}`,
      value: { parent: 'air-minum', position: 'a0' },
    }
    expect(await results(operator, id, [add])).toMatchObject([{ code: 'no-parent' }])
  })

  it('records how each change came: typed, after waiting offline, from a spreadsheet, by a program', async () => {
    const key = await api.withKey({
      owner: operator.personId,
      scopes: ['submission.write', 'submission.read'],
      offices: [plan.dinkes],
    })
    const twoHours = new Date(day.getTime() - 7_200_000).toISOString()
    await save(operator, id, [set('/stages/balita/plan', 'belum')], {}, { device: 'HP', deviceAt: day.toISOString() })
    await save(operator, id, [set('/stages/balita/needs', 'belum')], {}, { device: 'HP', deviceAt: twoHours })
    await save(operator, id, [{ ...set('/stages/balita/collection', 'belum'), via: 'import' }])
    await save(key, id, [{ ...set('/stages/balita/delivery', 'belum'), via: 'import' }])
    const { items } = (await operator.call('GET', `/submissions/${id}/changes?pointer=/stages/balita`)).json()
    expect(items.map((item: { via: string; by: { actor: string } }) => [item.via, item.by.actor])).toEqual([
      ['typed', `post:${operator.postId}`],
      ['offline', `post:${operator.postId}`],
      ['import', `post:${operator.postId}`],
      ['api', `key:${key.keyId}`],
    ])
  })
})

describe('PATCH /submissions/:id/answers with If-Match', () => {
  let id: string
  let version: number
  beforeAll(async () => {
    id = await begin('2026-TW3')
    version = (await save(operator, id, [set(due, '100')])).json().version
  })

  it('saves all on top of the version it names, without bases', async () => {
    const changes = [
      { ...set(served, '90'), base: undefined },
      { ...set(due, '110'), base: undefined },
    ]
    const saved = await save(operator, id, changes, { 'if-match': `"${version}"` })
    expect([saved.statusCode, saved.headers.etag, saved.json().version]).toEqual([200, '"3"', 3])
    const replayed = await save(operator, id, changes, { 'if-match': `"${version}"` })
    expect(replayed.json().results).toMatchObject([
      { result: 'already', rev: 2 },
      { result: 'already', rev: 3 },
    ])
  })

  it('is stale against another version, and says which there is', async () => {
    const stale = await save(operator, id, [set(due, '1')], { 'if-match': '"1"' })
    expect([stale.statusCode, stale.json().code, stale.json().version]).toEqual([412, 'stale', 3])
  })

  it('saves nothing where one change is refused', async () => {
    const changes = [set(served, '91'), set('/recipients/tidak-ada/due', '1'), set(due, 'x')]
    const refused = await save(operator, id, changes, { 'if-match': '"3"' })
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'invalid'])
    expect(refused.json().errors.map((e: { pointer: string; code: string }) => [e.pointer, e.code])).toEqual([
      ['/changes/1', 'unknown-pointer'],
      ['/changes/2', 'wrong-type'],
    ])
    expect((await operator.call('GET', `/submissions/${id}/answers`)).json().version).toBe(3)
  })

  it('lets one of two at once through', async () => {
    const both = await Promise.all([
      save(operator, id, [set(served, '92')], { 'if-match': '"3"' }),
      save(second, id, [set(due, '120')], { 'if-match': '"3"' }),
    ])
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412])
  })
})

describe('what is closed answers locked, with since when and by whom', () => {
  it('by status: submitted, until it comes back', async () => {
    const id = (
      await operator.call('POST', '/submissions', { office: plan.dinkes, form: 'sakip/indikator', period: '2026' })
    ).json().id
    const goal = v7()
    const add = { changeId: v7(), op: 'add', pointer: `/goals/${goal}`, value: { parent: null, position: 'a0' } }
    const [added] = await results(operator, id, [add, set(`/goals/${goal}/name`, 'Derajat kesehatan meningkat')])
    await move(operator, id, 'submit')
    const [locked] = await results(second, id, [set(`/goals/${goal}/name`, 'Lain', added.rev + 1)])
    expect(locked).toMatchObject({
      result: 'locked',
      why: 'status',
      status: 'submitted',
      by: `post:${operator.postId}`,
      name: 'Operator Satu',
    })
    const program = await save(second, id, [set(`/goals/${goal}/name`, 'Lain')], { 'if-match': '"2"' })
    expect([program.statusCode, program.json().errors[0].code]).toEqual([422, 'locked'])
    await move(operator, id, 'withdraw')
    expect(await results(second, id, [set(`/goals/${goal}/name`, 'Lain', added.rev + 1)])).toMatchObject([
      { result: 'applied' },
    ])
  })

  it('by what a partial return left open', async () => {
    const id = await begin('2026-TW4')
    await results(operator, id, [set(due, '10')])
    await api.db.pool.query(
      `UPDATE submission SET status = 'returned', open_all = false, open_anchors = '{/quality/ibu-hamil.buku-kia}' WHERE id = $1`,
      [id],
    )
    expect(await results(operator, id, [set(due, '11', 1), set('/quality/ibu-hamil.buku-kia/met', '5')])).toMatchObject(
      [{ result: 'locked', why: 'status', status: 'returned' }, { result: 'applied' }],
    )
  })

  it('by the end of the period, unless it was extended', async () => {
    const made = await operator.call('POST', '/submissions', {
      office: plan.dinkes,
      form: 'spm/triwulan',
      period: '2026-TW1-latihan',
    })
    const id = made.json().id
    const closes = new Date(day.getTime() - 1000)
    await api.db.pool.query(`UPDATE period SET due_at = $1, closes_at = $1 WHERE key = '2026-TW1-latihan'`, [closes])
    expect(await results(operator, id, [set(due, '1')])).toMatchObject([
      { result: 'locked', why: 'period', status: 'draft', since: closes.toISOString(), by: null, name: '' },
    ])
    await api.db.pool.query(`UPDATE obligation SET extended_to = $2 WHERE id = $1`, [
      id,
      new Date(day.getTime() + 1000),
    ])
    expect(await results(operator, id, [set(due, '1')])).toMatchObject([{ result: 'applied' }])
  })
})
