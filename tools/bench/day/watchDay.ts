import { existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { v7 } from 'uuid'
import { connect, type Request } from '../connection.ts'
import type { Ground } from '../ground.ts'
import { quantile } from '../quantile.ts'

const everyMs = 200

/** What `tellLoad.ts` says: bytes, and how late the event loop was (p99 of a fifth of a second, in milliseconds). */
interface Told {
  rss: number
  heap: number
  external: number
  late: number
}
/** Megabytes at its start, at its end and at most. */
export interface Course {
  first: number
  last: number
  most: number
}
export interface Watched {
  memory: Record<'rss' | 'heap' | 'external', Course>
  /** p95 of how late the event loop was, in milliseconds. */
  late: number
  /** p95 of `/healthz`, in milliseconds. */
  health: number
}

const courseOf = (values: number[]): Course => {
  const [first = 0, last = 0, most = 0] = [values[0], values.at(-1), Math.max(0, ...values)].map(bytes =>
    Math.round((bytes ?? 0) / 1024 ** 2),
  )
  return { first, last, most }
}
const p95 = (values: number[]): number =>
  quantile(
    values.sort((a, b) => a - b),
    0.95,
  )

/** For the API process: its environment and flags, and what it has said since `from` samples ago were said. */
export const createTeller = () => {
  const file = path.join(tmpdir(), `sepakat-day-${v7()}`)
  const told = (): Told[] =>
    existsSync(file)
      ? readFileSync(file, 'utf8')
          .trimEnd()
          .split('\n')
          .map(line => JSON.parse(line))
      : []
  return {
    env: { TELL_LOAD_IN: file },
    flags: ['--import', path.join(import.meta.dirname, 'tellLoad.ts')],
    told,
    close: () => rmSync(file, { force: true }),
  }
}
export type Teller = ReturnType<typeof createTeller>

/** From now on; what it gives ends it. */
export const watchDay = ({ ports }: Ground, { told }: Teller) => {
  let over = false
  const before = told().length
  const times: number[] = []
  const watching = (async () => {
    const connection = await connect(ports.product)
    while (!over) {
      times.push((await connection.send({ method: 'GET', path: '/healthz' })).ms)
      await sleep(everyMs)
    }
    connection.close()
  })()
  return async (): Promise<Watched> => {
    over = true
    await watching
    const said = told().slice(before)
    const course = (of: 'rss' | 'heap' | 'external') => courseOf(said.map(one => one[of]))
    return {
      memory: { rss: course('rss'), heap: course('heap'), external: course('external') },
      late: p95(said.map(({ late }) => late)),
      health: p95(times),
    }
  }
}

/** Seconds until the probe is answered within so many ms, three times running; NaN after two minutes. */
export const secondsToRecover = async ({ ports }: Ground, probe: Request, ms: number): Promise<number> => {
  const begun = performance.now()
  const connection = await connect(ports.product)
  let well = 0
  try {
    while (performance.now() - begun < 120_000) {
      const since = (performance.now() - begun) / 1000
      const answer = await connection.send(probe)
      well = answer.status === 200 && answer.ms <= ms ? well + 1 : 0
      if (well === 3) return since
      await sleep(everyMs)
    }
    return Number.NaN
  } finally {
    connection.close()
  }
}
