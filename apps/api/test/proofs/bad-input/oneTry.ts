import { api, type Endpoint, type Route } from '@sepakat/contract'
import fc from 'fast-check'
import type { LightMyRequestResponse } from 'fastify'
import { z } from 'zod'
import { injectStream } from '#testing/injectStream.ts'
import type { Caller } from '#testing/testApi.ts'
import type { AskerName, Line } from '../matrix/readRights.ts'
import { requests } from '../matrix/requests.ts'
import type { World } from '../matrix/world.ts'
import type { Report } from '../reports.ts'
import type { WatchedTables } from '../watchedTables.ts'
import { address, query } from './spoiledAddress.ts'
import { bodiless, type Payload, payload } from './spoiledBytes.ts'
import { spoiled } from './spoiledJson.ts'
import { pieces } from './spoiledPieces.ts'
import { uploads } from './spoiledUpload.ts'
import { type Hints, validBody } from './validBody.ts'

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
/** One request: to whom, and how its address, its parameters and its body are bent. */
export interface Try {
  target: Target
  bend: (path: string) => string
  search: string
  sent: Payload
}
export interface Answered {
  who: Caller
  /** Where it was sent, without parameters. */
  path: string
  answer: LightMyRequestResponse
  ms: number
}

const nothing: Report = { id: '', period: '', note: '', attachment: '', contribution: '', question: '' }
const reportOf = (world: World, { status }: Line): Report => (status === null ? nothing : world.reports[status])

const namesIn = (schema: z.ZodType | undefined): string[] =>
  schema instanceof z.ZodObject ? Object.keys(schema.shape) : []

export const tryOf = ({ hints, ids }: Ground, route: Route, targets: Target[]): fc.Arbitrary<Try> => {
  const { body, query: known, multipart, tus }: Endpoint = api[route]
  const names = namesIn(known)
  const search = query(names, ids)
  return fc.record({
    target: fc.constantFrom(...targets),
    bend: address(ids),
    search: names.length > 0 ? search : fc.oneof({ weight: 5, arbitrary: fc.constant('') }, search),
    sent: multipart
      ? uploads(namesIn(body), ids)
      : tus
        ? pieces
        : body
          ? payload(spoiled(validBody(body, hints), ids))
          : bodiless,
  })
}

/** Prepares what must have happened before, and sends it; what is watched afterwards is what the request itself did. */
export const send = async ({ world, watch }: Ground, { target, bend, search, sent }: Try): Promise<Answered> => {
  const { line, asker } = target
  const who = world.asker(asker, line.scope)
  const ask = await requests[line.ask]!(world, reportOf(world, line), who)
  if (ask.prepare) await ask.prepare()
  await watch.changes()
  const path = bend(ask.path)
  const bytes = sent.bytesOf(ask.body)
  const begun = performance.now()
  const answer = await injectStream(world.api.app, {
    method: line.route.split(' ')[0] as 'POST',
    url: `/api/v1${path}${search && (path.includes('?') ? '&' : '?')}${search}`,
    headers: { origin: world.api.config.publicUrl, ...who.headers, ...sent.headers },
    ...(bytes.length > 0 && { payload: bytes }),
  })
  // as it was asked: `..` goes up before the address leaves
  const asked = new URL(`http://localhost${path.split('?', 1)[0]}`).pathname
  return { who, path: asked, answer, ms: performance.now() - begun }
}

const shown = 2_000

/** A try as one may repeat it by hand. */
export const describeTry = ({ target, bend, search, sent }: Try): string => {
  const { line, asker } = target
  const whole = sent.bytesOf('(the body of one who may)')
  const body = whole.length > shown ? `${whole.subarray(0, shown)}… (${whole.length} bytes)` : String(whole)
  const headers = JSON.stringify(sent.headers)
  return `${line.ask}, ${asker}, ${line.status}, /a/b/c/d as ${bend('/a/b/c/d')}?${search} ${headers}\n${body}`
}
