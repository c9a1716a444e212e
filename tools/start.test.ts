/** The life of `npm start` with real processes: an installation in a folder of mode 700, started, killed and started again. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import net from 'node:net'
import { hostname, networkInterfaces, tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { withClient } from '@sepakat/db/engine/client.ts'
import { freePort } from '@sepakat/db/engine/freePort.ts'
import { livingIn } from '@sepakat/db/engine/postmaster.ts'
import { openServer } from '@sepakat/db/engine/server.ts'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { residentOf } from './bench/measureAmplification.ts'
import { prepareCode, prepareWeb } from './prepare.ts'
import { root } from './root.ts'

const dataDir = mkdtempSync(path.join(tmpdir(), 'sepakat-start-'))
const cluster = path.join(dataDir, 'postgres')
let port: number
const all: Started[] = []

interface Started {
  child: ChildProcess
  said: () => string
  ended: Promise<number | null>
}

function start(env: NodeJS.ProcessEnv = {}): Started {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'tools/start.ts'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: undefined, LOG_LEVEL: 'error', DATA_DIR: dataDir, PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', part => (said += part))
  const started = { child, said: () => said, ended: once(child, 'exit').then(([code]) => code as number | null) }
  all.push(started)
  return started
}

/** Settles once it serves; fails with what it said if it ends before. */
async function ready(started: Started): Promise<Started> {
  let ended = false
  started.ended.then(() => {
    ended = true
  })
  while (!started.said().includes('Berhenti: Ctrl-C')) {
    if (ended) throw new Error(`ended before it served:\n${started.said()}`)
    await sleep(20)
  }
  return started
}

const origin = () => `http://127.0.0.1:${port}`
const answers = () =>
  fetch(`${origin()}/healthz`).then(
    answer => answer.ok,
    () => false,
  )
/** How far the demo region is; null: complete. */
const filling = async (): Promise<{ done: number; all: number } | null> =>
  (await (await fetch(`${origin()}/api/v1/public`)).json()).demoYear
const apiPid = (started: Started) => {
  const { pid } = started.child
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')
  return Number(
    children.find(child => readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('apps/api/src/server.ts')),
  )
}
const postmaster = () => Number(readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0])
const inDatabase = async (sql: string) => {
  const server = await openServer(dataDir)
  return (await withClient(server.url('owner'), client => client.query(sql))).rows
}

beforeAll(async () => {
  port = await freePort()
  await prepareCode()
  await prepareWeb()
})
afterAll(async () => {
  for (const { child, ended } of all) {
    child.kill('SIGTERM')
    await ended
  }
  if (livingIn(cluster).length > 0) await (await openServer(dataDir)).stop()
  rmSync(dataDir, { recursive: true, force: true })
})

describe('npm start', () => {
  let running: Started

  it('serves API and web on one port and prints the address and the demo accounts', async () => {
    running = await ready(start())
    expect(running.said()).toContain(`SEPAKAT siap di ${origin()}`)
    expect(running.said()).toMatch(/operator\.dinkes +Operator Dinas Kesehatan/)
    expect(await answers()).toBe(true)
    const page = await fetch(origin())
    expect(page.headers.get('content-type')).toContain('text/html')
    expect(await page.text()).toContain('lang="id"')
    expect((await fetch(`${origin()}/api/openapi.json`)).status).toBe(200)
  })

  it('fills the demo region behind itself, and tells how far it is', async () => {
    let told = await filling()
    expect(told).toMatchObject({ all: 49 })
    while (told !== null && told.done < 1) {
      await sleep(200)
      told = await filling()
    }
    const row = `answer_row r WHERE r.submission_id = n.submission_id AND n.anchor LIKE '/' || r.table_id || '/' || r.row_id || '%'`
    expect(
      await inDatabase(`SELECT n.anchor FROM note n WHERE n.anchor LIKE '/%/%' AND NOT EXISTS (SELECT FROM ${row})`),
    ).toEqual([])
  })

  it('refuses a second start beside it in one sentence that names the address', async () => {
    const second = start()
    expect(await second.ended).toBe(1)
    expect(second.said()).toBe(
      `SEPAKAT sudah berjalan untuk folder data ${dataDir}: ${origin()} (pid ${running.child.pid}). Hentikan dahulu, atau pakai DATA_DIR dan PORT lain.\n`,
    )
    expect(await answers()).toBe(true)
  })

  it('stops API and PostgreSQL when asked, once or twice', async () => {
    await inDatabase('CREATE TABLE kept AS SELECT 7 AS n')
    running.child.kill('SIGINT')
    running.child.kill('SIGTERM')
    expect(await running.ended).toBe(0)
    expect(livingIn(cluster)).toEqual([])
    expect(await answers()).toBe(false)
  })

  it('starts again within ten seconds and keeps the data', async () => {
    const begun = performance.now()
    running = await ready(start())
    expect(performance.now() - begun).toBeLessThan(10_000)
    expect(await inDatabase('SELECT n FROM kept')).toEqual([{ n: 7 }])
    // goes on where it was; filled to its end by a journey (demoYear), here it would run beside all that follows
    expect((await filling())?.done ?? 49).toBeGreaterThanOrEqual(1)
    await inDatabase(`DELETE FROM setting WHERE key = 'demo-year'`)
  })

  it('takes at most 200 MB in its API, with its jobs, before anybody asks for anything', () => {
    expect(residentOf(apiPid(running))).toBeLessThanOrEqual(200)
  })

  it('killed itself, takes its API along, and the next start takes over PostgreSQL', async () => {
    const before = postmaster()
    running.child.kill('SIGKILL')
    running = await ready(start())
    expect(postmaster()).toBe(before)
    expect(await answers()).toBe(true)
  })

  it('says that the API died, stops, and starts again', async () => {
    process.kill(apiPid(running), 'SIGKILL')
    expect(await running.ended).toBe(1)
    expect(running.said()).toContain('API berhenti sendiri (SIGKILL).')
    expect(livingIn(cluster)).toEqual([])
    running = await ready(start())
  })

  it('goes on when a single session of PostgreSQL crashes', async () => {
    const [{ pid }] = await inDatabase(`SELECT pid FROM pg_stat_activity WHERE usename = 'sepakat_app' LIMIT 1`)
    process.kill(pid, 'SIGKILL')
    // PostgreSQL may notice late, and then refuses everybody while it recovers
    const kept = async (): Promise<unknown> => inDatabase('SELECT n FROM kept').catch(() => sleep(50).then(kept))
    expect(await kept()).toEqual([{ n: 7 }])
    while (!(await fetch(`${origin()}/readyz`).catch(() => null))?.ok) await sleep(50)
    expect(running.child.exitCode).toBeNull()
  })

  it('says that PostgreSQL died, stops, and starts again', async () => {
    process.kill(postmaster(), 'SIGKILL')
    expect(await running.ended).toBe(1)
    expect(running.said()).toContain('Basis data berhenti sendiri.')
    running = await ready(start())
    expect(await inDatabase('SELECT n FROM kept')).toEqual([{ n: 7 }])
  })

  it('starts again after a kill -9 of everything', async () => {
    const pids = [running.child.pid ?? 0, apiPid(running), ...livingIn(cluster)]
    for (const pid of pids) {
      try {
        process.kill(pid, 'SIGKILL')
      } catch (error) {
        // a worker of PostgreSQL had ended by itself
        expect(error).toMatchObject({ code: 'ESRCH' })
      }
    }
    running = await ready(start())
    expect(await inDatabase('SELECT n FROM kept')).toEqual([{ n: 7 }])
  })

  it('says in one sentence that another program has the port', async () => {
    const other = net.createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const taken = typeof address === 'object' && address ? address.port : 0
    const scratch = mkdtempSync(path.join(tmpdir(), 'sepakat-port-'))
    const refused = start({ PORT: String(taken), DATA_DIR: scratch })
    expect(await refused.ended).toBe(1)
    expect(refused.said()).toContain(`Port ${taken} di 127.0.0.1 sudah dipakai program lain.`)
    other.close()
    rmSync(scratch, { recursive: true })
  })
})

describe('npm start on an address of the network', () => {
  it('begins empty, says that the demo is off, and prints the way in of the first administrator', async () => {
    const scratch = mkdtempSync(path.join(tmpdir(), 'sepakat-lan-'))
    onTestFinished(() => rmSync(scratch, { recursive: true, force: true }))
    const own = await freePort()
    const shown = `http://${lanAddress()}:${own}`
    const env = { HOST: '0.0.0.0', PUBLIC_URL: shown, ALLOW_HTTP: '1', DATA_DIR: scratch, PORT: String(own) }
    const started = await ready(start(env))
    expect(started.said()).toContain(`SEPAKAT siap di ${shown}`)
    expect(started.said()).toContain(`Tanpa wilayah dan akun demo, karena PUBLIC_URL ${shown} bukan alamat mesin ini`)
    expect(started.said()).not.toMatch(/operator\.dinkes|Error|\n +at /)
    const [, name, code] = /nama (\S+), kode (\S+) /.exec(started.said()) ?? []
    const answer = await fetch(`${shown}/api/v1/session/code`, {
      method: 'POST',
      headers: { origin: shown, 'content-type': 'application/json' },
      body: JSON.stringify({ name, code, password: 'sandi baru saya' }),
    })
    expect([answer.status, (await answer.json()).post.role]).toEqual([200, 'admin'])
    started.child.kill('SIGTERM')
    expect(await started.ended).toBe(0)
  })
})

/** An address of this machine that is not loopback; where it has none, its name. */
const lanAddress = (): string => {
  const all = Object.values(networkInterfaces()).flatMap(list => list ?? [])
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? hostname()
}

describe('npm start with DATABASE_URL', () => {
  it('uses that server, with an application account of its own and without the demo region', async () => {
    const scratch = mkdtempSync(path.join(tmpdir(), 'sepakat-external-'))
    const server = await openServer(path.join(scratch, 'server'))
    onTestFinished(async () => {
      await server.stop()
      rmSync(scratch, { recursive: true, force: true })
    })
    await withClient(server.url('superuser', 'postgres'), client => client.query('CREATE DATABASE luar OWNER sepakat'))
    const own = await freePort()
    const env = { DATABASE_URL: server.url('owner', 'luar'), DATA_DIR: path.join(scratch, 'data'), PORT: String(own) }
    const started = start(env)
    while (!started.said().includes('SEPAKAT siap')) await sleep(20)
    const count = (table: string) =>
      withClient(server.url('owner', 'luar'), client => client.query(`SELECT count(*)::int AS n FROM ${table}`))
    expect((await count('person WHERE demo')).rows).toEqual([{ n: 0 }])
    expect((await count('office')).rows[0].n).toBeGreaterThan(20)
    const { rows: accounts } = await withClient(server.url('superuser', 'luar'), client =>
      client.query(`SELECT rolcanlogin AS login, rolsuper AS super FROM pg_roles WHERE rolname = 'sepakat_app'`),
    )
    expect(accounts).toEqual([{ login: true, super: false }])
    started.child.kill('SIGTERM')
    expect(await started.ended).toBe(0)
    expect(livingIn(path.join(scratch, 'server/postgres'))).not.toEqual([])
  })
})
