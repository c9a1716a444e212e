/** Where a request to the product spends its processor time: by parts of the API process, and by statements of PostgreSQL. */
import { freePort } from '@sepakat/db/engine/freePort.ts'
import type pg from 'pg'
import { type Case, cases, type Prepared } from './cases.ts'
import { load } from './load.ts'
import { mainThreadTime, processorTime } from './processorTime.ts'
import { type Part, table } from './report.ts'

/** A profile of a Node process, of what V8's own has what is read here. */
interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[]
  samples: number[]
  /** Microseconds from each sample to the next. */
  timeDeltas: number[]
}

interface Inspector {
  start(): Promise<void>
  stop(): Promise<Profile>
  close(): void
}

/** @param port on which a process on this machine was started with `--inspect` */
const openInspector = async (port: number): Promise<Inspector> => {
  const [target] = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()
  const socket = new WebSocket(target.webSocketDebuggerUrl)
  await new Promise((opened, failed) => {
    socket.onopen = opened
    socket.onerror = failed
  })
  const waiting = new Map<number, (result: unknown) => void>()
  socket.onmessage = ({ data }) => {
    const { id, result } = JSON.parse(data)
    waiting.get(id)?.(result)
    waiting.delete(id)
  }
  let last = 0
  const call = (method: string): Promise<unknown> =>
    new Promise(answered => {
      waiting.set(++last, answered)
      socket.send(JSON.stringify({ id: last, method }))
    })
  await call('Profiler.enable')
  return {
    start: async () => {
      await call('Profiler.start')
    },
    stop: async () => ((await call('Profiler.stop')) as { profile: Profile }).profile,
    close: () => socket.close(),
  }
}

/** Milliseconds a request: processor time in Node, from start to end in PostgreSQL. */
type Costs = [part: string, ms: number][]

/** Settings of the server that statements are counted with. */
export const countingStatements = { shared_preload_libraries: 'pg_stat_statements' }

/** Counting costs each statement a little: it is on only where nothing is compared. */
export const countStatements = async (db: pg.Client, on: boolean): Promise<void> => {
  await db.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements')
  await db.query(`ALTER SYSTEM SET pg_stat_statements.track = ${on ? 'top' : 'none'}`)
  await db.query('SELECT pg_reload_conf()')
}

/** Profiles cases in a process of its own; gives of each as many of its dearest parts. */
export const profileCases = async (
  given: Prepared,
  { most, seconds, only }: { most: number; seconds: number; only?: string },
): Promise<Part> => {
  const { ground } = given
  const port = await freePort()
  const server = await ground.startAnother('product', {
    flags: [`--inspect=127.0.0.1:${port}`, '--inspect-publish-uid=http'],
  })
  await countStatements(ground.filling, true)
  const inspector = await openInspector(port)
  const parts: string[] = []
  try {
    for (const of of cases.filter(({ name }) => only === undefined || name === only)) {
      const costs = await profileCase(of, given, { server, inspector, seconds })
      const rows = costs.slice(0, most).map(([part, ms]) => [part, ms.toFixed(3)])
      parts.push(`### ${of.name}\n\n${table(['part', 'ms a request'], rows)}`)
    }
  } finally {
    inspector.close()
    await countStatements(ground.filling, false)
    await server.stop()
  }
  return { report: `## The dearest parts of a request\n\n${parts.join('\n\n')}`, verdicts: [] }
}

const profileCase = async (
  of: Case,
  given: Prepared,
  { server, inspector, seconds }: { server: { pid: number; port: number }; inspector: Inspector; seconds: number },
): Promise<Costs> => {
  const db = given.ground.filling
  const traffic = await of.prepare(given, 2, seconds)
  await given.share()
  const on = { port: server.port, processorTime: () => processorTime([server.pid]) }
  await load(on, seconds, traffic('product', 0))
  await db.query('SELECT pg_stat_statements_reset()')
  await inspector.start()
  const before = mainThreadTime(server.pid)
  const { requests, processor } = await load(on, seconds, traffic('product', 1))
  const main = mainThreadTime(server.pid) - before
  const sampled = selfTimes(await inspector.stop())
  // on a busy machine a sample also holds what the process waited for its turn
  const scale = main / sampled.reduce((sum, [, ms]) => sum + ms, 0)
  const functions = sampled.map(([part, ms]): [string, number] => [part, ms * scale])
  const threads: [string, number] = ['Node: other threads (argon2id, files, garbage)', processor * requests - main]
  const { rows } = await db.query<{ query: string; ms: number }>(
    `SELECT query, total_exec_time AS ms FROM pg_stat_statements WHERE userid = 'sepakat_app'::regrole ORDER BY ms DESC LIMIT 20`,
  )
  const statements = rows.map(({ query, ms }): [string, number] => [
    `PostgreSQL: ${query.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').slice(0, 90)}`,
    ms,
  ])
  return [...functions, threads, ...statements]
    .map(([part, ms]): [string, number] => [part, ms / requests])
    .sort(([, a], [, b]) => b - a)
}

/** Milliseconds by part: a package, a file of ours, or Node itself. */
const selfTimes = ({ nodes, samples, timeDeltas }: Profile): Costs => {
  const partOf = new Map(nodes.map(({ id, callFrame }) => [id, partOfFrame(callFrame)]))
  const spent = new Map<string, number>()
  for (const [at, id] of samples.entries()) {
    const part = partOf.get(id) ?? ''
    spent.set(part, (spent.get(part) ?? 0) + (timeDeltas[at + 1] ?? 0) / 1000)
  }
  spent.delete('(idle)')
  return [...spent]
}

const partOfFrame = ({ functionName, url }: Profile['nodes'][number]['callFrame']): string => {
  const named = /^\((\w+)/.exec(functionName)
  if (named?.[1] === 'idle') return '(idle)'
  if (named?.[1] === 'program') return 'Node: native code'
  if (named) return `Node: ${functionName.slice(1, -1)}`
  if (url === '') return `Node: ${functionName || 'built-in functions'}`
  if (url.startsWith('node:')) return `Node: ${url.split('/')[0]}`
  const inPackage = url.split('/node_modules/').at(-1)
  if (inPackage !== undefined && inPackage !== url)
    return inPackage.split('/', inPackage.startsWith('@') ? 2 : 1).join('/')
  return /\/((?:apps|packages|prisma)\/.*)$/.exec(url)?.[1] ?? url
}
