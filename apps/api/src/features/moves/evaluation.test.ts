import { openDatabase, reader, verifyHistory } from '@sepakat/db'
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
import { soon } from '#testing/filing.ts'
import { move, reporting } from '#testing/reporting.ts'
import { type TestApi, testApi } from '#testing/testApi.ts'

let api: TestApi
let team: Evaluating
beforeAll(async () => {
  api = await testApi()
  team = await evaluating(api)
})
afterAll(() => api.close())

const [subcomponent = ''] = subcomponents
const at = (field: string) => `/subcomponents/${subcomponent}/${field}`
const whole = async (): Promise<string> => {
  const id = await team.claimed()
  await team.save(team.evaluator, id, ...evaluated())
  return id
}
const bodyOf = async (id: string, n: number) =>
  (await team.operator.call('GET', `/submissions/${id}/revisions/${n}`)).json().body

describe('approving what an evaluator evaluates', () => {
  it('waits until all that is asked of the evaluator is there and right', async () => {
    const { save, evaluator, approve } = team
    const id = await team.claimed()
    const empty = (await approve(id)).json()
    expect([empty.code, empty.needs.map((need: { code: string }) => need.code)]).toEqual(['needs-unmet', ['evaluated']])
    expect(empty.errors.map((error: { pointer: string }) => error.pointer)).toContain(at('grade'))
    await save(evaluator, id, ...evaluated())
    const { revs } = (await evaluator.call('GET', `/submissions/${id}/answers?revs=true`)).json()
    await save(evaluator, id, set(at('grade'), 'AA', revs.subcomponents[subcomponent].grade))
    const unexplained = (await approve(id)).json()
    expect(unexplained.errors).toMatchObject([{ pointer: at('note'), code: 'grade-unexplained' }])
    await save(evaluator, id, set(at('note'), 'Dipertahankan sejak 2019.'))
    expect((await approve(id)).json().status).toBe('approved')
  })

  it('freezes what both wrote in a revision of its own, and leaves the submitted one as it was', async () => {
    const id = await whole()
    expect((await team.approve(id)).json()).toMatchObject({
      status: 'approved',
      latestRevision: 2,
      approvedRevision: 2,
    })
    const { items } = (await team.operator.call('GET', `/submissions/${id}/revisions`)).json()
    expect(items).toMatchObject([
      { n: 1, status: 'handed-in', evaluated: false },
      { n: 2, status: 'approved', evaluated: true, by: { name: 'Penilai Satu' } },
    ])
    expect((await bodyOf(id, 1)).answers.subcomponents).toBeUndefined()
    const { answers } = await bodyOf(id, 2)
    expect(answers.subcomponents[subcomponent]).toEqual({ grade: 'BB' })
    expect(answers.criteria[criteria[0]!]).toMatchObject({ met: true, verified: true })
    expect((await api.events(`submission/${id}`)).at(-1)).toMatchObject({
      type: 'submission.approved',
      data: { to: 'approved', evaluated: 1, revision: 2, digest: expect.any(String) },
    })
  })

  it('leads from the own score to each criterion, and says who submitted what was evaluated', async () => {
    await team.approve(await whole())
    const asked = { office: team.office, form: 'sakip/evaluasi', period: `${team.year()}`, code: 'sakip.ownScore' }
    const traced = (await team.evaluator.call('GET', `/figures/trace?${new URLSearchParams(asked)}`)).json()
    const met = traced.answers.filter(({ at }: { at: string }) => at.endsWith('/met'))
    expect(met).toHaveLength(criteria.length)
    expect(traced).toMatchObject({
      more: 0,
      revision: 2,
      submitted: { by: { name: expect.any(String) } },
      approved: { by: { name: 'Penilai Satu' } },
    })
  })

  it('makes its score the figure that counts', async () => {
    await team.approve(await whole())
    const asked = `/figures?form=sakip/evaluasi&period=${team.year()}&code=sakip.score`
    const { items } = (await team.evaluator.call('GET', asked)).json()
    expect(items.find((line: { figure: { row: string } }) => line.figure.row === '')).toMatchObject({
      standing: 'final',
      figure: { value: '80', band: { id: 'BB' } },
    })
  })

  it('leaves the hands of the evaluator clean for another round, in which the office sees what was written', async () => {
    const id = await whole()
    await team.approve(id)
    const coordinator = await api.as({ role: 'coordinator', reportTypes: ['sakip'] })
    await move(coordinator, id, 'reopen', { reason: 'Salah unggah', dueAt: soon() })
    const { items } = (await team.operator.call('GET', `/submissions/${id}/notes`)).json()
    await team.operator.call('POST', `/submissions/${id}/notes/${items[0].id}/answers`, { text: 'Sudah diganti.' })
    await move(team.operator, id, 'submit')
    await move(team.evaluator, id, 'claim')
    expect((await team.approve(id)).json()).toMatchObject({ latestRevision: 4, approvedRevision: 4 })
    expect((await bodyOf(id, 3)).answers.subcomponents[subcomponent].grade).toBe('BB')
  })

  it('gives its recommendations to the office to answer the year after', async () => {
    await team.approve(await whole())
    const next = team.year() + 1
    await reporting(api.db, next)
    const asked = { office: team.office, form: 'sakip/evaluasi', period: `${next}` }
    const { id } = (await team.operator.call('POST', '/submissions', asked)).json()
    const answered = await team.operator.call('PATCH', `/submissions/${id}/answers`, {
      changes: [{ changeId: v7(), ...set(`/followUps/${recommendation}/status`, 'done') }],
    })
    expect(answered.json().results[0].result).toBe('applied')
  })

  it('is protected against tampering like a submission', async () => {
    const id = await whole()
    await team.approve(id)
    const everything = openDatabase({ url: api.superuserUrl, max: 1 })
    const { pool, close } = everything
    const verify = async () => {
      const found = new Set<string>()
      for await (const { code, where } of verifyHistory(reader(everything), {
        fileHash: async () => null,
        anchor: null,
        account: 'sepakat_app',
      }))
        if (where.includes(id)) found.add(code)
      return [...found]
    }
    expect(await verify()).toEqual([])
    await pool.query('BEGIN')
    await pool.query('SET LOCAL session_replication_role = replica')
    await pool.query(`UPDATE answer_change SET "to" = '"AA"' WHERE submission_id = $1 AND field = 'grade'`, [id])
    expect(await verify()).toEqual(['answer-changed', 'change-changed'])
    await pool.query('ROLLBACK')
    await close()
  })
})
