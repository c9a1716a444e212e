import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  criteria,
  type Evaluating,
  evaluated,
  evaluating,
  recommendation,
  set,
  subcomponents,
} from '#testing/evaluating.ts'
import { move } from '#testing/reporting.ts'
import { type TestApi, testApi } from '#testing/testApi.ts'

let api: TestApi
let team: Evaluating
beforeAll(async () => {
  api = await testApi()
  team = await evaluating(api)
})
afterAll(() => api.close())

const grade = `/subcomponents/${subcomponents[0]}/grade`
const resultsOf = async (saved: ReturnType<Evaluating['save']>): Promise<string[]> =>
  (await saved).json().results.map(({ result }: { result: string }) => result)

describe('PATCH /submissions/:id/evaluation', () => {
  it('turns strangers, the office, other reviewers and other report types away', async () => {
    const { save, operator, evaluator } = team
    const id = await team.claimed()
    expect((await save(api.stranger, id, set(grade, 'B'))).statusCode).toBe(401)
    expect((await save(operator, id, set(grade, 'B'))).statusCode).toBe(403)
    expect((await save(await api.as({ role: 'verifier' }), id, set(grade, 'B'))).statusCode).toBe(403)
    const other = await api.as({ role: 'evaluator', reportTypes: ['spm'] })
    expect((await save(other, id, set(grade, 'B'))).statusCode).toBe(404)
    expect((await save(evaluator, id, { op: 'set', pointer: grade, value: 'B' })).statusCode).toBe(428)
    expect((await save(evaluator, id, { op: 'set', pointer: grade, value: 7, base: 0 })).statusCode).toBe(422)
  })

  it('is for who has claimed it, while it is in review', async () => {
    const { save, evaluator } = team
    const id = await team.submitted()
    const answerOf = async (saved: ReturnType<Evaluating['save']>) => (await saved).json().results[0]
    expect(await answerOf(save(evaluator, id, set(grade, 'B')))).toMatchObject({
      result: 'locked',
      why: 'status',
      status: 'submitted',
    })
    await move(evaluator, id, 'claim')
    const second = await api.as({ role: 'evaluator', reportTypes: ['sakip'] })
    expect(await answerOf(save(second, id, set(grade, 'B')))).toMatchObject({
      result: 'locked',
      why: 'claim',
      status: 'in-review',
      name: 'Penilai Satu',
    })
    expect(await resultsOf(save(evaluator, id, set(grade, 'B')))).toEqual(['applied'])
    await move(evaluator, id, 'release')
    expect(await answerOf(save(evaluator, id, set(grade, 'CC', 1)))).toMatchObject({ result: 'locked', why: 'status' })
  })

  it('answers a repeated change as the first time, also after the review has ended', async () => {
    const id = await team.claimed()
    const changes = [{ changeId: v7(), ...set(grade, 'B') }]
    const send = async () =>
      (await team.evaluator.call('PATCH', `/submissions/${id}/evaluation`, { changes })).json().results[0]
    const first = await send()
    expect(first.result).toBe('applied')
    await move(team.evaluator, id, 'release')
    expect(await send()).toMatchObject({ result: 'already', rev: first.rev })
    expect((await team.operator.call('PATCH', `/submissions/${id}/answers`, { changes })).json().results[0]).toEqual(
      await send(),
    )
  })

  it('writes the cells and rows of the evaluator, and nothing of the office', async () => {
    const { save, evaluator, operator } = team
    const id = await team.claimed()
    const saved = await save(evaluator, id, ...evaluated(), set(`/criteria/${criteria[0]}/met`, false))
    const { results } = saved.json()
    expect(results.pop()).toMatchObject({ result: 'locked', why: 'writer' })
    expect(new Set(results.map(({ result }: { result: string }) => result))).toEqual(new Set(['applied']))
    expect(await resultsOf(save(evaluator, id, set(grade, 'CC')))).toEqual(['conflict'])
    const gone = { op: 'remove', pointer: `/recommendations/${recommendation}`, base: 1000 }
    expect(await resultsOf(save(evaluator, id, gone))).toEqual(['applied'])
    const byOffice = await operator.call('PATCH', `/submissions/${id}/answers`, {
      changes: [{ changeId: v7(), ...set(grade, 'AA', 81) }],
    })
    expect(byOffice.json().results[0]).toMatchObject({ result: 'locked', why: 'writer' })
  })

  it('is not for who filed for the office, under another post', async () => {
    const both = await api.as([
      { role: 'operator', offices: [team.office] },
      { role: 'evaluator', reportTypes: ['sakip'] },
    ])
    const { posts } = await api.db.prisma.person.findUniqueOrThrow({
      where: { id: both.personId },
      select: { posts: true },
    })
    const asEvaluator = await api.session(both.personId, posts.find(({ role }) => role === 'evaluator')!.id)
    const id = await team.submitted()
    await move(team.operator, id, 'withdraw')
    await move(both, id, 'submit')
    const claim = await asEvaluator.call('POST', `/submissions/${id}/claim`, {}, { 'idempotency-key': v7() })
    expect(claim.json().needs[0].code).toBe('clean-hands')
  })
})
