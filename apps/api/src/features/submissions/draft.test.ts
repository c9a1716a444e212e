import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Reporting, reporting } from '#testing/reporting.ts'
import { type Caller, type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { answerHandlers } from '../answers/routes.ts'
import { submissionHandlers } from './routes.ts'

let api: TestApi
let plan: Reporting
let operator: SignedIn
beforeAll(async () => {
  api = await testApi({ ...submissionHandlers, ...answerHandlers })
  plan = await reporting(api.db)
  operator = await api.as({ role: 'operator', offices: [plan.dsp3a] })
})
afterAll(() => api.close())

const owed = (period: string) => plan.owed(plan.dsp3a, 'spm/triwulan', period)
const draft = (by: Caller, obligation: string) => by.call('GET', `/obligations/${obligation}/draft`)
const read = async (path: string) => (await operator.call('GET', path)).json()

describe('GET /obligations/:id/draft', () => {
  it('turns a stranger away, and who does not fill in', async () => {
    const obligation = await owed('2026-TW1')
    expect((await draft(api.stranger, obligation)).statusCode).toBe(401)
    expect((await draft(await api.as({ role: 'verifier', reportTypes: ['spm'] }), obligation)).statusCode).toBe(403)
  })

  it('knows nothing of another office, nor of what is no obligation', async () => {
    const other = await api.as({ role: 'operator', offices: [plan.dinkes] })
    expect((await draft(other, await owed('2026-TW1'))).statusCode).toBe(404)
    expect((await draft(operator, v7())).statusCode).toBe(404)
    expect((await draft(operator, 'triwulan-satu')).statusCode).toBe(404)
  })

  it('waits for the period to open', async () => {
    const obligation = await owed('2026-TW4')
    await api.db.pool.query(
      `UPDATE period SET opens_at = now() + interval '1 day' WHERE form = 'spm/triwulan' AND key = '2026-TW4'`,
    )
    const early = await draft(operator, obligation)
    expect([early.statusCode, early.json().needs[0].code]).toEqual([409, 'period-open'])
  })

  it('is what beginning then makes, with what carries over, and begins nothing', async () => {
    const answers = { recipients: { gepeng: { due: '40', served: '30' } } }
    const sent = { office: plan.dsp3a, form: 'spm/triwulan', period: '2026-TW1', answers }
    expect((await operator.call('POST', '/submissions', sent)).statusCode).toBe(201)
    const obligation = await owed('2026-TW2')

    const told = (await draft(operator, obligation)).json()
    expect((await operator.call('GET', `/submissions/${obligation}`)).statusCode).toBe(404)
    expect(await api.events(`submission/${obligation}`)).toEqual([])
    expect(told.answers).toMatchObject({ version: 1, answers: { recipients: { gepeng: { due: '40' } } } })

    expect((await operator.call('POST', '/submissions', { obligation })).statusCode).toBe(201)
    expect(told.answers).toEqual(await read(`/submissions/${obligation}/answers?revs=true`))
    expect(told.form).toEqual(await read(`/submissions/${obligation}/form`))
    const { statusAt, progress, ...submission } = await read(`/submissions/${obligation}`)
    expect(told.submission).toMatchObject(submission)
  })

  it('is the current report where there is one', async () => {
    const obligation = await owed('2026-TW2')
    const change = { changeId: v7(), op: 'set', pointer: '/recipients/gepeng/served', value: '35', base: 0 }
    await operator.call('PATCH', `/submissions/${obligation}/answers`, { changes: [change] })
    const told = (await draft(operator, obligation)).json()
    expect(told.answers.answers.recipients.gepeng).toEqual({ due: '40', served: '35' })
    const events = await api.events(`submission/${obligation}`)
    expect(events.filter(({ type }) => type === 'submission.created').length).toBe(1)
  })

  it('reserves nothing: a user who filled in on top of it is told where the report begins with another value', async () => {
    const [before, obligation] = [await owed('2026-TW2'), await owed('2026-TW3')]
    const told = (await draft(operator, obligation)).json().answers
    const save = async (id: string, value: string, base: number, seen?: string) => {
      const change = { changeId: v7(), op: 'set', pointer: '/recipients/gepeng/due', value, base, seen }
      return (await operator.call('PATCH', `/submissions/${id}/answers`, { changes: [change] })).json().results[0]
    }
    expect((await save(before, '45', 1)).result).toBe('applied')
    expect((await operator.call('POST', '/submissions', { obligation })).statusCode).toBe(201)
    const { gepeng } = told.revs.recipients
    expect(await save(obligation, '41', gepeng.due, told.answers.recipients.gepeng.due)).toMatchObject({
      result: 'conflict',
      theirs: { value: '45', rev: gepeng.due },
    })
  })
})
