import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Filing, filing, soon } from '#testing/filing.ts'
import { type Caller, type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { upload } from '#testing/upload.ts'

let api: TestApi
let team: Filing
let unit: string
/** An operator of the unit below, and one of another unit below. */
let below: SignedIn
let beside: SignedIn
const stream = (id: string) => `submission/${id}`
const row = '/recipients/gepeng'

beforeAll(async () => {
  api = await testApi()
  team = await filing(api)
  const admin = await api.as({ role: 'admin' })
  const unitOf = async (name: string): Promise<string> => {
    const made = { name, from: '2026-01-01', kind: 'unit', parent: team.office }
    return (await admin.call('POST', '/offices', made)).json().id
  }
  unit = await unitOf('UPTD Panti Sosial')
  below = await api.as({ role: 'operator', offices: [unit] }, { name: 'Operator Panti' })
  beside = await api.as({ role: 'operator', offices: [await unitOf('UPTD Lansia')] })
})
afterAll(() => api.close())

const part = (more: object = {}) => ({ id: v7(), anchors: [row], office: unit, dueAt: soon(), ...more })
const give = (id: string, body: object = part(), by: Caller = team.operator) =>
  by.call('POST', `/submissions/${id}/contributions`, body)
/** A report of which a part was given; the part's id too. */
const given = async (more: object = {}): Promise<[report: string, part: string]> => {
  const id = await team.begin()
  const sent = part(more)
  expect((await give(id, sent)).statusCode).toBe(200)
  return [id, sent.id]
}
const act = (by: Caller, id: string, one: string, name: string, body?: object) =>
  by.call('POST', `/submissions/${id}/contributions/${one}/${name}`, body)
const done = async (by: Caller, id: string, one: string) =>
  expect((await act(by, id, one, 'done')).statusCode).toBe(200)
const save = async (by: Caller, id: string, pointer: string, value = '5') => {
  const answer = await by.call('PATCH', `/submissions/${id}/answers`, {
    changes: [{ changeId: v7(), op: 'set', pointer, value, base: 0 }],
  })
  return answer.statusCode === 200 ? answer.json().results[0] : answer.statusCode
}
const types = async (id: string) => (await api.events(stream(id))).map(({ type }) => type)

describe('POST /submissions/:id/contributions', () => {
  it('turns a stranger away', async () => {
    expect((await give(await team.begin(), part(), api.stranger)).statusCode).toBe(401)
  })
  it('is of the operator alone', async () => {
    const id = await team.begin()
    expect((await give(id, part(), team.head)).statusCode).toBe(403)
    expect((await give(id, part(), team.coordinator)).statusCode).toBe(403)
  })
  it('hides the report of another office, also from the unit below', async () => {
    const id = await team.begin()
    expect((await give(id, part(), team.other)).statusCode).toBe(404)
    expect((await give(id, part(), below)).statusCode).toBe(404)
  })
  it('assigns rows: who has what is shown, and recorded in history', async () => {
    const id = await team.begin()
    const sent = part({ note: 'Data sampai September.' })
    const answer = await give(id, sent)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({
      part: null,
      contributions: [
        {
          id: sent.id,
          anchors: [row],
          to: { office: unit, person: null, name: 'UPTD Panti Sosial' },
          status: 'given',
          note: 'Data sampai September.',
          mine: false,
          by: { name: 'Operator Sosial' },
        },
      ],
    })
    const event = (await api.events(stream(id))).at(-1)
    expect(event).toMatchObject({
      type: 'contribution.given',
      actor: `post:${team.operator.postId}`,
      data: { contribution: sent.id, anchors: [row], office: unit, person: null },
    })
    expect((await give(id, sent)).statusCode).toBe(200)
    expect(await types(id)).toEqual(['submission.created', 'contribution.given'])
  })
  it('takes a part that is there, to a unit below or an operator, until a day to come', async () => {
    const id = await team.begin()
    const wrong: [object, string][] = [
      [{ anchors: ['/recipients/tidak-ada'] }, '/anchors/0'],
      [{ anchors: [row, '/tidakAda'] }, '/anchors/1'],
      [{ anchors: [''] }, '/anchors/0'],
      [{ anchors: [`${row}/due`] }, '/anchors/0'],
      [{ anchors: [] }, '/anchors'],
      [{ office: team.otherOffice }, '/office'],
      [{ office: team.office }, '/office'],
      [{ office: undefined }, '/office'],
      [{ office: undefined, person: team.verifier.personId }, '/person'],
      [{ office: undefined, person: team.other.personId }, '/person'],
      [{ dueAt: '2020-01-01T00:00:00Z' }, '/dueAt'],
    ]
    for (const [more, pointer] of wrong) {
      const answer = await give(id, part(more))
      expect([answer.statusCode, answer.json().errors?.[0]?.pointer], JSON.stringify(more)).toEqual([422, pointer])
    }
    expect(await types(id)).toEqual(['submission.created'])
  })
  it('is not given twice, nor in or around what was given', async () => {
    const [id] = await given()
    for (const anchors of [[row], ['/recipients'], ['/quality/gepeng.sandang']])
      expect((await give(id, part({ anchors }))).json()).toMatchObject({ status: 409, code: 'in-use' })
    expect((await give(id, part({ anchors: ['/recipients/anak-telantar'] }))).statusCode).toBe(200)
  })
  it('needs a report that is open with its office, and an id of its own', async () => {
    const [first, one] = await given()
    const id = await team.begin()
    expect((await give(id, part({ id: one }))).json()).toMatchObject({ code: 'exists' })
    await act(team.operator, first, one, 'take-back')
    await team.through(id, ['operator', 'submit'])
    expect((await give(id)).json()).toMatchObject({ status: 409, code: 'wrong-status' })
  })
})

describe('a part that was given', () => {
  it('is filled in by the unit alone; the rest is not its', async () => {
    const [id] = await given()
    expect(await save(below, id, `${row}/served`)).toMatchObject({ result: 'applied' })
    expect(await save(below, id, '/recipients/anak-telantar/served')).toMatchObject({ why: 'contribution' })
    expect(await save(team.operator, id, `${row}/due`)).toMatchObject({ result: 'locked', why: 'contribution' })
    expect(await save(team.operator, id, '/recipients/anak-telantar/due')).toMatchObject({ result: 'applied' })
    expect(await save(beside, id, `${row}/due`)).toBe(404)
  })
  it('may be given to a person, whom then no other user replaces', async () => {
    const second = await api.as({ role: 'operator', offices: [team.office] })
    const [id] = await given({ office: undefined, person: second.personId })
    expect(await save(second, id, `${row}/due`)).toMatchObject({ result: 'applied' })
    expect(await save(team.operator, id, `${row}/served`)).toMatchObject({ why: 'contribution' })
    expect(await save(second, id, '/recipients/anak-telantar/due')).toMatchObject({ result: 'applied' })
  })
  it('is all that the unit sees', async () => {
    const id = await team.begin()
    await team.set(id, { [`${row}/due`]: '40', '/recipients/anak-telantar/due': '90' })
    const files = [v7(), v7()]
    for (const [at, anchor] of [`${row}/state`, '/recipients/anak-telantar/state'].entries())
      await upload(team.operator, id, { fields: { id: files[at]!, anchor } })
    await give(id)
    const read = async (path: string) => (await below.call('GET', `/submissions/${id}${path}`)).json()
    expect(await read('')).toMatchObject({ readable: true, part: [row], moves: [], contributions: [{ mine: true }] })
    expect((await read('/answers?revs=true')).answers).toEqual({ recipients: { gepeng: { due: '40' } } })
    const { items } = await read('/changes')
    expect(items.map(({ pointer }: { pointer: string }) => pointer)).toEqual([`${row}/due`])
    expect((await read('/attachments')).items.map((file: { id: string }) => file.id)).toEqual([files[0]])
    expect((await read('/notes')).items).toEqual([])
    expect((await below.call('GET', `/submissions/${id}/form`)).statusCode).toBe(200)
    const content = (file: string) => below.call('GET', `/submissions/${id}/attachments/${file}/content`)
    expect((await content(files[0]!)).statusCode).toBe(200)
    for (const path of [`/attachments/${files[1]}/content`, '/revisions', '/events'])
      expect((await below.call('GET', `/submissions/${id}${path}`)).statusCode).toBe(404)
    for (const path of ['', '/answers', '/changes', '/form', '/notes', '/attachments'])
      expect((await beside.call('GET', `/submissions/${id}${path}`)).statusCode).toBe(404)
  })
  it('is all that the unit sees of earlier reports too', async () => {
    const [first, id] = [await team.begin('2028-TW1'), await team.begin('2028-TW2')]
    await team.set(first, { [`${row}/due`]: '40', '/recipients/anak-telantar/due': '90' })
    await give(id)
    const { scope } = (await below.call('GET', `/submissions/${id}/form`)).json()
    expect(scope.sources.previous.answers).toEqual({ recipients: { gepeng: { due: '40' } } })
  })
  it('is proved by the unit alone', async () => {
    const [id] = await given()
    const anchor = `${row}/state`
    const own = v7()
    expect((await upload(below, id, { fields: { id: own, anchor } })).statusCode).toBe(201)
    const other = { fields: { anchor: '/recipients/anak-telantar/state' } }
    expect((await upload(below, id, other)).json()).toMatchObject({ code: 'wrong-status' })
    expect((await upload(team.operator, id, { fields: { anchor } })).json()).toMatchObject({ code: 'wrong-status' })
    expect((await upload(beside, id, { fields: { anchor } })).statusCode).toBe(404)
    expect((await beside.call('DELETE', `/submissions/${id}/attachments/${own}`)).statusCode).toBe(404)
    expect((await below.call('DELETE', `/submissions/${id}/attachments/${own}`)).statusCode).toBe(204)
  })
  it('keeps the report from being submitted, and is named', async () => {
    const [id, one] = await given()
    const refused = await team.move(team.operator, id, 'submit')
    expect(refused.json()).toMatchObject({
      code: 'needs-unmet',
      errors: [{ pointer: row, code: 'contribution-given', message: expect.stringContaining('UPTD Panti Sosial') }],
    })
    expect((await team.move(below, id, 'submit')).statusCode).toBe(404)
    await done(below, id, one)
    await team.through(id, ['operator', 'submit'])
  })
})

describe('POST …/contributions/:contribution/done', () => {
  it('is of who was handed it', async () => {
    const [id, one] = await given()
    expect((await act(api.stranger, id, one, 'done')).statusCode).toBe(401)
    expect((await act(team.head, id, one, 'done')).statusCode).toBe(403)
    expect((await act(team.operator, id, one, 'done')).statusCode).toBe(403)
    expect((await act(beside, id, one, 'done')).statusCode).toBe(404)
    expect((await act(below, id, v7(), 'done')).statusCode).toBe(404)
  })
  it('gives the part back to the office, which may change it; the unit goes on reading', async () => {
    const [id, one] = await given()
    await save(below, id, `${row}/served`, '7')
    const answer = await act(below, id, one, 'done')
    expect(answer.json()).toMatchObject({ part: [row], contributions: [{ status: 'done' }] })
    expect((await api.events(stream(id))).at(-1)).toMatchObject({
      type: 'contribution.done',
      actor: `post:${below.postId}`,
      data: { contribution: one },
    })
    await done(below, id, one)
    expect((await types(id)).filter(type => type === 'contribution.done')).toHaveLength(1)
    expect(await save(below, id, `${row}/due`)).toMatchObject({ why: 'contribution' })
    expect(await save(team.operator, id, `${row}/due`)).toMatchObject({ result: 'applied' })
    const { answers } = (await below.call('GET', `/submissions/${id}/answers`)).json()
    expect(answers.recipients.gepeng).toEqual({ due: '5', served: '7' })
  })
  it('leaves hands that cannot review the report', async () => {
    const reviewer = await api.as([{ role: 'operator', offices: [unit] }, { role: 'verifier' }])
    const posts = await api.db.prisma.post.findMany({ where: { personId: reviewer.personId, role: 'verifier' } })
    const [id, one] = await given()
    await done(reviewer, id, one)
    await team.through(id, ['operator', 'submit'])
    const asVerifier = await api.session(reviewer.personId, posts[0]!.id)
    expect((await team.move(asVerifier, id, 'claim')).json()).toMatchObject({ needs: [{ code: 'clean-hands' }] })
  })
})

describe('POST …/contributions/:contribution/take-back', () => {
  it('is of the office that gave it', async () => {
    const [id, one] = await given()
    expect((await act(api.stranger, id, one, 'take-back')).statusCode).toBe(401)
    expect((await act(team.head, id, one, 'take-back')).statusCode).toBe(403)
    expect((await act(below, id, one, 'take-back')).statusCode).toBe(403)
    expect((await act(team.other, id, one, 'take-back')).statusCode).toBe(404)
  })
  it('opens the part to the office; what the unit typed meanwhile is locked, not lost', async () => {
    const [id, one] = await given()
    await save(below, id, `${row}/served`, '7')
    expect((await act(team.operator, id, one, 'take-back')).json().contributions[0].status).toBe('taken-back')
    expect((await api.events(stream(id))).at(-1)).toMatchObject({ type: 'contribution.taken-back' })
    expect(await save(team.operator, id, `${row}/due`)).toMatchObject({ result: 'applied' })
    expect(await save(below, id, `${row}/due`)).toMatchObject({ result: 'locked', why: 'contribution' })
    expect((await below.call('GET', `/submissions/${id}`)).statusCode).toBe(404)
    expect((await act(below, id, one, 'done')).json()).toMatchObject({ code: 'wrong-status' })
    expect((await act(team.operator, id, one, 'take-back')).statusCode).toBe(200)
    expect((await give(id)).statusCode).toBe(200)
  })
})

describe('POST …/contributions/:contribution/return', () => {
  const note = 'Jumlah bulan September belum masuk.'
  it('is of the office that gave it, once it is done, with words', async () => {
    const [id, one] = await given()
    expect((await act(team.operator, id, one, 'return', { note })).json()).toMatchObject({ code: 'wrong-status' })
    await done(below, id, one)
    expect((await act(api.stranger, id, one, 'return', { note })).statusCode).toBe(401)
    expect((await act(team.head, id, one, 'return', { note })).statusCode).toBe(403)
    expect((await act(below, id, one, 'return', { note })).statusCode).toBe(403)
    expect((await act(team.other, id, one, 'return', { note })).statusCode).toBe(404)
    expect((await act(team.operator, id, one, 'return', { note: ' ' })).statusCode).toBe(422)
    const past = { note, dueAt: '2020-01-01T00:00:00Z' }
    expect((await act(team.operator, id, one, 'return', past)).json().errors[0].pointer).toBe('/dueAt')
  })
  it('gives it to the unit again', async () => {
    const [id, one] = await given()
    await done(below, id, one)
    const answer = await act(team.operator, id, one, 'return', { note })
    expect(answer.json().contributions).toMatchObject([{ status: 'given', note }])
    expect((await api.events(stream(id))).at(-1)).toMatchObject({
      type: 'contribution.given',
      data: { contribution: one, returned: true },
    })
    expect(await save(below, id, `${row}/due`)).toMatchObject({ result: 'applied' })
    expect(await save(team.operator, id, `${row}/served`)).toMatchObject({ why: 'contribution' })
  })
  it('comes too late once the report was submitted', async () => {
    const [id, one] = await given()
    await done(below, id, one)
    await team.through(id, ['operator', 'submit'])
    for (const name of ['return', 'take-back'])
      expect((await act(team.operator, id, one, name, { note })).json()).toMatchObject({ code: 'wrong-status' })
  })
})

describe('GET /submissions/:id/contributors', () => {
  it('names units below and operators to the operator of the office', async () => {
    const id = await team.begin()
    const path = `/submissions/${id}/contributors`
    expect((await api.stranger.call('GET', path)).statusCode).toBe(401)
    expect((await team.head.call('GET', path)).statusCode).toBe(403)
    expect((await team.other.call('GET', path)).statusCode).toBe(404)
    const { offices, people } = (await team.operator.call('GET', path)).json()
    expect(offices.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['UPTD Lansia', 'UPTD Panti Sosial']),
    )
    expect(people).toEqual(
      expect.arrayContaining([{ id: below.personId, name: 'Operator Panti', office: 'UPTD Panti Sosial' }]),
    )
    expect(JSON.stringify(people)).not.toContain(team.other.personId)
  })
})

describe('GET /contributions', () => {
  it('lists what was handed to who asks, while the report is open', async () => {
    const own = await api.as({ role: 'operator', offices: [unit] })
    const shown = async (by: Caller = own) =>
      (await by.call('GET', '/contributions')).json().items.map((line: { id: string }) => line.id)
    const [id, one] = await given({ note: 'Mohon segera.' })
    const { items } = (await own.call('GET', '/contributions')).json()
    expect(items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          id: one,
          submission: id,
          status: 'given',
          note: 'Mohon segera.',
          reportStatus: 'draft',
        }),
      ]),
    )
    for (const by of [team.operator, team.other, beside]) expect(await shown(by)).not.toContain(one)
    expect((await team.head.call('GET', '/contributions')).statusCode).toBe(403)
    expect((await api.stranger.call('GET', '/contributions')).statusCode).toBe(401)
    await done(below, id, one)
    expect(await shown()).toContain(one)
    await team.through(id, ['operator', 'submit'])
    expect(await shown()).not.toContain(one)
  })
})
