/** The life cycle of the embedded server, with real processes in folders of mode 700. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { livingIn } from './postmaster.ts'
import { openServer, type Server } from './server.ts'

const folders: string[] = []
const children: ChildProcess[] = []
const freshFolder = () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sepakat-'))
  folders.push(folder)
  return folder
}

const isRoot = process.getuid?.() === 0
const clusterOf = (server: Server) => path.join(server.footing.base, 'postgres')
const pidFileOf = (server: Server) => path.join(clusterOf(server), 'postmaster.pid')

const ask = async (server: Server, sql: string) => {
  const client = new pg.Client({ connectionString: server.url('owner', 'postgres') })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

const gone = async (server: Server) => {
  while (livingIn(clusterOf(server)).length > 0) await sleep(20)
}

let data: string
let server: Server

beforeAll(async () => {
  data = freshFolder()
  server = await openServer(data)
})
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await server.stop()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

describe('an embedded server', () => {
  it('is created once, then taken over while it runs', async () => {
    expect(server.how).toBe('created')
    const again = await openServer(data)
    expect(again).toMatchObject({ how: 'taken over', pid: server.pid, port: server.port })
  })

  it('writes nothing of anybody into its log, and lets go of logs that did', async () => {
    const log = path.join(server.footing.base, 'postgres.log')
    const nip = '197505052000031005'
    const twice = `CREATE TEMP TABLE orang (nip text UNIQUE); INSERT INTO orang VALUES ('${nip}'), ('${nip}')`
    await expect(ask(server, twice)).rejects.toThrow('duplicate key')
    await expect(ask(server, `SELECT '${nip}x'::uuid`)).rejects.toThrow('invalid input')
    expect(readFileSync(log, 'utf8')).not.toContain(nip)
    expect(readFileSync(log, 'utf8')).toContain('ready to accept connections')
    await server.stop()
    appendFileSync(log, `ERROR:  duplicate key\nDETAIL:  Key (nip)=(${nip}) already exists.\n2026 STATEMENT:  INSERT\n`)
    server = await openServer(data)
    expect(readFileSync(log, 'utf8')).not.toContain(nip)
  })

  it('writes to the disk before it says so, and knows Indonesian order', async () => {
    expect(await ask(server, 'SHOW fsync')).toEqual([{ fsync: 'on' }])
    const [row] = await ask(server, `SELECT datlocale AS locale FROM pg_database WHERE datname = 'postgres'`)
    expect(row).toEqual({ locale: 'id-ID' })
  })

  it('gives its owner no superuser rights', async () => {
    const [row] = await ask(server, 'SELECT rolsuper AS super FROM pg_roles WHERE rolname = current_user')
    expect(row).toEqual({ super: false })
  })

  it('starts again after a kill -9 of its postmaster and keeps what was committed', async () => {
    const client = new pg.Client({ connectionString: server.url('superuser', 'postgres') })
    client.on('error', () => {})
    await client.connect()
    await client.query('CREATE TABLE acknowledged AS SELECT 42 AS n')
    process.kill(server.pid, 'SIGKILL')
    const next = await openServer(data)
    expect(next.how).toBe('started')
    expect(next.pid).not.toBe(server.pid)
    server = next
    const reader = new pg.Client({ connectionString: server.url('superuser', 'postgres') })
    await reader.connect()
    expect((await reader.query('SELECT n FROM acknowledged')).rows).toEqual([{ n: 42 }])
    await reader.end()
  })

  it('starts again after a kill -9 of all its processes', async () => {
    for (const pid of livingIn(clusterOf(server))) process.kill(pid, 'SIGKILL')
    server = await openServer(data)
    expect(server.how).toBe('started')
  })

  it.each([
    ['nobody', '4194303'],
    ['no number at all', 'x'],
    ['nothing', ''],
  ])('starts over a stale pid file that names %s', async (_what, pid) => {
    await server.stop()
    writeFileSync(pidFileOf(server), `${pid}\n${clusterOf(server)}\n1\n5432\n\n127.0.0.1\n0 0\nready\n`)
    server = await openServer(data)
    expect(server.how).toBe('started')
  })

  it('starts over a stale pid file whose number another process of this user has now', async () => {
    const left = readFileSync(pidFileOf(server), 'utf8').split('\n')
    await server.stop()
    const other = spawn('sleep', ['60'])
    children.push(other)
    writeFileSync(pidFileOf(server), [other.pid, ...left.slice(1)].join('\n'))
    server = await openServer(data)
    expect(server.how).toBe('started')
    expect(other.exitCode).toBeNull()
  })

  it('starts over a killed server that its parent has not reaped', async () => {
    const left = readFileSync(pidFileOf(server), 'utf8').split('\n')
    await server.stop()
    const parent = spawn('sh', ['-c', 'sleep 0.01 & echo $!; exec sleep 60'])
    children.push(parent)
    const [said] = await once(parent.stdout, 'data')
    const zombie = Number(String(said).trim())
    while (!readFileSync(`/proc/${zombie}/stat`, 'utf8').includes(') Z ')) await sleep(10)
    writeFileSync(pidFileOf(server), [zombie, ...left.slice(1)].join('\n'))
    server = await openServer(data)
    expect(server.how).toBe('started')
  })

  it('does not mistake another server that has the old port for its own', async () => {
    const other = await openServer(freshFolder())
    const left = readFileSync(pidFileOf(server), 'utf8').split('\n')
    await server.stop()
    await gone(server)
    writeFileSync(pidFileOf(server), [other.pid, left[1], left[2], other.port, ...left.slice(4)].join('\n'))
    server = await openServer(data)
    expect(server.how).toBe('started')
    expect(server.pid).not.toBe(other.pid)
    await other.stop()
  })

  it('is one server after two first starts at once', async () => {
    const folder = freshFolder()
    const script = `import { openServer } from '${path.join(import.meta.dirname, 'server.ts')}'
      const { pid, port } = await openServer(process.argv[1]); console.log(JSON.stringify({ pid, port }))`
    const start = async () => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', script, folder], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const [said] = await once(child.stdout, 'data')
      return JSON.parse(String(said))
    }
    const [one, two] = await Promise.all([start(), start()])
    expect(one).toEqual(two)
    await (await openServer(folder)).stop()
  })

  it('says in one sentence that a cluster of another PostgreSQL cannot be opened', async () => {
    await server.stop()
    const version = path.join(clusterOf(server), 'PG_VERSION')
    const true18 = readFileSync(version, 'utf8')
    writeFileSync(version, '17\n')
    await expect(openServer(data)).rejects.toThrow(/tidak dapat dijalankan: .*incompatible/)
    writeFileSync(version, true18)
    server = await openServer(data)
    expect(server.how).toBe('started')
  })
})

describe('the account PostgreSQL runs under', () => {
  it('is never root, also when root starts it in a closed folder', () => {
    const status = execFileSync('ps', ['-o', 'uid=', '-p', String(server.pid)], { encoding: 'utf8' })
    // in the namespace it believes to be `nobody` while its files stay root's
    expect(server.footing.kind).toBe(isRoot ? 'namespace' : 'plain')
    expect(Number(status)).toBe(process.getuid?.())
  })

  it('is a system user where namespaces are forbidden, with the data moved and remembered', async () => {
    const folder = freshFolder()
    const moved = await openServer(folder, { without: ['namespace'] })
    if (isRoot) {
      folders.push(moved.footing.base)
      expect(moved.footing.base).toMatch(/^\/var\/lib\/sepakat\//)
      const uid = execFileSync('ps', ['-o', 'uid=', '-p', String(moved.pid)], { encoding: 'utf8' })
      expect(Number(uid)).toBeGreaterThan(0)
    } else expect(moved.footing.base).toBe(folder)
    const again = await openServer(folder)
    expect(again).toMatchObject({ how: 'taken over', pid: moved.pid, footing: { base: moved.footing.base } })
    expect(await again.stop()).toBe(true)
  })

  it('does not open what another user made', async () => {
    const folder = freshFolder()
    const mark = path.join(folder, 'postgres')
    if (isRoot) {
      writeFileSync(mark, '')
      chownSync(mark, 12_345, 12_345)
    } else execFileSync('ln', ['-s', '/', mark])
    await expect(openServer(folder)).rejects.toThrow(/dibuat oleh pengguna lain/)
  })
})
