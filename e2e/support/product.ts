import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Database, openDatabase } from '@sepakat/db'
import { type TestDatabase, testDatabase } from '@sepakat/db/testing.ts'

export const root = path.resolve(import.meta.dirname, '../..')

/** The product as it is run: API, worker and SPA in one process, over a database of its own with the reference data. */
export interface Product {
  url: string
  db: Database
  /** Of its API process, for tools over the same database and files. */
  env: NodeJS.ProcessEnv
  /** Restarts the API, as after a restart of the machine. */
  restart: () => Promise<void>
  close: () => Promise<void>
}

export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

const start = async (checkout: string, url: string, env: Record<string, string>): Promise<ChildProcess> => {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', path.join(checkout, 'apps/api/src/server.ts')],
    {
      cwd: checkout,
      // what one start compiled the others read
      env: { NODE_COMPILE_CACHE: path.join(checkout, 'node_modules/.cache/compiled'), ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', text => {
    said += text
  })
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) throw new Error(`the API ended: ${said}`)
    const well = await fetch(`${url}/readyz`).then(
      answer => answer.ok,
      () => false,
    )
    if (well) return child
    await sleep(100)
  }
  throw new Error(`the API did not become ready: ${said}`)
}

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

/**
 * @param checkout the checkout whose API runs; this one by default
 * @param database an existing database; a copy of the template by default. Dropped with the product
 * @param web folder of the built SPA; by default that of the checkout or SERVE_WEB
 */
export const startProduct = async ({
  checkout = root,
  database: given,
  web = process.env.SERVE_WEB ?? path.join(root, 'apps/web/dist'),
  env = {},
}: {
  checkout?: string
  database?: TestDatabase
  web?: string
  env?: Record<string, string>
} = {}): Promise<Product> => {
  const database = given ?? (await testDatabase())
  const folder = await mkdtemp(path.join(tmpdir(), 'sepakat-journey-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const settings = {
    PORT: String(port),
    HOST: '127.0.0.1',
    PUBLIC_URL: url,
    DATABASE_URL: database.ownerUrl,
    DIRECT_DATABASE_URL: database.ownerUrl,
    DATABASE_APP_URL: database.appUrl,
    DATA_DIR: folder,
    SERVE_WEB: web,
    DEMO: '0',
    RATE_LIMIT: '0',
    SECOND_FACTOR: 'optional',
    LOG_LEVEL: 'silent',
    ARGON_MEMORY: '1024',
    ARGON_TIME: '1',
    ...env,
  }
  let api = await start(checkout, url, settings)
  const db = openDatabase({ url: database.appUrl, max: 4 })
  return {
    url,
    db,
    env: { ...process.env, ...settings },
    restart: async () => {
      await end(api)
      api = await start(checkout, url, settings)
    },
    close: async () => {
      await end(api)
      await db.close()
      await database.dispose()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
