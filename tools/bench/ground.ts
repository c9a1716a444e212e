import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '@sepakat/db/engine/freePort.ts'
import { livingIn } from '@sepakat/db/engine/postmaster.ts'
import { openServer } from '@sepakat/db/engine/server.ts'
import { prepareEmbedded } from '@sepakat/db/prepareDatabase.ts'
import pg from 'pg'
import { type ApiProcess, apiEnvironment, startApi, startServer, untilHealthy } from '../apiProcess.ts'
import { readSettings } from '../settings.ts'
import { buildCast, type Cast, secret } from './buildCast.ts'
import { processorTime } from './processorTime.ts'

export type Side = 'product' | 'bare'
export const sides: Side[] = ['product', 'bare']

interface Another {
  /** The address of the database as this process is to take it. */
  via?: (url: string) => string
  /** Of Node. */
  flags?: string[]
}
interface Told {
  /** Of Node. */
  flags?: string[]
  env?: NodeJS.ProcessEnv
}

/** A server of our own with production settings, the product's API on it, and later the bare server beside it. */
export interface Ground {
  /** As superuser, with triggers and foreign keys off: for filling. */
  filling: pg.Client
  ports: Record<Side, number>
  /** Of each API process. */
  origins: string[]
  /** For tools over the same database and files. */
  env: NodeJS.ProcessEnv
  cast: Cast
  /** Headers of a request that changes something. */
  origin: string
  product: ApiProcess
  /** Processor time that a side's server and PostgreSQL have taken so far, in milliseconds. */
  processorTime: (side: Side) => number
  /** @param sample a submitted report, from which the bare server knows what it writes */
  startBare(sample: string): Promise<void>
  /** One more process of a side, on the same database and files, for what would disturb a measurement. */
  startAnother(side: Side, how: Another): Promise<ApiProcess & { port: number }>
  /**
   * In place of the bare server: the product of another checkout, whose packages are there, on the same database and files. Ours is
   * started again, since a process that has already made the samples is 20 % slower than a new one.
   */
  startBeside(checkout: string): Promise<void>
  /** Process of the bare side, once it was started. */
  beside: () => ApiProcess | undefined
  /** The cheapest request of the bare server; another product is not asked it, since it would only warm that side. */
  fastest: string | null
  close(): Promise<void>
}

/**
 * @param apis how many API processes use the one database
 * @param web folder of the built SPA, where it is to be served
 * @param postgres settings of the server
 * @param told what the API process is given in addition
 */
export const openGround = async ({
  apis = 1,
  web = '0',
  postgres = {} as Record<string, string>,
  told = {} as Told,
} = {}): Promise<Ground> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sepakat-bench-'))
  const server = await openServer(folder, { settings: postgres })
  await prepareEmbedded(server, 'reference')
  const urls = { ownerUrl: server.url('owner'), appUrl: server.url('app') }
  const filling = new pg.Client({ connectionString: server.url('superuser') })
  await filling.connect()
  await filling.query('SET session_replication_role = replica')
  const cast = await buildCast(urls.appUrl, filling)
  const [port, barePort] = [await freePort(), await freePort()]
  const publicUrl = `http://127.0.0.1:${port}`
  const settings = readSettings({ PORT: String(port), DATA_DIR: folder, DEMO: '0' })
  const plain = {
    WORKER: '0',
    RATE_LIMIT: '0',
    SECOND_FACTOR: 'optional',
    LOG_LEVEL: 'silent',
    SECRET: secret,
    SERVE_WEB: web,
  }
  const env = { ...apiEnvironment(settings, urls), ...plain }
  const running: ApiProcess[] = []
  let bare: ApiProcess | undefined
  let fastest: string | null = '/select-1'
  const startOn = async (port: number, flags: string[] = [], own: NodeJS.ProcessEnv = {}) => {
    const api = startApi({ ...env, ...own, PORT: String(port) }, flags)
    running.push(api)
    await untilHealthy(api, { ...settings, port })
    return api
  }
  let SAMPLE = ''
  const FILES_DIR = path.join(folder, 'bare-files')
  const startBareOn = async (port: number, flags: string[] = [], own: NodeJS.ProcessEnv = {}) => {
    mkdirSync(FILES_DIR, { recursive: true })
    const env = { DATABASE_APP_URL: urls.appUrl, FILES_DIR, SAMPLE, PORT: String(port), NODE_ENV: 'production' }
    const server = startServer('tools/bench/bareServer.ts', { ...process.env, ...env, ...own }, { flags })
    running.push(server)
    while (!(await fetch(`http://127.0.0.1:${port}/select-1`).catch(() => null))?.ok) await sleep(50)
    return server
  }
  // the first start of a checkout leaves what Node compiled: what is measured is any start after it (decision 0083)
  await (await startOn(port, told.flags, told.env)).stop()
  let product = await startOn(port, told.flags, told.env)
  const origins = [publicUrl]
  while (origins.length < apis) {
    const another = await freePort()
    await startOn(another)
    origins.push(`http://127.0.0.1:${another}`)
  }
  return {
    filling,
    ports: { product: port, bare: barePort },
    origins,
    env,
    cast,
    origin: publicUrl,
    get product() {
      return product
    },
    processorTime: side =>
      processorTime([side === 'product' ? product.pid : (bare?.pid ?? 0), ...livingIn(path.join(folder, 'postgres'))]),
    startBare: async sample => {
      SAMPLE = sample
      bare = await startBareOn(barePort)
    },
    startAnother: async (side, { via = url => url, flags }) => {
      const port = await freePort()
      const start = side === 'product' ? startOn : startBareOn
      return { ...(await start(port, flags, { DATABASE_APP_URL: via(urls.appUrl) })), port }
    },
    startBeside: async checkout => {
      await product.stop()
      product = await startOn(port)
      bare = startServer('apps/api/src/server.ts', { ...env, PORT: String(barePort) }, { checkout })
      running.push(bare)
      fastest = null
      await untilHealthy(bare, { ...settings, port: barePort })
    },
    beside: () => bare,
    get fastest() {
      return fastest
    },
    close: async () => {
      await Promise.all(running.map(process => process.stop()))
      await filling.end()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
