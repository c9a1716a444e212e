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
  await team.through(id, ['operator', 'submit'], ['verifier', 'claim'], ['verifier', 'approve'])
})
afterAll(() => api.close())

describe('GET /submissions/:id/events', () => {
  const path = () => `/submissions/${id}/events`

  it('turns strangers, admins and other offices away, and pages that are none', async () => {
    expect((await api.stranger.call('GET', path())).statusCode).toBe(401)
    expect((await (await api.as({ role: 'admin' })).call('GET', path())).statusCode).toBe(403)
    expect((await team.other.call('GET', path())).statusCode).toBe(404)
    for (const cursor of ['x', '-1', '1e3', '9'.repeat(30)])
      expect((await team.operator.call('GET', `${path()}?cursor=${cursor}`)).statusCode).toBe(422)
  })

  it('tells what happened, newest first, page by page', async () => {
    const seen: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const answer = await team.operator.call('GET', `${path()}?limit=3${next && `&cursor=${next}`}`)
      const page = answer.json() as { items: { type: string; by: { name: string } }[]; next: string | null }
      seen.push(...page.items.map(({ type, by }) => `${type} ${by.name}`))
      next = page.next
      expect(answer.headers.link !== undefined).toBe(next !== null)
    }
    expect(seen).toEqual([
      'submission.approved Verifikator Satu',
      'submission.claimed Verifikator Satu',
      'submission.submitted Operator Sosial',
      'submission.created Operator Sosial',
    ])
    const upper = await team.operator.call('GET', `/submissions/${id.toUpperCase()}/events`)
    expect(upper.json().items).toHaveLength(4)
  })
})
