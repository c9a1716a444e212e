import { v7 } from 'uuid'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { diskStore } from '#storage/diskStore.ts'
import { type Filing, filing, soon } from '#testing/filing.ts'
import { type Listening, listenTo, originOf } from '#testing/listenTo.ts'
import { type Caller, type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { buildApp } from '../../buildApp.ts'

let api: TestApi
let team: Filing
let second: SignedIn
let origins: string[]
let other: Awaited<ReturnType<typeof buildApp>>
let later = 0
beforeAll(async () => {
  const clock = () => new Date(Date.now() + later)
  api = await testApi(undefined, { now: clock })
  team = await filing(api)
  second = await api.as({ role: 'operator', offices: [team.office] }, { name: 'Operator Kedua' })
  const { db, config } = api
  other = await buildApp({ db, config, storage: await diskStore(config.filesDir), clock })
  for (const app of [api.app, other]) await app.listen({ host: '127.0.0.1', port: 0 })
  origins = [api.app, other].map(originOf)
})
afterAll(async () => {
  await other.close()
  await api.close()
})

const open = new Set<Listening>()
const listen = async (id: string, who: Caller, process = 0): Promise<Listening> => {
  const one = await listenTo(origins[process]!, `/submissions/${id}/bell`, who)
  open.add(one)
  return one
}
afterEach(() => {
  for (const one of open) one.close()
  open.clear()
})
const at = (who: Caller, id: string, place: unknown) => who.call('PUT', `/submissions/${id}/presence`, { at: place })
const shows = (name: string, place: string) => (data: Record<string, unknown>) =>
  (data.people as { name: string; at: string }[]).some(one => one.name === name && one.at === place)
const noOthers = (data: Record<string, unknown>) => (data.people as unknown[]).length === 0
const place = '/recipients/gepeng/due'

describe('PUT /submissions/:id/presence', () => {
  it('turns away strangers, other offices, those who do not fill in, and programs', async () => {
    const id = await team.begin()
    const scopes = ['submission.read' as const, 'submission.write' as const]
    const key = await api.withKey({ owner: second.personId, scopes, offices: [team.office] })
    expect((await at(api.stranger, id, place)).statusCode).toBe(401)
    expect((await at(team.other, id, place)).statusCode).toBe(404)
    expect((await at(team.verifier, id, place)).statusCode).toBe(403)
    expect((await at(key, id, place)).statusCode).toBe(403)
    expect((await at(team.operator, id, 'a b')).statusCode).toBe(422)
    expect((await at(team.operator, id, place)).statusCode).toBe(204)
  })

  it('shows who fills in where to the others who do, in every process, and that they left', async () => {
    const id = await team.begin()
    const mine = await listen(id, team.operator)
    const theirs = await listen(id, second, 1)
    await mine.heard('people', shows('Operator Kedua', ''))
    await at(team.operator, id, place)
    await theirs.heard('people', shows('Operator Sosial', place))
    await at(second, id, '/recipients/gepeng')
    await mine.heard('people', shows('Operator Kedua', '/recipients/gepeng'))
    expect(mine.others()).toEqual([])
    theirs.close()
    await mine.heard('people', noOthers)
  })

  it('tells who comes later where the others are', async () => {
    const id = await team.begin()
    const mine = await listen(id, team.operator)
    await mine.heard('answers')
    await at(team.operator, id, place)
    const theirs = await listen(id, second)
    await theirs.heard('people', shows('Operator Sosial', place))
  })

  it('lets go of who gives no sign any more', async () => {
    const id = await team.begin()
    const mine = await listen(id, team.operator)
    await at(second, id, place)
    await mine.heard('people', shows('Operator Kedua', place))
    later += 18_000
    await mine.heard('people', noOthers)
  })

  it('shows no user to those who do not fill in', async () => {
    const id = await team.begin()
    const liveUpdates = [await listen(id, team.head), await listen(id, team.verifier)]
    await at(second, id, place)
    await team.set(id, { [place]: '4' })
    await team.through(id, ['operator', 'submit'])
    for (const bell of liveUpdates) await bell.heard('report')
    for (const bell of liveUpdates) expect(bell.others().filter(({ about }) => about === 'people')).toEqual([])
  })

  it('tells a contributor of places within the own part alone', async () => {
    const id = await team.begin()
    const admin = await api.as({ role: 'admin' })
    const unit = { name: 'UPTD Panti', from: '2026-01-01', kind: 'unit', parent: team.office }
    const office = (await admin.call('POST', '/offices', unit)).json().id
    const below = await api.as({ role: 'operator', offices: [office] }, { name: 'Operator Panti' })
    const part = { id: v7(), anchors: ['/recipients/gepeng'], office, dueAt: soon() }
    expect((await team.operator.call('POST', `/submissions/${id}/contributions`, part)).statusCode).toBe(200)
    const theirs = await listen(id, below)
    const mine = await listen(id, team.operator)
    await at(team.operator, id, place)
    await theirs.heard('people', shows('Operator Sosial', place))
    await at(team.operator, id, '/recipients/lansia-telantar/due')
    await theirs.heard('people', shows('Operator Sosial', ''))
    await at(below, id, place)
    await mine.heard('people', shows('Operator Panti', place))
  })
})
