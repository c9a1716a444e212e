import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readRights } from '../matrix/readRights.ts'
import { type BadInput, buildBadInput } from './ground.ts'
import { proveRoute } from './proveRoute.ts'
import { proveWalks } from './proveWalks.ts'

// The short version of `npm run soak bad-input`, which tries each writing route twelve times as often.

const seed = 20261124
const tries = { writing: 25, reading: 8 }
const routes = [...new Set(readRights().map(({ route }) => route))]

describe('bad input is answered, fast and by a problem of the catalogue, and nothing is stored that a reading does not show', () => {
  let bad: BadInput
  beforeAll(async () => {
    bad = await buildBadInput()
  })
  afterAll(() => bad.close())

  it.each(routes)('%s', async name => {
    const [route, targets] = bad.targets.find(([known]) => known === name)!
    const isReading = route.startsWith('GET ')
    const tally = await proveRoute(bad.ground, route, targets, {
      seed,
      tries: tries[isReading ? 'reading' : 'writing'],
    })
    expect(tally.failure).toBeNull()
    expect(tally.reached).toBeGreaterThan(0)
  })

  it('whatever its answers say, and in whatever order a report is moved', async () => {
    const tally = await proveWalks(bad.ground, { seed, walks: 40 })
    expect(tally.failure).toBeNull()
    expect(tally.answers[200]).toBeGreaterThan(40)
  })
})
