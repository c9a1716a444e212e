/** The events that a route may leave in addition to its own, or in its place: each has a request here that leaves it. */
import { api, type Endpoint } from '@sepakat/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestApi } from '#testing/testApi.ts'
import { buildGround, type Ground } from './ground.ts'
import { scenes } from './scenes.ts'

let ground: Ground
beforeAll(async () => {
  ground = await buildGround()
})
afterAll(() => ground.close())

const heads = async ({ db }: TestApi) =>
  new Map(
    (await db.pool.query<{ stream: string; seq: number }>('SELECT stream, seq FROM event_head')).rows.map(
      ({ stream, seq }) => [stream, seq],
    ),
  )
const since = async ({ db }: TestApi, before: Map<string, number>): Promise<string[]> =>
  (await db.pool.query<{ stream: string; seq: number; type: string }>('SELECT stream, seq, type FROM event')).rows
    .filter(({ stream, seq }) => seq > (before.get(stream) ?? 0))
    .map(({ type }) => type)

const routes = Object.entries<Endpoint>(api)
const cases = Object.entries(scenes).flatMap(([route, types]) => Object.keys(types).map(type => [route, type] as const))

describe('an event in addition to that of its route', () => {
  it('has a request here, and each request here is of one that is declared', () => {
    const declared = routes.flatMap(([route, { also = [] }]) => also.map(type => `${route} ${type}`))
    expect(cases.map(([route, type]) => `${route} ${type}`).sort()).toEqual(declared.sort())
  })

  it.each(cases)('of %s: %s', async (route, type) => {
    const { of, ask } = await scenes[route]![type]!(ground)
    const before = await heads(of)
    const answer = await ask()
    expect(answer.statusCode, answer.body).toBeLessThan(300)
    const left = await since(of, before)
    const { audit, also = [] } = api[route as 'GET /forms'] as Endpoint
    expect(left).toContain(type)
    expect(left.filter(one => one !== audit && !also.some(other => other === one))).toEqual([])
  })
})
