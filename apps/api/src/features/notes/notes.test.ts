import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Filing, filing, soon } from '#testing/filing.ts'
import { type TestApi, testApi } from '#testing/testApi.ts'

let api: TestApi
let team: Filing
beforeAll(async () => {
  api = await testApi()
  team = await filing(api)
})
afterAll(() => api.close())

const claimed = async () => {
  const id = await team.begin()
  await team.through(id, ['operator', 'submit'], ['verifier', 'claim'])
  return id
}
const returned = async () => {
  const id = await claimed()
  const note = await team.note(id)
  await team.through(id, ['verifier', 'return', { dueAt: soon() }])
  return { id, note }
}
const lastEvent = async (id: string) => (await api.events(`submission/${id}`)).at(-1)
const note = (more: object = {}) => ({ id: v7(), anchor: '/recipients/gepeng', text: 'Mohon dicek.', ...more })

describe('GET /submissions/:id/notes', () => {
  it('turns strangers and other offices away, and shows what was said by whom', async () => {
    const { id } = await returned()
    expect((await api.stranger.call('GET', `/submissions/${id}/notes`)).statusCode).toBe(401)
    expect((await team.other.call('GET', `/submissions/${id}/notes`)).statusCode).toBe(404)
    const admin = await api.as({ role: 'admin' })
    expect((await admin.call('GET', `/submissions/${id}/notes`)).statusCode).toBe(403)
    const items = (await team.operator.call('GET', `/submissions/${id}/notes`)).json().items
    expect(items).toMatchObject([
      { anchor: '/recipients/gepeng/served', status: 'open', by: { name: 'Verifikator Satu' } },
    ])
  })
})

describe('POST /submissions/:id/notes', () => {
  it('turns strangers, operators, other report types and who has not claimed away', async () => {
    const id = await claimed()
    const path = `/submissions/${id}/notes`
    const sakip = await api.as({ role: 'verifier', reportTypes: ['sakip'] })
    expect((await api.stranger.call('POST', path, note())).statusCode).toBe(401)
    expect((await team.operator.call('POST', path, note())).statusCode).toBe(403)
    expect((await sakip.call('POST', path, note())).statusCode).toBe(404)
    const other = await team.secondVerifier.call('POST', path, note())
    expect([other.statusCode, other.json().needs[0].code]).toEqual([409, 'own-claim'])
    const draft = await team.begin()
    const early = await team.verifier.call('POST', `/submissions/${draft}/notes`, note())
    expect([early.statusCode, early.json().code]).toEqual([409, 'wrong-status'])
  })

  it('refuses what names no place of the form, or cannot be kept', async () => {
    const id = await claimed()
    const wrong = async (more: object) => {
      const answer = await team.verifier.call('POST', `/submissions/${id}/notes`, note(more))
      return [answer.statusCode, answer.json().errors?.[0]?.pointer]
    }
    expect(await wrong({ anchor: '/lain/gepeng' })).toEqual([422, '/anchor'])
    expect(await wrong({ anchor: '/__proto__/x' })).toEqual([422, '/anchor'])
    expect(await wrong({ text: 'a\u0000b' })).toEqual([422, '/text'])
    expect(await wrong({ text: '' })).toEqual([422, '/text'])
    expect(await wrong({ id: 'x' })).toEqual([422, '/id'])
  })

  it('adds a note once, however often it is sent', async () => {
    const id = await claimed()
    const made = note({ id: v7().toUpperCase() })
    const first = await team.verifier.call('POST', `/submissions/${id}/notes`, made)
    const again = await team.verifier.call('POST', `/submissions/${id}/notes`, made)
    expect([first.statusCode, again.statusCode]).toEqual([201, 201])
    expect(again.json()).toEqual(first.json())
    const other = await team.verifier.call('POST', `/submissions/${id}/notes`, { ...made, text: 'Lain' })
    expect([other.statusCode, other.json().code]).toEqual([409, 'exists'])
    const added = (await api.events(`submission/${id}`)).filter(({ type }) => type === 'note.added')
    expect(added).toMatchObject([{ data: { note: made.id.toLowerCase(), anchor: '/recipients/gepeng', revision: 1 } }])
  })
})

describe('POST /submissions/:id/notes/:note/answers', () => {
  const answer = { text: 'Sudah diperbaiki.' }

  it('turns strangers, verifiers and other offices away', async () => {
    const { id, note } = await returned()
    const path = `/submissions/${id}/notes/${note}/answers`
    expect((await api.stranger.call('POST', path, answer)).statusCode).toBe(401)
    expect((await team.verifier.call('POST', path, answer)).statusCode).toBe(403)
    expect((await team.other.call('POST', path, answer)).statusCode).toBe(404)
    expect((await team.operator.call('POST', path, { text: ' ' })).statusCode).toBe(422)
    const elsewhere = await returned()
    const mixed = await team.operator.call('POST', `/submissions/${id}/notes/${elsewhere.note}/answers`, answer)
    expect(mixed.statusCode).toBe(404)
  })

  it('keeps every answer, once for a key, while the report is with the office', async () => {
    const { id, note } = await returned()
    const path = `/submissions/${id}/notes/${note}/answers`
    const key = { 'idempotency-key': v7() }
    const first = await team.operator.call('POST', path, answer, key)
    const again = await team.operator.call('POST', path, answer, key)
    expect(again.json()).toEqual(first.json())
    const second = await team.operator.call('POST', path, { text: 'Berkasnya menyusul.' })
    expect(second.json()).toMatchObject({
      status: 'answered',
      answers: [{ text: 'Sudah diperbaiki.', by: { name: 'Operator Sosial' } }, { text: 'Berkasnya menyusul.' }],
    })
    expect(await lastEvent(id)).toMatchObject({ type: 'note.answered', data: { note, answer: 2 } })
    await team.through(id, ['operator', 'submit'])
    const late = await team.operator.call('POST', path, answer)
    expect([late.statusCode, late.json().code]).toEqual([409, 'wrong-status'])
  })
})

describe('POST /submissions/:id/notes/:note/resolve', () => {
  it('is for who has the report in review, and once', async () => {
    const { id, note } = await returned()
    const path = `/submissions/${id}/notes/${note}/resolve`
    expect((await api.stranger.call('POST', path)).statusCode).toBe(401)
    expect((await team.operator.call('POST', path)).statusCode).toBe(403)
    expect((await team.verifier.call('POST', path)).json().code).toBe('wrong-status')
    await team.operator.call('POST', `/submissions/${id}/notes/${note}/answers`, { text: 'Sudah.' })
    await team.through(id, ['operator', 'submit'], ['verifier', 'claim'])
    expect((await team.secondVerifier.call('POST', path)).json().needs[0].code).toBe('own-claim')
    expect((await team.verifier.call('POST', `/submissions/${id}/notes/${v7()}/resolve`)).statusCode).toBe(404)
    for (const _ of [1, 2])
      expect((await team.verifier.call('POST', path)).json()).toMatchObject({ status: 'resolved' })
    const resolved = (await api.events(`submission/${id}`)).filter(({ type }) => type === 'note.resolved')
    expect(resolved).toMatchObject([{ data: { note } }])
  })
})
