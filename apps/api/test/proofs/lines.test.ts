/** After whatever is done to reports, every line of a list is as what it is derived from. */
import { differingLines } from '@sepakat/db/submissions/testingLines.ts'
import fc from 'fast-check'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Filing, filing, soon } from '#testing/filing.ts'
import { type TestApi, testApi } from '#testing/testApi.ts'

let api: TestApi
let team: Filing
let reports: string[]
beforeAll(async () => {
  api = await testApi()
  team = await filing(api)
  reports = [await team.begin(), await team.begin()]
})
afterAll(() => api.close())

type Who = 'operator' | 'verifier' | 'coordinator'
/** Gives the status of the answer. */
type Move = (id: string) => Promise<number>
const moved =
  (who: Who, name: string, body = () => ({})): Move =>
  async id =>
    (await team.move(team[who], id, name, body())).statusCode
const asked =
  (
    who: Who,
    method: 'GET' | 'POST' | 'PATCH',
    path: (id: string) => Promise<string> | string,
    body?: () => object,
  ): Move =>
  async id =>
    (await team[who].call(method, await path(id), body?.())).statusCode
const noteOf = async (id: string): Promise<string> => {
  const { items } = (await team.verifier.call('GET', `/submissions/${id}/notes`)).json()
  return `/submissions/${id}/notes/${items?.at(-1)?.id ?? v7()}`
}
const saved = { op: 'set', pointer: '/recipients/gepeng/served', base: 0 }
const moves = {
  save: asked(
    'operator',
    'PATCH',
    id => `/submissions/${id}/answers`,
    () => ({ changes: [{ ...saved, changeId: v7(), value: '12' }] }),
  ),
  list: asked('operator', 'GET', () => '/obligations'),
  submit: moved('operator', 'submit'),
  withdraw: moved('operator', 'withdraw'),
  claim: moved('verifier', 'claim'),
  release: moved('verifier', 'release'),
  unclaim: moved('coordinator', 'unclaim', () => ({ reason: 'Sedang cuti.' })),
  note: asked(
    'verifier',
    'POST',
    id => `/submissions/${id}/notes`,
    () => ({ id: v7(), anchor: '/recipients/gepeng/served', text: 'Mohon lampirkan daftarnya.' }),
  ),
  answer: asked(
    'operator',
    'POST',
    async id => `${await noteOf(id)}/answers`,
    () => ({ text: 'Sudah.' }),
  ),
  resolve: asked(
    'verifier',
    'POST',
    async id => `${await noteOf(id)}/resolve`,
    () => ({}),
  ),
  return: moved('verifier', 'return', () => ({ dueAt: soon() })),
  approve: moved('verifier', 'approve'),
  reopen: moved('coordinator', 'reopen', () => ({ reason: 'Ada angka yang salah.', dueAt: soon() })),
} satisfies Record<string, Move>
type Name = keyof typeof moves
const names = Object.keys(moves) as Name[]

const doneTo = async (id: string, name: Name): Promise<number> => {
  const status = await moves[name](id)
  expect(await differingLines(api.db), name).toEqual([])
  return status
}

it('after each move of a report, from its creation to its reopening', async () => {
  const id = await team.begin()
  expect(await differingLines(api.db)).toEqual([])
  const whole: Name[] = [
    'save',
    'list',
    'submit',
    'withdraw',
    'submit',
    'claim',
    'release',
    'claim',
    'unclaim',
    'claim',
    'note',
    'return',
  ]
  const again: Name[] = ['answer', 'submit', 'claim', 'resolve', 'approve', 'reopen']
  for (const name of [...whole, ...again])
    expect([name, await doneTo(id, name)]).toEqual([name, expect.toSatisfy(isDone)])
  expect(names.filter(name => ![...whole, ...again].includes(name))).toEqual([])
})
const isDone = (status: number): boolean => status < 300

it('after any moves of any people, some of which are refused', async () => {
  const move = fc.record({ name: fc.constantFrom(...names), of: fc.nat(1) })
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 15, maxLength: 15 }), async all => {
      for (const { name, of } of all) expect(await doneTo(reports[of]!, name)).toBeLessThan(500)
    }),
    { numRuns: 15 },
  )
})
