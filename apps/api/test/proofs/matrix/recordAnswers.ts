/**
 * recordAnswers.ts: gives each route of the document an example of what it really answers, out of the requests of the matrix and
 * cut short by the route's own schema. An example that still fits is kept, so that only what changed is rewritten.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { api, type Endpoint } from '@sepakat/contract'
import { keyScopes } from '@sepakat/rules'
import { fits } from '#testing/fits.ts'
import { watchTables } from '../watchedTables.ts'
import { cutShort } from './cutShort.ts'
import { askers, type Line, readRights } from './readRights.ts'
import { requests } from './requests.ts'
import { buildWorld, type World } from './world.ts'

const file = new URL('../../../src/http/openapi/examples/answers.json', import.meta.url)
const kept: Record<string, unknown> = JSON.parse(readFileSync(file, 'utf8'))
const nothing = { id: '', period: '', note: '', attachment: '', contribution: '', question: '' }

const endpointOf = (route: string) => api[route as 'GET /forms'] as Endpoint
const isHollow = (answer: unknown): boolean => JSON.stringify(answer).includes('"items":[]')
const isWanted = (route: string): boolean => {
  const { status, binary, events, response } = endpointOf(route)
  if (status === 204 || binary || events) return false
  return !(route in kept) || !fits(response, kept[route]) || isHollow(kept[route])
}

/** What is answered to the first asker of the line who may ask; undefined where no asker may, or it is put off. */
const answerOf = async (world: World, line: Line): Promise<unknown> => {
  const at = line.expected.findIndex(cell => cell === 'ok' || cell === 'see')
  const name = askers[at]
  if (name === undefined) return undefined
  const who = world.asker(name, line.scope)
  const { path, body, prepare, send } = await requests[line.ask]!(
    world,
    line.status === null ? nothing : world.reports[line.status],
    who,
  )
  if (prepare) await prepare()
  const answer = await (send ? send() : who.call(line.route.split(' ')[0] as 'GET', path, body))
  return answer.statusCode === endpointOf(line.route).status ? answer.json() : undefined
}

const world = await buildWorld([...keyScopes])
const watch = await watchTables(world.api.superuserUrl)
for (const line of readRights()) {
  if (!isWanted(line.route)) continue
  const answer = await answerOf(world, line)
  const short = cutShort(endpointOf(line.route).response, answer)
  if (short !== undefined && !(line.route in kept && isHollow(short))) kept[line.route] = short
  await watch.restore()
}
await watch.close()
await world.close()
const inOrder = Object.keys(api).flatMap(route => (route in kept ? [[route, kept[route]]] : []))
writeFileSync(file, JSON.stringify(Object.fromEntries(inOrder), null, 2))
const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome')
execFileSync(process.execPath, [biome, 'format', '--write', fileURLToPath(file)])
