import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Filing, filing, soon } from '#testing/filing.ts'
import { answersTo, json, mostly, sender, word } from '#testing/hostile.ts'
import { type TestApi, testApi } from '#testing/testApi.ts'

let api: TestApi
let team: Filing
let id: string
beforeAll(async () => {
  api = await testApi()
  team = await filing(api)
  id = await team.begin()
})
afterAll(() => api.close())

const date = mostly(soon(), '2020-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '2026-13-01')
const anchors = fc.oneof(fc.array(mostly('', '/recipients/gepeng', '/recipients'), { maxLength: 4 }), json)
const bodies: Record<string, fc.Arbitrary<unknown>> = {
  submit: fc.record({ deviceAt: date }, { requiredKeys: [] }),
  sign: fc.constant({}),
  decline: fc.record({ reason: mostly('Belum lengkap.') }),
  withdraw: fc.constant({}),
  claim: fc.constant({}),
  release: fc.constant({}),
  return: fc.record({ dueAt: date, anchors }, { requiredKeys: [] }),
  approve: fc.constant({}),
  reopen: fc.record({ reason: mostly('Dikoreksi.'), dueAt: date, anchors }, { requiredKeys: [] }),
}
const mover = (move: string) => {
  if (move === 'submit' || move === 'withdraw') return team.operator
  if (move === 'sign' || move === 'decline') return team.head
  return move === 'reopen' ? team.coordinator : team.verifier
}
/** The moves that bring a report into every status, one after another, between two hostile ones. */
const steps = [
  () => team.move(team.operator, id, 'submit'),
  () => team.move(team.verifier, id, 'claim'),
  () => team.move(team.verifier, id, 'approve'),
  () => team.move(team.coordinator, id, 'reopen', { reason: 'Lagi.', dueAt: soon() }),
  () => api.db.pool.query(`UPDATE note SET status = 'answered' WHERE submission_id = $1`, [id]),
]

describe('hostile requests are answered in every status, never with an error of the server', () => {
  it.each(Object.keys(bodies))('POST /submissions/:id/%s', async move => {
    const body = fc.oneof({ weight: 4, arbitrary: bodies[move]! }, { weight: 1, arbitrary: json })
    let asked = 0
    const counts = await answersTo(220, body, async given => {
      asked += 1
      if (asked % 4 === 0) await steps[(asked / 4) % steps.length]!()
      return sender(api)(mover(move), 'POST', `/submissions/${id}/${move}`, given)
    })
    expect(
      Object.keys(counts)
        .map(Number)
        .every(status => [200, 409, 422, 400].includes(status)),
    ).toBe(true)
    expect(counts[422]).toBeGreaterThan(0)
    const stored = await api.db.pool.query('SELECT n FROM revision WHERE submission_id = $1 ORDER BY n', [id])
    const { items } = (await team.operator.call('GET', `/submissions/${id}/revisions`)).json()
    expect(items.map((r: { n: number }) => r.n)).toEqual(stored.rows.map(({ n }) => n))
  })

  it('any path, key and version', async () => {
    const asked = fc.tuple(word, fc.constantFrom('idempotency-key', 'if-match'), word)
    const counts = await answersTo(250, asked, ([name, header, value]) =>
      api.app.inject({
        method: 'POST',
        url: `/api/v1/submissions/${encodeURIComponent(name.toWellFormed())}/claim`,
        headers: {
          ...team.verifier.headers,
          origin: api.config.publicUrl,
          [header]: value.replace(/[^\t\x20-\x7e\x80-\xff]/g, '?'),
        },
        payload: {},
      }),
    )
    expect(counts[404]).toBeGreaterThan(0)
  })
})
