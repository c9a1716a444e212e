import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '@sepakat/db/engine/freePort.ts'
import { livingIn } from '@sepakat/db/engine/postmaster.ts'
import { openServer, type Server } from '@sepakat/db/engine/server.ts'
import { type ApiProcess, apiEnvironment, startApi, untilHealthy } from '../apiProcess.ts'
import { readSettings } from '../settings.ts'

export type Half = 'api' | 'postgres'

/** PostgreSQL and the API of an installation beside each other: the one dies and comes back, and the other stays. */
export interface Pair {
  kill: (half: Half) => Promise<void>
  /** Brings it back, and settles once the API says that it is ready. */
  start: (half: Half) => Promise<void>
  /** Whether the API is the process that it was when it was started. */
  isApiAlive: () => boolean
  /** The address of the database for its owner. */
  ownerUrl: () => string
  stop: () => Promise<void>
}

const timeoutMs = 30_000

/** Over the data folder of an installation that does not run. */
export const openPair = async (env: NodeJS.ProcessEnv): Promise<Pair> => {
  const settings = readSettings({ ...process.env, ...env })
  const port = String(await freePort())
  const openDatabase = (): Promise<Server> => openServer(settings.dataDir, { settings: { port } })
  let server = await openDatabase()
  let api: ApiProcess
  let alive = false
  const begin = async () => {
    const urls = { ownerUrl: server.url('owner'), appUrl: server.url('app') }
    api = startApi({
      ...env,
      ...apiEnvironment(settings, urls, '0'),
      RATE_LIMIT: '0',
      SECOND_FACTOR: 'optional',
      LOG_LEVEL: 'silent',
    })
    alive = true
    api.gone.then(() => {
      alive = false
    })
    await untilHealthy(api, settings)
  }
  const untilReady = async () => {
    const ready = () => fetch(`${settings.publicUrl}/readyz`, { signal: AbortSignal.timeout(2000) }).catch(() => null)
    for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; await sleep(20))
      if ((await ready())?.ok) return
    throw new Error(`the API is not ready after ${timeoutMs} ms`)
  }
  await begin()
  await untilReady()
  return {
    kill: async half => {
      process.kill(half === 'api' ? api.pid : server.pid, 'SIGKILL')
      if (half === 'api') await api.gone
      // what the postmaster leaves behind sees that it is gone, and goes
      else while (livingIn(path.join(server.footing.base, 'postgres')).length > 0) await sleep(10)
    },
    start: async half => {
      if (half === 'api') await begin()
      else server = await openDatabase()
      await untilReady()
    },
    isApiAlive: () => alive,
    ownerUrl: () => server.url('owner'),
    stop: async () => {
      await api.stop()
      await server.stop()
    },
  }
}
