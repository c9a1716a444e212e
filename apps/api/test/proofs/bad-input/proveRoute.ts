import { problems, type Route } from '@sepakat/contract'
import fc from 'fast-check'
import type { LightMyRequestResponse } from 'fastify'
import { undeclared as undeclaredAt } from '#testing/undeclared.ts'
import { withoutRefusals } from '../watchedTables.ts'
import { type Answered, describeTry, type Ground, send, type Target, type Try, tryOf } from './oneTry.ts'
import { readOtherwise } from './readBack.ts'
import { hidden } from './shown.ts'

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
const slowMs = 2_000
/** Refusals that are counted as well as noted; an upload is counted while its first bytes are judged. */
const noted: Partial<Record<Route, string[]>> = {
  'POST /session': ['throttle'],
  'POST /session/code': ['throttle'],
  'PUT /password': ['throttle'],
  'POST /submissions/:id/uploads': ['upload'],
  'PUT /submissions/:id/attachments/:attachment': ['upload'],
  'PUT /second-factor': ['event', 'event_head', 'throttle'],
  'POST /second-factor/recovery-codes': ['event', 'event_head', 'throttle'],
  'POST /second-factor/remove': ['event', 'event_head', 'throttle'],
}

const malformed = ({ statusCode, headers, body }: LightMyRequestResponse): string | null => {
  if (statusCode >= 500) return `${statusCode}: ${body.slice(0, 500)}`
  if (statusCode < 400) return null
  if (!String(headers['content-type']).startsWith('application/problem+json'))
    return `no problem: ${body.slice(0, 200)}`
  const { code, status, errors = [] } = JSON.parse(body)
  const known = Object.hasOwn(problems, code) ? problems[code as keyof typeof problems] : null
  if (known?.status !== statusCode || status !== statusCode) return `a problem of another kind: ${body.slice(0, 200)}`
  const isPlaced = errors.every(
    ({ pointer, message }: Record<string, unknown>) => typeof pointer === 'string' && message,
  )
  return isPlaced ? null : `an error without its place: ${body.slice(0, 200)}`
}

const undeclared = (route: Route, { path, answer }: Answered): string | null =>
  undeclaredAt(route.split(' ', 1)[0] ?? '', `/api/v1${path}`, answer)

/** What is wrong with how one try was answered, or with what it left behind; null: nothing. The rows are as before afterwards. */
const judge = async (ground: Ground, tally: Tally, given: Try): Promise<string | null> => {
  const { world, watch } = ground
  const answered = await send(ground, given)
  const { statusCode } = answered.answer
  tally.tries++
  tally.answers[statusCode] = (tally.answers[statusCode] ?? 0) + 1
  const changes = await watch.changes()
  const wrong = malformed(answered.answer) ?? undeclared(tally.route, answered)
  if (wrong) return wrong
  if (statusCode >= 300) {
    const wrote = withoutRefusals(changes).filter(({ table }) => !noted[tally.route]?.includes(table))
    if (wrote.length > 0) return `${statusCode}, yet it wrote ${wrote.map(({ table }) => table)}`
  } else {
    const unseen = [...(await hidden(world, changes)), ...(await readOtherwise(tally.route, answered))]
    if (unseen.length > 0) return `stored and not shown: ${unseen.join('; ')}`
  }
  let quickest = answered.ms
  for (let again = 0; quickest > slowMs && again < 2; again++) {
    await watch.restore()
    quickest = Math.min(quickest, (await send(ground, given)).ms)
  }
  tally.slowestMs = Math.max(tally.slowestMs, quickest)
  return quickest > slowMs ? `${Math.round(quickest)} ms` : null
}

/** Tries one route as often as asked; the same seed gives the same tries. */
export const proveRoute = async (
  ground: Ground,
  route: Route,
  targets: Target[],
  { tries, seed }: { tries: number; seed: number },
): Promise<Tally> => {
  const tally: Tally = { route, tries: 0, reached: 0, answers: {}, slowestMs: 0, failure: null }
  const before = ground.reached.get(route) ?? 0
  const property = fc.asyncProperty(tryOf(ground, route, targets), async given => {
    try {
      const wrong = await judge(ground, tally, given)
      if (wrong) throw new Error(wrong)
    } finally {
      await ground.watch.restore()
    }
  })
  const { failed, counterexample, errorInstance } = await fc.check(property, { numRuns: tries, seed })
  tally.reached = (ground.reached.get(route) ?? 0) - before
  if (failed) {
    const what = errorInstance instanceof Error ? errorInstance.message : String(errorInstance)
    tally.failure = counterexample ? `${what}\n${describeTry(counterexample[0])}` : what
  }
  return tally
}
