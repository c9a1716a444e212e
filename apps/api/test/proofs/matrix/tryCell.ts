import type { LightMyRequestResponse } from 'fastify'
import type { Report } from '../reports.ts'
import { type WatchedTables, withoutRefusals } from '../watchedTables.ts'
import { eventsFault, typesOf } from './leftEvents.ts'
import { type AskerName, askers, type Expected, type Line } from './readRights.ts'
import { requests } from './requests.ts'
import type { World } from './world.ts'

const refusals: Record<string, string> = {
  '401': '401 not-signed-in',
  '403': '403 no-right',
  '404': '404 not-found',
  '409': '409 wrong-status',
}
/** Done, and yet no table is written: what is computed, what was there before, and bytes that wait to be attached. */
const writesNothing = new Set([
  'POST /forms/:type/:form/evaluate',
  'POST /obligations/preview',
  'POST /paper-templates/:paper/preview',
  'POST /edition-outlines/:type/preview',
  'POST /periods/preview',
  'POST /offices/:id/reorganisation/preview',
  'POST /catalogues/:type/:form/versions/preview',
  'POST /catalogues/:type/:form/proposals/:n/preview',
  'POST /archive/preview',
  'POST /editions/:id/said',
  'POST /people/import/preview',
  'PUT /submissions/:id/presence',
  'POST /submissions (again, of one that is there)',
  'POST /submissions/:id/uploads',
  'PATCH /submissions/:id/uploads/:upload',
  'DELETE /submissions/:id/uploads/:upload',
])
/** Counts uploads until they are attached or refused. */
const underWay = 'upload'
const nothing: Report = { id: '', period: '', note: '', attachment: '', contribution: '', question: '' }

const said = ({ statusCode, body }: LightMyRequestResponse, line: Line, report: Report): string => {
  const isJson = body.startsWith('{')
  if (statusCode >= 300) return `${statusCode} ${isJson ? JSON.parse(body).code : ''}`
  if (line.expected.some(cell => cell === 'see' || cell === '--')) return body.includes(report.id) ? 'see' : '--'
  if (!line.route.startsWith('PATCH /submissions/') || statusCode === 204) return 'ok'
  const { results } = JSON.parse(body) as { results?: { result: string }[] }
  if (!results) return 'ok'
  if (results.every(({ result }) => result === 'applied')) return 'ok'
  return results.every(({ result }) => result === 'locked') ? 'lck' : body
}

const isDone = (expected: Expected): boolean => expected === 'ok' || expected === 'see' || expected === '--'

export interface Tried {
  world: World
  watch: WatchedTables
}

/** One cell, tried on rows as they were built. Null: it is as the table says; else what was answered instead. */
const tryCell = async (
  { world, watch }: Tried,
  line: Line,
  name: AskerName,
  expected: Expected,
): Promise<string | null> => {
  const who = world.asker(name, line.scope)
  const report = line.status === null ? nothing : world.reports[line.status]
  const { path, body, prepare, send } = await requests[line.ask]!(world, report, who)
  if (expected === 'ok' && prepare) await prepare()
  await watch.changes()
  const method = line.route.split(' ')[0] as 'GET'
  const answer = await (send ? send() : who.call(method, path, body))
  const changes = withoutRefusals(await watch.changes())
  const written = new Set(changes.map(({ table }) => table))
  const fault = isDone(expected) ? eventsFault(line, typesOf(changes)) : null
  const tables = [...written].filter(table => table !== underWay || isDone(expected))
  const answered = said(answer, line, report)
  const wrong =
    answered !== (refusals[expected] ?? expected)
      ? answered
      : !isDone(expected) && tables.length > 0
        ? `${answered}, yet it wrote ${tables}`
        : expected === 'ok' && method !== 'GET' && tables.length === 0 && !writesNothing.has(line.ask)
          ? `${answered}, yet it wrote nothing`
          : fault && `${answered}, yet it ${fault}`
  if (written.size > 0 || prepare) await watch.restore()
  return wrong && `${name}: ${wrong} instead of ${expected}`
}

/** All cells of a line. @returns those that are not as the table says */
export const tryLine = async (tried: Tried, line: Line): Promise<string[]> => {
  const wrong: string[] = []
  for (const [at, name] of askers.entries()) {
    const found = await tryCell(tried, line, name, line.expected[at]!)
    if (found !== null) wrong.push(found)
  }
  return wrong
}
