import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Filing, filing } from '#testing/filing.ts'
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

describe('PUT /submissions/:id/ticks', () => {
  const tick = { anchor: '/recipients/gepeng', ticked: true }

  it('turns strangers, operators and who has not claimed away', async () => {
    const id = await claimed()
    const path = `/submissions/${id}/ticks`
    expect((await api.stranger.call('PUT', path, tick)).statusCode).toBe(401)
    expect((await team.operator.call('PUT', path, tick)).statusCode).toBe(403)
    expect((await team.secondVerifier.call('PUT', path, tick)).json().needs[0].code).toBe('own-claim')
    const draft = await team.begin()
    expect((await team.verifier.call('PUT', `/submissions/${draft}/ticks`, tick)).json().code).toBe('wrong-status')
  })

  it('takes rows of what is reviewed, and nothing else', async () => {
    const id = await claimed()
    const wrong = (anchor: string) => team.verifier.call('PUT', `/submissions/${id}/ticks`, { ...tick, anchor })
    for (const anchor of ['', '/recipients', '/recipients/gepeng/due', '/recipients/ibu-hamil', '/constructor/name'])
      expect((await wrong(anchor)).json().errors?.[0]?.pointer).toBe('/anchor')
  })

  it('is set and taken back, each with its event, and shown', async () => {
    const id = await claimed()
    const put = (ticked: boolean) => team.verifier.call('PUT', `/submissions/${id}/ticks`, { ...tick, ticked })
    expect((await put(true)).json().ticks).toMatchObject([{ anchor: tick.anchor, revision: 1 }])
    expect((await put(true)).json().ticks).toHaveLength(1)
    expect((await put(false)).json().ticks).toEqual([])
    const ticked = (await api.events(`submission/${id}`)).filter(({ type }) => type === 'submission.ticked')
    expect(ticked.map(({ data }) => data.ticked)).toEqual([true, false])
  })
})
