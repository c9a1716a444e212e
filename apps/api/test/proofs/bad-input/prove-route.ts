import { api, type Endpoint, problems, type Route } from '@sepakat/contract'
import fc from 'fast-check'
import type { LightMyRequestResponse } from 'fastify'
import type { Caller } from '../../../src/testing/test-api.ts'
import type { AskerName, Line } from '../matrix/read-rights.ts'
import { requests } from '../matrix/requests.ts'
import type { World } from '../matrix/world.ts'
import type { Report } from '../reports.ts'
import type { WatchedTables } from '../watched-tables.ts'
import { hidden } from './shown.ts'
import { address, query } from './spoiled-address.ts'
import { bodiless, type Payload, payload } from './spoiled-bytes.ts'
import { spoiled } from './spoiled-json.ts'
import { uploads } from './spoiled-upload.ts'
import { type Hints, validBody } from './valid-body.ts'

/** One who may, and a report in a status in which it may be done. */
export interface Target {
  line: Line
  asker: AskerName
}
export interface Ground {
  world: World
  watch: WatchedTables
  hints: Hints
  /** Of things that are there, in the asker's office and in another. */
  ids: readonly string[]
  /** How often a handler was reached, by route. */
  reached: Map<string, number>
}
export interface Tally {
  route: Route
  tries: number
  reached: number
  /** How often each status was answered. */
  answers: Record<number, number>
  slowestMs: number
  /** What went wrong, with what was sent, as small as it could be made. */
  failure: string | null
}

/** An answer that takes longer, asked three times on rows as they were, is a failure. */
const patienceMs = 2_000
/** Refusals that are written down: a wrong password is history, and counts. */
const noted: Partial<Record<Route, string[]>> = {
  'POST /session': ['event', 'event_head', 'throttle'],
  'POST /session/code': ['event', 'event_head', 'throttle'],
  'PUT /password': ['throttle'],
}
const nothing: Report = { id: '', period: '', note: '', attachment: '' }

interface Try {
  target: Target
  bend: (path: string) => string
  search: string
  sent: Payload
}

const reportOf = (world: World, { status }: Line): Report => (status === null ? nothing : world.reports[status])

const tryOf = ({ hints, ids }: Ground, route: Route, targets: Target[]): fc.Arbitrary<Try> => {
  const { body, query: known, multipart }: Endpoint = api[route]
  const names = Object.keys(known?._zod.def.shape ?? {})
  const search = query(names, ids)
  return fc.record({
    target: fc.constantFrom(...targets),
    bend: address(ids),
    search: names.length > 0 ? search : fc.oneof({ weight: 5, arbitrary: fc.constant('') }, search),
    sent: multipart ? uploads(ids) : body ? payload(spoiled(validBody(body, hints), ids)) : bodiless,
  })
}

const wellFormed = ({ statusCode, headers, body }: LightMyRequestResponse): string | null => {
  if (statusCode >= 500) return `${statusCode}: ${body.slice(0, 500)}`
  if (statusCode < 400) return null
  if (!String(headers['content-type']).startsWith('application/problem+json'))
    return `no problem: ${body.slice(0, 200)}`
  const { code, status, errors = [] } = JSON.parse(body)
  const known = Object.hasOwn(problems, code) ? problems[code as keyof typeof problems] : null
  if (known?.status !== statusCode || status !== statusCode) return `a problem of another kind: ${body.slice(0, 200)}`
  const named = errors.every(
    (it: { pointer: unknown; message: unknown }) => typeof it.pointer === 'string' && it.message,
  )
  return named ? null : `an error without its place: ${body.slice(0, 200)}`
}

/** Tries one route as often as asked; the same seed gives the same tries. */
export const proveRoute = async (
  ground: Ground,
  route: Route,
  targets: Target[],
  { tries, seed }: { tries: number; seed: number },
): Promise<Tally> => {
  const { world, watch, reached } = ground
  const method = route.split(' ')[0] as 'POST'
  const tally: Tally = { route, tries: 0, reached: 0, answers: {}, slowestMs: 0, failure: null }
  const startedAt = reached.get(route) ?? 0

  const send = async ({ target, bend, search, sent }: Try): Promise<{ answer: LightMyRequestResponse; ms: number }> => {
    const { line, asker } = target
    const who: Caller = world.asker(asker, line.scope)
    const ask = await requests[line.ask]!(world, reportOf(world, line), who)
    if (ask.prepare) await ask.prepare()
    await watch.changes()
    const url = `/api/v1${bend(ask.path)}`
    const bytes = sent.bytesOf(ask.body)
    const begun = performance.now()
    const answer = await world.api.app.inject({
      method,
      url: search ? `${url}${url.includes('?') ? '&' : '?'}${search}` : url,
      headers: { origin: world.api.config.publicUrl, ...who.headers, ...sent.headers },
      ...(bytes.length > 0 && { payload: bytes }),
    })
    return { answer, ms: performance.now() - begun }
  }

  const judge = async (given: Try): Promise<string | null> => {
    const { answer, ms } = await send(given)
    tally.tries++
    tally.answers[answer.statusCode] = (tally.answers[answer.statusCode] ?? 0) + 1
    const changes = await watch.changes()
    const said = wellFormed(answer)
    if (said) return said
    if (answer.statusCode >= 300) {
      const wrote = changes.filter(({ table }) => !noted[route]?.includes(table))
      if (wrote.length > 0) return `${answer.statusCode}, yet it wrote ${wrote.map(({ table }) => table)}`
    } else {
      const unseen = await hidden(world, changes)
      if (unseen.length > 0) return `stored and not shown: ${unseen.join('; ')}`
    }
    await watch.restore()
    let quickest = ms
    for (let again = 0; quickest > patienceMs && again < 2; again++) {
      quickest = Math.min(quickest, (await send(given)).ms)
      await watch.restore()
    }
    tally.slowestMs = Math.max(tally.slowestMs, quickest)
    return quickest > patienceMs ? `${Math.round(quickest)} ms` : null
  }

  const property = fc.asyncProperty(tryOf(ground, route, targets), async given => {
    try {
      const wrong = await judge(given)
      if (wrong) throw new Error(wrong)
    } finally {
      await watch.restore()
    }
  })
  const { failed, counterexample, errorInstance } = await fc.check(property, { numRuns: tries, seed })
  if (failed) tally.failure = describeFailure(route, counterexample?.[0], errorInstance)
  tally.reached = (reached.get(route) ?? 0) - startedAt
  return tally
}

const describeFailure = (route: Route, given: Try | undefined, error: unknown): string => {
  const what = error instanceof Error ? error.message : String(error)
  if (!given) return `${route}: ${what}`
  const { target, bend, search, sent } = given
  const whole = sent.bytesOf('(the body of one who may)')
  const body = whole.length > 2_000 ? `${whole.subarray(0, 2_000)}… (${whole.length} bytes)` : String(whole)
  const { ask, status } = target.line
  return `${what}\n  ${ask}, ${target.asker}, ${status}, ${bend('/a/b/c/d')}?${search} ${JSON.stringify(sent.headers)}\n  ${body}`
}
