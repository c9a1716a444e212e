import { putSetting, reader, record, submissionStream, written } from '@sepakat/db'
import { readBound } from '@sepakat/db/history/bound/readBound.ts'
import type { Answers } from '@sepakat/rules'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approve, type Reporting, reporting } from '#testing/reporting.ts'
import { agreementAnswers, registerAnswers, sakipIds } from '#testing/sakip.ts'
import { type Caller, type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { answerHandlers } from '../answers/routes.ts'
import { moveHandlers } from '../moves/routes.ts'
import { submissionHandlers } from './routes.ts'

let api: TestApi
let plan: Reporting
let operator: SignedIn
let verifier: SignedIn
let key: Caller & { keyId: string }
beforeAll(async () => {
  api = await testApi({ ...submissionHandlers, ...answerHandlers, ...moveHandlers })
  plan = await reporting(api.db)
  operator = await api.as({ role: 'operator', offices: [plan.dsp3a] })
  verifier = await api.as({ role: 'verifier', reportTypes: ['spm', 'sakip'] })
  key = await api.withKey({
    owner: operator.personId,
    scopes: ['submission.write', 'submission.read'],
    offices: [plan.dsp3a],
  })
})
afterAll(() => api.close())

const create = (by: Caller, body: object) => by.call('POST', '/submissions', body)
const spm = (period: string, more: object = {}) => ({ office: plan.dsp3a, form: 'spm/triwulan', period, ...more })
const answersOf = async (id: string) => (await operator.call('GET', `/submissions/${id}/answers`)).json()

describe('POST /submissions', () => {
  it('turns a stranger away, and who does not fill in', async () => {
    expect((await create(api.stranger, spm('2026-TW1'))).statusCode).toBe(401)
    expect((await create(verifier, spm('2026-TW1'))).statusCode).toBe(403)
  })

  it('knows nothing of another office', async () => {
    const other = await api.as({ role: 'operator', offices: [plan.dinkes] })
    const obligation = await plan.owed(plan.dsp3a, 'spm/triwulan', '2026-TW1')
    expect((await create(other, { obligation })).statusCode).toBe(404)
    expect((await create(other, spm('2026-TW1'))).statusCode).toBe(404)
    expect((await create(operator, { obligation: v7() })).statusCode).toBe(404)
    expect((await create(operator, { after: v7(), reason: 'x' })).statusCode).toBe(404)
    expect((await create(operator, spm('2026-TW1', { office: v7() }))).statusCode).toBe(404)
  })

  it('is answered as it is read, also where a date of it was moved before it was created', async () => {
    const body = { form: 'spm/triwulan', period: '2026-TW1' }
    const writer = await api.as({ role: 'operator', offices: [plan.dinkes], title: 'Penyusun' }, { name: 'Ani' })
    const obligation = await plan.owed(plan.dinkes, 'spm/triwulan', '2026-TW2')
    await record(api.db, { actor: 'system', at: new Date() }, async () =>
      written(null, {
        stream: submissionStream(obligation),
        type: 'submission.due-moved',
        data: {},
        binds: { submission: [] },
      }),
    )
    for (const asked of [{ ...body, office: plan.dinkes }, { obligation }]) {
      const made = await create(writer, asked)
      expect(made.statusCode, made.body).toBe(201)
      const { progress: _, ...told } = made.json()
      const { progress, ...read } = (await writer.call('GET', `/submissions/${told.id}`)).json()
      expect(told).toEqual(read)
      const types = (await api.events(submissionStream(told.id))).map(({ type }) => type)
      expect(types).toEqual([...('obligation' in asked ? ['submission.due-moved'] : []), 'submission.created'])
      const [bound] = await readBound(reader(api.db), 'submission', { ids: [told.id] })
      const { rows } = await api.db.pool.query({
        text: `SELECT data -> 'bound' AS bound FROM event WHERE stream = $1 AND type = 'submission.created'`,
        values: [submissionStream(told.id)],
      })
      expect(rows).toEqual([{ bound: { submission: { [told.id]: bound?.columns } } }])
    }
  })

  it('refuses what is no such request, and what is not owed', async () => {
    expect((await create(operator, {})).statusCode).toBe(422)
    expect((await create(operator, spm('2026-TW5'))).statusCode).toBe(422)
    const unowed = await create(operator, spm('2031-TW1'))
    expect([unowed.statusCode, unowed.json().code]).toEqual([422, 'no-obligation'])
    const unknown = await create(operator, { ...spm('2026-TW1'), form: 'spm/tidak-ada' })
    expect([unknown.statusCode, unknown.json().code]).toEqual([422, 'no-obligation'])
  })

  it('begins the report of an obligation under its id, and is the same one when asked again', async () => {
    const obligation = await plan.owed(plan.dsp3a, 'spm/triwulan', '2026-TW1')
    const made = await create(operator, { obligation })
    expect(made.statusCode).toBe(201)
    expect(made.json()).toMatchObject({
      id: obligation,
      office: { id: plan.dsp3a },
      status: 'draft',
      number: 1,
      version: 0,
      readable: true,
      numbers: [{ id: obligation, number: 1, status: 'draft' }],
      statusBy: { actor: `post:${operator.postId}` },
    })
    expect(made.headers.location).toBe(`/api/v1/submissions/${obligation}`)
    const again = await create(operator, spm('2026-TW1'))
    expect([again.statusCode, again.json().id]).toEqual([201, obligation])
    const events = await api.events(`submission/${obligation}`)
    expect(events).toEqual([
      {
        type: 'submission.created',
        actor: `post:${operator.postId}`,
        data: {
          office: plan.dsp3a,
          form: 'spm/triwulan',
          period: '2026-TW1',
          number: 1,
          formVersion: 1,
          carried: 0,
          sent: false,
        },
      },
    ])
  })

  it('is one report, also for several callers at once', async () => {
    const body = spm('2026-TW1-latihan', { answers: { recipients: { gepeng: { due: '7' } } } })
    const all = await Promise.all(Array.from({ length: 8 }, (_, n) => create(n % 2 ? key : operator, body)))
    expect(new Set(all.map(({ statusCode }) => statusCode))).toEqual(new Set([201]))
    const ids = new Set(all.map(made => made.json().id))
    expect(ids.size).toBe(1)
    const [id] = [...ids]
    expect(await answersOf(id)).toEqual({ version: 1, answers: { recipients: { gepeng: { due: '7' } } } })
    expect((await api.events(`submission/${id}`)).length).toBe(1)
    expect(all[0]!.json().practice).toBe(true)
  })

  it('waits for the period to open, and does not begin after it closed', async () => {
    const day = 86_400_000
    const [opens, past] = [new Date(Date.now() + day), new Date(Date.now() - day)]
    await api.db.pool.query(`UPDATE period SET opens_at = $1 WHERE form = 'spm/triwulan' AND key = '2026-TW4'`, [opens])
    const early = await create(operator, spm('2026-TW4'))
    expect([early.statusCode, early.json().code, early.json().needs[0].code]).toEqual([
      409,
      'needs-unmet',
      'period-open',
    ])
    await api.db.pool.query(
      `UPDATE period SET opens_at = $1::timestamptz - interval '1 month', due_at = $1, closes_at = $1 WHERE form = 'spm/triwulan' AND key = '2026-TW4'`,
      [past],
    )
    const late = await create(operator, spm('2026-TW4'))
    expect([late.statusCode, late.json().needs[0].code]).toEqual([409, 'period-open'])
    await api.db.pool.query(`UPDATE obligation SET extended_to = $2 WHERE id = $1`, [
      await plan.owed(plan.dsp3a, 'spm/triwulan', '2026-TW4'),
      new Date(Date.now() + day),
    ])
    expect((await create(operator, spm('2026-TW4'))).statusCode).toBe(201)
  })
})

describe('POST /submissions with answers', () => {
  const staff = v7()
  const answers = {
    recipients: { gepeng: { due: '40', served: '30' }, 'disabilitas-telantar': { state: 'nil', reason: 'Tidak ada' } },
    staff: { [staff]: { $parent: 'gepeng', job: 'Pekerja sosial', count: '3' } },
    problems: { gepeng: { state: 'nil' } },
  }

  it('begins nothing where one is wrong, and names each by its pointer', async () => {
    const wrong = {
      recipients: { gepeng: { due: 'banyak', served: '30' }, 'air-minum': { due: '1' } },
      staff: { [staff]: { $parent: 'air-minum', $position: 'a0' } },
      constructor: { a: { b: 'c' } },
    }
    const refused = await create(key, spm('2026-TW2', { answers: wrong }))
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'invalid'])
    const errors = refused.json().errors as { pointer: string; code: string }[]
    expect(Object.fromEntries(errors.map(({ pointer, code }) => [pointer, code]))).toEqual({
      '/answers/recipients/gepeng/due': 'wrong-type',
      '/answers/recipients/air-minum/due': 'unknown-pointer',
      [`/answers/staff/${staff}`]: 'no-parent',
      '/answers/constructor/a/b': 'unknown-pointer',
    })
    const id = await plan.owed(plan.dsp3a, 'spm/triwulan', '2026-TW2')
    expect((await operator.call('GET', `/submissions/${id}`)).statusCode).toBe(404)
  })

  it('begins with them as changes by a program, rows without a place in the order given', async () => {
    const made = await create(key, spm('2026-TW2', { answers }))
    expect(made.statusCode, made.body).toBe(201)
    const { answers: kept } = await answersOf(made.json().id)
    expect(kept).toEqual({ ...answers, staff: { [staff]: { ...answers.staff[staff], $position: 'c000' } } })
    const { items } = (await operator.call('GET', `/submissions/${made.json().id}/changes`)).json()
    expect(new Set(items.map((i: { via: string }) => i.via))).toEqual(new Set(['api']))
    expect(items.length).toBe(made.json().version)
    const again = await create(key, spm('2026-TW2', { answers: { recipients: { gepeng: { due: '1' } } } }))
    expect([again.statusCode, again.json().version]).toEqual([201, made.json().version])
  })

  it('carries over the target of the year, and what is sent replaces it', async () => {
    const made = await create(key, spm('2026-TW3', { answers: { recipients: { gepeng: { served: '35' } } } }))
    expect((await answersOf(made.json().id)).answers).toEqual({ recipients: { gepeng: { due: '40', served: '35' } } })
    const { items } = (await operator.call('GET', `/submissions/${made.json().id}/changes`)).json()
    expect(items.map((i: { pointer: string; via: string }) => [i.pointer, i.via])).toEqual([
      ['/recipients/gepeng/due', 'carry'],
      ['/recipients/gepeng/served', 'api'],
    ])
    expect((await api.events(`submission/${made.json().id}`))[0]?.data).toMatchObject({ carried: 1, sent: true })
  })
})

describe('POST /submissions after another: Perubahan', () => {
  const ids = sakipIds()
  const yearly = (form: string, answers: Answers) => ({ office: plan.dsp3a, form, period: '2026', answers })
  let first: string

  it('comes only after an approved one of a form that has numbers', async () => {
    const register = await create(key, yearly('sakip/indikator', registerAnswers(ids)))
    await approve(operator, verifier, register.json().id)
    const other = await create(operator, { after: register.json().id, reason: 'x' })
    expect([other.statusCode, other.json().needs[0].code]).toEqual([409, 'numbered'])
    const made = await create(key, yearly('sakip/perjanjian-kinerja', agreementAnswers(ids)))
    expect(made.statusCode, made.body).toBe(201)
    first = made.json().id
    const early = await create(operator, { after: first, reason: 'Perubahan APBD' })
    expect([early.statusCode, early.json().needs[0].code]).toEqual([409, 'approved'])
  })

  it('is a copy of the approved answers with their ids, one at a time, the same one when asked again', async () => {
    await approve(operator, verifier, first)
    const all = await Promise.all([1, 2, 3].map(() => create(operator, { after: first, reason: 'Perubahan APBD' })))
    expect(all.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201])
    expect(new Set(all.map(made => made.json().id)).size).toBe(1)
    const second = all[0]!.json()
    expect(second).toMatchObject({ number: 2, status: 'draft', dueAt: null, closesAt: null, late: false })
    expect(second.numbers.map((n: { number: number; status: string }) => [n.number, n.status])).toEqual([
      [1, 'approved'],
      [2, 'draft'],
    ])
    const copied = (await answersOf(second.id)).answers
    const { answers } = await answersOf(first)
    const reason = { document: { ...answers.document.document, reason: 'Perubahan APBD' } }
    expect(copied).toEqual({ ...answers, document: reason })
    expect(Object.keys(copied.indicators).sort()).toEqual([...ids.indicators].sort())
    const [created] = await api.events(`submission/${second.id}`)
    expect(created).toMatchObject({
      type: 'submission.created',
      data: { number: 2, after: first, reasonAt: '/document/document/reason' },
    })
    expect(JSON.stringify(await api.events(`submission/${second.id}`))).not.toContain('Perubahan APBD')
    const next = await create(operator, { after: second.id, reason: 'Lagi' })
    expect([next.statusCode, next.json().needs[0].code]).toEqual([409, 'approved'])
    const stranger = await api.as({ role: 'operator', offices: [plan.dinkes] })
    expect((await create(stranger, { after: first, reason: 'x' })).statusCode).toBe(404)
    expect((await operator.call('GET', `/obligations?form=sakip/perjanjian-kinerja`)).json().items).toMatchObject([
      { obligation: first, submission: second.id, number: 2, status: 'draft', approvedRevision: null },
    ])
    await approve(operator, verifier, second.id)
    const third = await create(operator, { after: second.id, reason: 'Pergantian pejabat' })
    const { document } = (await answersOf(third.json().id)).answers
    expect([third.statusCode, document.document.reason]).toEqual([201, 'Pergantian pejabat'])
  })
})

describe('a program that only writes', () => {
  it('sees the report it began, and reads nothing else', async () => {
    const writes = await api.withKey({ owner: operator.personId, scopes: ['submission.write'], offices: [plan.dsp3a] })
    const made = await create(writes, spm('2026-TW4'))
    expect([made.statusCode, made.json().readable]).toEqual([201, false])
    expect((await writes.call('GET', `/submissions/${made.json().id}`)).statusCode).toBe(403)
  })
})

describe('answers beyond measure', () => {
  it('are refused before they are judged', async () => {
    const rows = Array.from({ length: 10_001 }, () => [v7(), { $parent: 'gepeng', job: 'x' }])
    const refused = await create(key, spm('2026-TW4', { answers: { staff: Object.fromEntries(rows) } }))
    expect([refused.statusCode, refused.json().errors[0]?.pointer]).toEqual([422, '/answers'])
  })
})

describe('the plan that is set', () => {
  const scopeOf = async (id: string) => (await operator.call('GET', `/submissions/${id}/form`)).json().scope
  const register = async (period: string): Promise<string> =>
    (await create(operator, { office: plan.dsp3a, form: 'sakip/indikator', period })).json().id

  it('is for reports created from then on: earlier ones keep theirs, and its targets are not carried into another', async () => {
    await reporting(api.db, 2027)
    const before = await register('2026')
    await putSetting(reader(api.db), 'plan', { from: 2027, to: 2032 }, 'system')
    expect((await scopeOf(before)).plan).toEqual({ from: 2025, to: 2030 })
    const id = await register('2027')
    const scope = await scopeOf(id)
    expect([scope.plan, scope.sources.previous.plan]).toEqual([
      { from: 2027, to: 2032 },
      { from: 2025, to: 2030 },
    ])
    const { indicators } = (await answersOf(id)).answers
    const fields = new Set(Object.values(indicators as Record<string, object>).flatMap(Object.keys))
    expect([fields.has('name'), [...fields].filter(field => /^(renstra|iku)\d|^base$/.test(field))]).toEqual([true, []])
  })
})
