import { createHmac, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { hash } from '@node-rs/argon2'
import { openDatabase } from '@sepakat/db'
import { buildPerson, type PostSpec } from '@sepakat/db/builders/index.ts'
import { freePort } from '@sepakat/db/engine/freePort.ts'
import { livingIn } from '@sepakat/db/engine/postmaster.ts'
import { openServer } from '@sepakat/db/engine/server.ts'
import { prepareEmbedded } from '@sepakat/db/prepareDatabase.ts'
import pg from 'pg'
import { type ApiProcess, apiEnvironment, startApi, startServer, untilHealthy } from '../apiProcess.ts'
import { readSettings } from '../settings.ts'
import { connections } from './load.ts'
import { processorTime } from './processorTime.ts'

export type Side = 'product' | 'bare'
export const sides: Side[] = ['product', 'bare']

/** Who asks: a cookie of the product, for each connection of the load its own. */
interface Cast {
  verifiers: string[]
  operators: string[]
  coordinator: string
  /** Names that sign in with `password`. */
  names: string[]
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

export const password = 'sandi-untuk-mengukur'
const secret = 'kunci-untuk-mengukur-saja-tidak-untuk-yang-lain'

/**
 * @param apis how many API processes use the one database
 * @param web folder of the built SPA, where it is to be served
 */
export const openGround = async ({ apis = 1, web = '0' } = {}): Promise<Ground> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sepakat-bench-'))
  const server = await openServer(folder)
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
  const startOn = async (port: number) => {
    const api = startApi({ ...env, PORT: String(port) })
    running.push(api)
    await untilHealthy(api, { ...settings, port })
    return api
  }
  let product = await startOn(port)
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
      const files = path.join(folder, 'bare-files')
      mkdirSync(files)
      const env = { DATABASE_APP_URL: urls.appUrl, FILES_DIR: files, SAMPLE: sample, PORT: String(barePort) }
      bare = startServer('tools/bench/bareServer.ts', { ...process.env, NODE_ENV: 'production', ...env })
      running.push(bare)
      while (!(await fetch(`http://127.0.0.1:${barePort}/select-1`).catch(() => null))?.ok) await sleep(50)
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

/** Sign-in pays for a password as production hashes it; everybody else is signed in already. */
const buildCast = async (appUrl: string, filling: pg.Client): Promise<Cast> => {
  const db = openDatabase({ url: appUrl, max: 2 })
  const each = async <T>(make: () => Promise<T>): Promise<T[]> => {
    const made: T[] = []
    while (made.length < connections) made.push(await make())
    return made
  }
  const signedIn = async (post: PostSpec) => {
    const { id, posts } = await buildPerson(db, { posts: [post] })
    const token = randomBytes(24).toString('base64url')
    await filling.query(
      `INSERT INTO session (id, token, person_id, post_id, last_seen_at, expires_at, updated_at)
       VALUES (gen_random_uuid(), $1, $2, $3, now(), now() + interval '6 days', now())`,
      [token, id, posts[0]?.id],
    )
    const signature = createHmac('sha256', secret).update(token).digest('base64')
    return `__Host-sepakat=${encodeURIComponent(`${token}.${signature}`)}`
  }
  const hashed = await hash(password, { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 })
  const known = async () => {
    const { id, username } = await buildPerson(db, { password, posts: [{ role: 'operator' }] })
    await filling.query('UPDATE account SET password = $2 WHERE person_id = $1', [id, hashed])
    return username
  }
  try {
    // with an admin who can sign in the API need not print a way in
    await buildPerson(db, { password, posts: [{ role: 'admin' }] })
    return {
      verifiers: await each(() => signedIn({ role: 'verifier', reportTypes: ['spm'] })),
      operators: await each(() => signedIn({ role: 'operator' })),
      coordinator: await signedIn({ role: 'coordinator', reportTypes: ['spm'] }),
      names: await each(known),
    }
  } finally {
    await db.close()
  }
}
