import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Filing, filing, soon } from '#testing/filing.ts'
import { answersTo, json, mostly, sender, word } from '#testing/hostile.ts'
import { type TestApi, testApi } from '#testing/testApi.ts'

let api: TestApi
let team: Filing
let reviewed: string
let returned: { id: string; note: string }
beforeAll(async () => {
  api = await testApi()
  team = await filing(api)
  reviewed = await team.begin()
  await team.through(reviewed, ['operator', 'submit'], ['verifier', 'claim'])
  const id = await team.begin()
  await team.through(id, ['operator', 'submit'], ['verifier', 'claim'])
  returned = { id, note: await team.note(id) }
  await team.through(id, ['verifier', 'return', { dueAt: soon() }])
})
afterAll(() => api.close())

const anchor = mostly('', '/recipients', '/recipients/gepeng', '/recipients/gepeng/due', '/problems/gepeng')
const withId = <T extends object>(fields: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 9, arbitrary: fields }, { weight: 1, arbitrary: json })

describe('hostile requests are answered, never with an error of the server, and leave nothing that is not shown', () => {
  it('POST /submissions/:id/notes', async () => {
    const note = fc.record(
      {
        id: fc.oneof({ weight: 9, arbitrary: fc.uuid() }, { weight: 1, arbitrary: word }),
        anchor,
        text: mostly('Mohon dicek.'),
      },
      { requiredKeys: ['id'] },
    )
    const counts = await answersTo(250, withId(note), body =>
      sender(api)(team.verifier, 'POST', `/submissions/${reviewed}/notes`, body),
    )
    expect(Object.keys(counts)).toEqual(expect.arrayContaining(['201', '422']))
    const { items } = (await team.verifier.call('GET', `/submissions/${reviewed}/notes`)).json()
    expect(items).toHaveLength(counts[201]!)
  })

  it('POST /submissions/:id/notes/:note/answers', async () => {
    const path = `/submissions/${returned.id}/notes/${returned.note}/answers`
    const counts = await answersTo(220, withId(fc.record({ text: mostly('Sudah.') })), body =>
      sender(api)(team.operator, 'POST', path, body),
    )
    expect(Object.keys(counts)).toEqual(expect.arrayContaining(['200', '422']))
    const { items } = (await team.operator.call('GET', `/submissions/${returned.id}/notes`)).json()
    expect(items[0].answers).toHaveLength(counts[200]!)
  })

  it('PUT /submissions/:id/ticks', async () => {
    const tick = fc.record({ anchor, ticked: mostly(true, false) })
    const counts = await answersTo(250, withId(tick), body =>
      sender(api)(team.verifier, 'PUT', `/submissions/${reviewed}/ticks`, body),
    )
    expect(Object.keys(counts)).toEqual(expect.arrayContaining(['200', '422']))
    const { ticks } = (await team.verifier.call('GET', `/submissions/${reviewed}`)).json()
    const { rows } = await api.db.pool.query('SELECT anchor FROM tick WHERE submission_id = $1', [reviewed])
    expect(ticks.map((t: { anchor: string }) => t.anchor).sort()).toEqual(rows.map(r => r.anchor).sort())
  })

  it('POST /submissions/:id/notes/:note/resolve, with any path', async () => {
    const counts = await answersTo(200, word, note =>
      sender(api)(
        team.verifier,
        'POST',
        `/submissions/${reviewed}/notes/${encodeURIComponent(note.toWellFormed())}/resolve`,
        {},
      ),
    )
    expect(counts[404]).toBeGreaterThan(100)
  })
})
