import type { Answers } from '@sepakat/rules'
import { v7 } from 'uuid'
import { password } from './buildCast.ts'
import type { Request } from './connection.ts'
import { prepareDrafts, prepareObligations } from './fill.ts'
import type { Ground, Side } from './ground.ts'
import { connections, type Traffic } from './load.ts'
import { type Samples, savedCell } from './sample.ts'
import { uploadOf } from './uploadOf.ts'
import { api, of, writing } from './writing.ts'

export interface Prepared {
  ground: Ground
  samples: Samples
  /** Gives the other side whatever was filled in since. */
  share: () => Promise<void>
}

/** Of one request to the product of commit 8b5e3837 at 100,000 submissions; processor time in milliseconds. */
interface Before {
  roundTrips: number
  processor: number
}

/** `perSecond`: how much is prepared for a second of load on each side; what is used up ends a round early. */
export interface Case {
  name: string
  kind: 'read' | 'write'
  /** The wanted share of what the bare server answers in a second. */
  share: number
  before: Before
  /** @returns the traffic of each round to come, by side */
  prepare: (given: Prepared, rounds: number, seconds: number) => Promise<(side: Side, round: number) => Traffic>
}

const json = (ground: Ground, n: number, method: Request['method'], path: string, body: unknown): Request => ({
  method,
  path: `${api}${path}`,
  headers: writing(ground, n),
  body: JSON.stringify(body),
})

/** The same traffic on both sides in all rounds. */
const reading =
  (next: (given: Prepared) => Promise<Traffic['next']>): Case['prepare'] =>
  async given => {
    const traffic = { next: await next(given) }
    return () => traffic
  }

/** Every round of a side has its own part of what was prepared, each thing used once. */
const using =
  (
    perSecond: Record<Side, number>,
    make: (given: Prepared, count: number) => Promise<string[]>,
    request: (given: Prepared, id: string, connection: number) => Request,
  ): Case['prepare'] =>
  async (given, rounds, seconds) => {
    const each = { product: Math.ceil(perSecond.product * seconds), bare: Math.ceil(perSecond.bare * seconds) }
    const ids = await make(given, (each.product + each.bare) * rounds)
    return side => {
      const mine = ids.splice(0, each[side])
      return {
        next: n => {
          const id = mine.pop()
          return id === undefined ? null : request(given, id, n)
        },
      }
    }
  }

const drafts = ({ ground, samples }: Prepared, count: number) => prepareDrafts(ground.filling, count, samples.draft)

/** The first so many cells of the answers, rows in their order. */
const firstCells = (answers: Answers, most: number): Answers => {
  const taken: Answers = {}
  let left = most
  for (const [table, rows] of Object.entries(answers))
    for (const [row, cells] of Object.entries(rows))
      for (const [field, cell] of Object.entries(cells)) {
        // an item's place is no cell: only what a catalogue's row holds is counted
        if ('$position' in cells || left-- <= 0) continue
        taken[table] ??= {}
        taken[table][row] = { ...taken[table][row], [field]: cell }
      }
  return taken
}

/** Saves one cell again and again, each connection in a report of its own, on the number its last answer gave. */
const saving: Case['prepare'] = async given => {
  const { ground, samples } = given
  const pick = async () => (await drafts(given, connections)).map(id => ({ id, rev: samples.rev, n: 0 }))
  const reports = { product: await pick(), bare: await pick() }
  return side => ({
    next: n => {
      const report = of(reports[side], n)
      const change = { changeId: v7(), op: 'set', pointer: savedCell, value: String(++report.n), base: report.rev }
      return json(ground, n, 'PATCH', `/submissions/${report.id}/answers`, { changes: [change] })
    },
    done: (n, { body }) => {
      const [result] = JSON.parse(body).results
      if (result.result !== 'applied') throw new Error(`a save was not applied: ${body}`)
      of(reports[side], n).rev = result.rev
    },
  })
}

/** What the product of commit 8b5e3837 submitted, as a share of this bare server: 187 to 200 a second in its own evidence, of some 3,200. */
const submittedInNovember = 0.06

const perReport = 20

export const cases: Case[] = [
  {
    name: 'sign-in',
    kind: 'write',
    share: 0.75,
    before: { roundTrips: 10, processor: 16.21 },
    prepare: reading(
      async ({ ground }) =>
        n =>
          json(ground, n, 'POST', '/session', { name: of(ground.cast.names, n), password }),
    ),
  },
  {
    name: 'queue of 50',
    kind: 'read',
    share: 0.25,
    before: { roundTrips: 2, processor: 2.88 },
    prepare: reading(async ({ ground }) => n => ({
      method: 'GET',
      path: `${api}/submissions?status=submitted,in-review&reportType=spm&limit=50`,
      headers: { cookie: of(ground.cast.verifiers, n) },
    })),
  },
  {
    name: 'one submission',
    kind: 'read',
    share: 0.2,
    before: { roundTrips: 2, processor: 0.91 },
    prepare: reading(async ({ ground }) => {
      const { rows } = await ground.filling.query<{ id: string }>(
        `SELECT id FROM submission WHERE report_type = 'spm' AND status IN ('submitted', 'in-review', 'approved') ORDER BY md5(id::text) LIMIT 2000`,
      )
      let at = 0
      return n => ({
        method: 'GET',
        path: `${api}/submissions/${of(rows, at++).id}`,
        headers: { cookie: of(ground.cast.verifiers, n) },
      })
    }),
  },
  {
    name: 'save of a cell',
    kind: 'write',
    share: 0.33,
    before: { roundTrips: 6, processor: 1.67 },
    prepare: saving,
  },
  {
    name: 'submit',
    kind: 'write',
    share: 2.5 * submittedInNovember,
    before: { roundTrips: 18, processor: 8.29 },
    prepare: using({ product: 600, bare: 2000 }, drafts, ({ ground }, id, n) =>
      json(ground, n, 'POST', `/submissions/${id}/submit`, {}),
    ),
  },
  {
    name: 'create with 20 answers',
    kind: 'write',
    share: 0.3,
    before: { roundTrips: 10, processor: 3.85 },
    prepare: using(
      { product: 1500, bare: 4000 },
      ({ ground }, count) => prepareObligations(ground.filling, count),
      ({ ground, samples }, obligation, n) =>
        json(ground, n, 'POST', '/submissions', { obligation, answers: firstCells(samples.answers, 20) }),
    ),
  },
  {
    name: 'upload 100 KB',
    kind: 'write',
    share: 0.4,
    before: { roundTrips: 15, processor: 6.76 },
    prepare: using(
      { product: 800, bare: 2000 },
      async (given, count) => {
        const places = await drafts(given, Math.ceil(count / perReport))
        // one after the other to as many reports: people of different offices, who do not wait for each other
        return Array.from({ length: perReport }, () => places)
          .flat()
          .slice(0, count)
      },
      ({ ground }, place, n) => uploadOf(writing(ground, n), place, 100_000),
    ),
  },
]
