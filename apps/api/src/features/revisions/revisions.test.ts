import { sealHeads, sealMark, transaction } from '@sepakat/db'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Filing, filing } from '#testing/filing.ts'
import { type TestApi, testApi } from '#testing/testApi.ts'

let api: TestApi
let team: Filing
let id: string
beforeAll(async () => {
  api = await testApi()
  team = await filing(api)
  id = await team.begin()
  await team.set(id, { '/recipients/gepeng/due': '40' })
  await team.through(id, ['operator', 'submit'])
})
afterAll(() => api.close())

const reads = async () =>
  (
    await api.db.pool.query<{ actor: string; stream: string }>(
      `SELECT actor, stream FROM event WHERE type = 'submission.read' AND data ->> 'submission' = $1`,
      [id],
    )
  ).rows

describe('GET /submissions/:id/revisions', () => {
  it('turns strangers, admins and other offices away', async () => {
    const path = `/submissions/${id}/revisions`
    const admin = await api.as({ role: 'admin' })
    expect((await api.stranger.call('GET', path)).statusCode).toBe(401)
    expect((await admin.call('GET', path)).statusCode).toBe(403)
    expect((await team.other.call('GET', path)).statusCode).toBe(404)
  })

  it('lists what was submitted, by whom and with what receipt', async () => {
    const { items } = (await team.verifier.call('GET', `/submissions/${id}/revisions`)).json()
    expect(items).toMatchObject([
      { n: 1, by: { name: 'Operator Sosial', title: 'Operator' }, status: 'handed-in', lastChange: 1 },
    ])
    expect(items[0].receipt).toMatch(/^SPM-/)
  })

  it('names the first seal that holds the submission, once there is one', async () => {
    const sealed = async () => (await team.operator.call('GET', `/submissions/${id}/revisions`)).json().items[0].seal
    const seal = () => transaction(api.db, tx => sealHeads(tx, new Date()))
    expect(await sealed()).toBeNull()
    const first = await seal()
    expect(await sealed()).toEqual({ mark: sealMark(first!), at: first!.at.toISOString() })
    await team.through(id, ['verifier', 'claim'])
    expect(await seal()).not.toBeNull()
    expect(await sealed()).toMatchObject({ mark: sealMark(first!) })
  })
})

describe('GET /submissions/:id/revisions/:n', () => {
  it('is not there for strangers, other offices, or under another number', async () => {
    expect((await api.stranger.call('GET', `/submissions/${id}/revisions/1`)).statusCode).toBe(401)
    expect((await team.other.call('GET', `/submissions/${id}/revisions/1`)).statusCode).toBe(404)
    for (const n of ['2', '0', 'x', '1e9', '99999999999'])
      expect((await team.operator.call('GET', `/submissions/${id}/revisions/${n}`)).statusCode).toBe(404)
  })

  it('gives what was frozen; that others read it is recorded once an hour, that its office does is not', async () => {
    const path = `/submissions/${id.toUpperCase()}/revisions/1`
    const body = (await team.operator.call('GET', path)).json().body
    expect(body.answers).toEqual({ recipients: { gepeng: { due: '40' } } })
    expect(await reads()).toEqual([])
    const leader = await api.as({ role: 'leader' })
    for (const by of [team.verifier, leader, team.verifier, leader]) await by.call('GET', path)
    const recorded = await reads()
    expect(recorded.map(({ actor }) => actor).sort()).toEqual(
      [`post:${team.verifier.postId}`, `post:${leader.postId}`].sort(),
    )
    // Its current answers are the same report, read in the same hour.
    expect((await team.verifier.call('GET', `/submissions/${id}/answers`)).statusCode).toBe(200)
    expect(await reads()).toHaveLength(2)
    const auditor = await api.as({ role: 'auditor' })
    await auditor.call('GET', `/submissions/${id}/answers`)
    expect(await reads()).toHaveLength(3)
    expect(recorded.every(({ stream }) => /^access\/\d{4}-\d\d-\d\d\/[0-7]$/.test(stream))).toBe(true)
  })
})
