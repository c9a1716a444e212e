/**
 * Databases for tests: real PostgreSQL, one server for all runs of this checkout at once, and for each test file a copy (0.05 s)
 * of a template that is migrated and holds the reference data.
 */
import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { globSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { buildDatabase } from './engine/buildDatabase.ts'
import { withClient } from './engine/client.ts'
import { clusterName } from './engine/footing.ts'
import { withLock } from './engine/lock.ts'
import { livingIn } from './engine/postmaster.ts'
import type { Secrets } from './engine/secrets.ts'
import { openServer, type Server } from './engine/server.ts'
import { forgetAll } from './forms/memory.ts'

export interface TestDatabase {
  ownerUrl: string
  appUrl: string
  /** May do everything; for proofs that tampering is found. */
  superuserUrl: string
  dispose(): Promise<void>
}

const root = path.resolve(import.meta.dirname, '../..')
const folder = path.join(root, '.cache/test-postgres')
const lock = `test server ${folder}`
const holder = 'sepakat-test-run'
const handedDown = 'SEPAKAT_TEST_SERVER'
// nothing here is worth a wait for the disk; proofs about crashes use a server of their own
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }

/** What a test process must know of the server: a URL for each account, and the database to copy. */
interface Access {
  urls: Record<keyof Secrets, string>
  template: string
}

/** A fresh database of its own, migrated and with the reference data. Dispose of it at the end of the file. */
export const testDatabase = () => makeDatabase(copyTemplate)

/** A database with nothing in it, for tests of migrations themselves. */
export const emptyTestDatabase = () =>
  makeDatabase((access, name) => administer(access, `CREATE DATABASE ${name} OWNER sepakat`))

async function makeDatabase(make: (access: Access, name: string) => Promise<void>): Promise<TestDatabase> {
  const shared = process.env[handedDown]
  const run: HeldServer | undefined = shared ? undefined : await holdTestServer()
  const access: Access = run?.access ?? JSON.parse(shared ?? '')
  const name = `test_${randomBytes(6).toString('hex')}`
  const url = (account: keyof Secrets) => urlOf(access, account, name)
  await make(access, name)
  forgetAll()
  return {
    ownerUrl: url('owner'),
    appUrl: url('app'),
    superuserUrl: url('superuser'),
    dispose: async () => {
      await administer(access, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
      await run?.release()
    },
  }
}

const urlOf = ({ urls }: Access, account: keyof Secrets, name: string) =>
  Object.assign(new URL(urls[account]), { pathname: `/${name}` }).href

async function copyTemplate(access: Access, name: string): Promise<void> {
  const copy = () => administer(access, `CREATE DATABASE ${name} TEMPLATE ${access.template} OWNER sepakat`)
  try {
    await copy()
  } catch (error) {
    const missing = error instanceof pg.DatabaseError && error.code === '3D000'
    if (!missing) throw error
    await withLock(`${lock} template`, () =>
      buildDatabase(access.urls.superuser, access.template, fillTemplate(access)),
    )
    await copy()
  }
}

/** In a process of its own, with which the schema engine's timer and memory end. */
const fillTemplate = (access: Access) => async (name: string) => {
  const script = path.join(import.meta.dirname, 'testingTemplate.ts')
  const [DATABASE_URL, DATABASE_APP_URL] = [urlOf(access, 'owner', name), urlOf(access, 'app', name)]
  const env = { ...process.env, DATABASE_URL, DATABASE_APP_URL }
  await promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', script], { env })
}

async function administer({ urls }: Access, sql: string): Promise<void> {
  await withClient(urls.superuser, client => client.query(sql))
}

interface HeldServer {
  access: Access
  /** Lets go of the server; the last of all runs to do so stops it. */
  release(): Promise<void>
}

/** Starts or takes over the test server and keeps it up until released. */
function holdTestServer(): Promise<HeldServer> {
  return withLock(lock, async () => {
    const server = await openTestServer()
    const url = (account: keyof Secrets) => server.url(account, 'postgres')
    const session = new pg.Client({ connectionString: url('superuser'), application_name: holder })
    session.on('error', () => {})
    await session.connect()
    const template = templateName()
    if ((await holders(session)) === 1) await dropLeftovers(session, template)
    const release = async () => {
      const last = (await holders(session)) === 1
      await session.end()
      if (last) await server.stop()
    }
    const urls = { superuser: url('superuser'), owner: url('owner'), app: url('app') }
    return { access: { urls, template }, release: () => withLock(lock, release) }
  })
}

/** Vitest's global set-up: the server stays up from before the first test file to after the last. @public */
export default async function setup(): Promise<() => Promise<void>> {
  const { access, release } = await holdTestServer()
  process.env[handedDown] = JSON.stringify(access)
  return release
}

async function openTestServer(): Promise<Server> {
  try {
    return await openServer(folder, { settings })
  } catch (error) {
    const cluster = path.join(folder, clusterName)
    if (livingIn(cluster).length > 0) throw error
    // without fsync a crash of the machine may have broken it; nothing in it is worth keeping
    rmSync(folder, { recursive: true, force: true })
    return openServer(folder, { settings })
  }
}

async function holders(session: pg.Client): Promise<number> {
  const found = await session.query('SELECT 1 FROM pg_stat_activity WHERE application_name = $1', [holder])
  return found.rowCount ?? 0
}

/** Removes what killed runs and earlier sources left behind. */
async function dropLeftovers(session: pg.Client, keep: string): Promise<void> {
  const found = await session.query<{ datname: string }>(
    `SELECT datname FROM pg_database WHERE datname ~ '^(test|template)_' AND datname <> $1`,
    [keep],
  )
  for (const { datname } of found.rows) await session.query(`DROP DATABASE ${datname} WITH (FORCE)`)
}

/** Named by everything it is made from. */
const templateName = (): string => {
  const sources = [
    'prisma/migrations',
    'prisma/src/jobs',
    'prisma/src/seed',
    'prisma/src/history/bound',
    'prisma/reference',
    'packages/rules/src',
  ]
  const hash = createHash('sha256')
  for (const source of sources)
    for (const file of globSync(`${source}/**/*`, { cwd: root }).sort()) {
      const full = path.join(root, file)
      if (!file.endsWith('.test.ts') && statSync(full).isFile()) hash.update(file).update(readFileSync(full))
    }
  return `template_${hash.digest('hex').slice(0, 16)}`
}
