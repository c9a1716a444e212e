/**
 * PostgreSQL refuses to run as root. Where it runs, in the order tried:
 * - an ordinary user: it simply runs, its data in the data folder;
 * - root with user namespaces: it runs as `nobody` inside one while the files stay root's, so a closed folder is no obstacle;
 * - root without them: programs and data move to /var, owned by a system user.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { packagedNative } from './packagedNative.ts'
import { Refusal } from './Refusal.ts'
import { type Identity, type Outcome, run } from './run.ts'

export interface Footing {
  kind: 'plain' | 'namespace' | 'user'
  /** Folder that PostgreSQL's user can write: it holds cluster, log and scratch files. */
  base: string
  program(name: 'initdb' | 'pg_ctl' | 'postgres', args: string[]): Promise<Outcome>
  /** Gives a file made by this process to PostgreSQL's user. */
  handOver(file: string): void
}

// inside the namespace PostgreSQL needs an id that /etc/passwd knows
const nobody = 65_534
const namespace = ['--user', `--map-user=${nobody}`, `--map-group=${nobody}`, '--']
const remembered = 'postgres-elsewhere.json'
export const clusterName = 'postgres'

/** Finds a way to run PostgreSQL for this data folder; `without` leaves ways out (used by tests). */
export async function findFooting(dataDir: string, without: Footing['kind'][] = []): Promise<Footing> {
  mkdirSync(dataDir, { recursive: true })
  const native = packagedNative()
  const note = path.join(dataDir, remembered)
  refuseAnothersData(existsSync(note) ? note : path.join(dataDir, clusterName))
  if (process.getuid?.() !== 0) return direct(native, dataDir)
  if (existsSync(note)) return asUser(native, JSON.parse(readFileSync(note, 'utf8')).base)
  if (!without.includes('namespace') && (await namespaceWorks(native, dataDir))) return inNamespace(native, dataDir)
  const base = path.join(
    '/var/lib/sepakat',
    createHash('sha256').update(path.resolve(dataDir)).digest('hex').slice(0, 12),
  )
  const footing = asUser(native, base)
  writeFileSync(note, `${JSON.stringify({ base }, null, 2)}\n`)
  return footing
}

/** Started by somebody else, these data would be out of reach and an empty cluster would take their place. */
function refuseAnothersData(mark: string): void {
  const owner = existsSync(mark) ? statSync(mark).uid : undefined
  if (owner === undefined || !process.getuid || owner === process.getuid()) return
  throw new Refusal(
    `Folder data ${path.dirname(mark)} dibuat oleh pengguna lain (uid ${owner}); jalankan sebagai pengguna itu, atau pilih DATA_DIR lain.`,
  )
}

function direct(native: string, base: string): Footing {
  return {
    kind: 'plain',
    base,
    program: (name, args) => run(path.join(native, 'bin', name), args, undefined, base),
    handOver: () => {},
  }
}

function inNamespace(native: string, base: string): Footing {
  return {
    kind: 'namespace',
    base,
    program: (name, args) => run('unshare', [...namespace, path.join(native, 'bin', name), ...args], undefined, base),
    handOver: () => {},
  }
}

/** Namespaces may be forbidden, and root inside one cannot enter what another user has closed: so both are tried. */
async function namespaceWorks(native: string, base: string): Promise<boolean> {
  const inside = (command: string, ...args: string[]) => run('unshare', [...namespace, command, ...args])
  const tries = [inside(path.join(native, 'bin', 'postgres'), '--version'), inside('test', '-w', base)]
  return (await Promise.all(tries)).every(outcome => outcome.code === 0)
}

function asUser(native: string, base: string): Footing {
  const identity = systemUser()
  const copy = reachableCopy(native)
  mkdirSync(path.dirname(base), { recursive: true })
  mkdirSync(base, { recursive: true, mode: 0o700 })
  const handOver = (file: string) => chownSync(file, identity.uid, identity.gid)
  handOver(base)
  return {
    kind: 'user',
    base,
    program: (name, args) => run(path.join(copy, 'bin', name), args, identity, base),
    handOver,
  }
}

function systemUser(): Identity {
  const found = lookUp('sepakat') ?? lookUp('postgres')
  if (found) return found
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'sepakat'])
  const made = lookUp('sepakat')
  if (made) return made
  throw new Refusal(
    'PostgreSQL tidak boleh berjalan sebagai root di sini: jalankan perintah ini sebagai pengguna biasa, buat pengguna sistem bernama "sepakat", atau berikan DATABASE_URL.',
  )
}

function lookUp(name: string): Identity | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find(entry => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null
}

function reachableCopy(native: string): string {
  const key = createHash('sha256')
    .update(readFileSync(path.join(native, 'bin', 'postgres')))
    .digest('hex')
    .slice(0, 12)
  const copy = path.join('/var/cache/sepakat', `postgres-${key}`)
  if (existsSync(copy)) return copy
  const scratch = `${copy}.${process.pid}`
  mkdirSync(path.dirname(copy), { recursive: true })
  cpSync(native, scratch, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(scratch, copy)
  } catch (error) {
    rmSync(scratch, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
  return copy
}
