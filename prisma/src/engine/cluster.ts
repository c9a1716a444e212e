/**
 * One embedded PostgreSQL, started, found or taken over. The server lives in a session of its own: it survives a kill -9
 * of this program, and the next start takes it over.
 */
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { clusterName, type Footing } from './footing.ts'
import { freePort } from './freePort.ts'
import { answers, livingIn, type Postmaster, readPidFile, removeStalePidFile } from './postmaster.ts'
import { Refusal } from './Refusal.ts'

export interface Cluster {
  pid: number
  port: number
  how: 'created' | 'started' | 'taken over'
}

export const clusterFolder = (footing: Footing) => path.join(footing.base, clusterName)
const logFile = (footing: Footing) => path.join(footing.base, 'postgres.log')
const timeoutMs = 60_000

/**
 * An error of a statement quotes the row and the text that somebody wrote, a NIP too (`Key (nip)=(…) already exists`): it goes to who
 * sent the statement alone, whose log keeps its code. What the server says of itself (LOG, FATAL, PANIC) is kept.
 */
const silentOfData = {
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
}
const logLimit = 20_000_000

/**
 * Brings the cluster up and gives its pid and port.
 * @throws Refusal with PostgreSQL's own last words when it cannot start
 */
export async function ensureCluster(
  footing: Footing,
  superuserPassword: string,
  settings: Record<string, string> = {},
): Promise<Cluster> {
  const cluster = clusterFolder(footing)
  const created = !existsSync(path.join(cluster, 'PG_VERSION'))
  if (created) await initialise(footing, superuserPassword)
  let started = false
  let failures = 0
  for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; await sleep(100)) {
    const seen = readPidFile(cluster)
    const living = livingIn(cluster)
    if (seen && living.includes(seen.pid)) {
      if (seen.status === 'ready' && (await answers(seen.port)))
        return { pid: seen.pid, port: seen.port, how: started ? (created ? 'created' : 'started') : 'taken over' }
      continue
    }
    // children of a killed postmaster leave within a moment; nothing may be started beside them
    if (living.length > 0) continue
    if (seen) removeStalePidFile(cluster, seen)
    const refusal = await startOnce(footing, settings)
    started ||= refusal === null
    if (refusal !== null && ++failures >= 5) throw new Refusal(`PostgreSQL tidak dapat dijalankan: ${refusal}`)
  }
  throw new Refusal(`PostgreSQL di ${cluster} tidak siap dalam ${timeoutMs / 1000} detik; lihat ${logFile(footing)}.`)
}

/** Stops the server at once but cleanly (`fast`): sessions end, everything is written. True when it is down. */
export async function stopCluster(footing: Footing): Promise<boolean> {
  const outcome = await footing.program('pg_ctl', [
    '-D',
    clusterFolder(footing),
    '-m',
    'fast',
    '-w',
    '-t',
    '60',
    'stop',
  ])
  return outcome.code === 0 || runningPostmaster(footing) === null
}

/** The living postmaster of this footing's cluster, answering or not. */
function runningPostmaster(footing: Footing): Postmaster | null {
  const cluster = clusterFolder(footing)
  const seen = readPidFile(cluster)
  return seen && livingIn(cluster).includes(seen.pid) ? seen : null
}

/** Written before `silentOfData`. */
const quotesStatements = (log: string): boolean =>
  existsSync(log) && readFileSync(log, 'latin1').includes(' STATEMENT:  ')

async function startOnce(footing: Footing, settings: Record<string, string>): Promise<string | null> {
  const log = logFile(footing)
  for (const file of [log, `${log}.old`]) if (quotesStatements(file)) rmSync(file)
  if (existsSync(log) && statSync(log).size > logLimit) renameSync(log, `${log}.old`)
  const before = existsSync(log) ? statSync(log).size : 0
  const all = {
    port: String(await freePort()),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    ...silentOfData,
    ...settings,
  }
  const options = Object.entries(all).map(([name, value]) => `-c ${name}='${value}'`)
  const start = ['-D', clusterFolder(footing), '-w', '-t', '60', '-s', '-l', log, '-o', options.join(' '), 'start']
  const outcome = await footing.program('pg_ctl', start)
  if (outcome.code === 0) return null
  const said = existsSync(log) ? readFileSync(log, 'utf8').slice(before) : ''
  const fatal = said.split('\n').filter(line => /FATAL|PANIC|DETAIL/.test(line))
  return fatal.slice(-2).join(' ') || outcome.text
}

/** Made beside its place and renamed into it: of two first starts at once one wins, the other takes over its server. */
async function initialise(footing: Footing, superuserPassword: string): Promise<void> {
  const scratch = mkdtempSync(path.join(footing.base, '.init-'))
  const passwordFile = `${scratch}.password`
  writeFileSync(passwordFile, `${superuserPassword}\n`, { mode: 0o600 })
  footing.handOver(scratch)
  footing.handOver(passwordFile)
  const access = ['-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`]
  const texts = ['-E', 'UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=id-ID']
  const outcome = await footing.program('initdb', ['-D', scratch, ...access, ...texts])
  rmSync(passwordFile)
  if (outcome.code !== 0) {
    rmSync(scratch, { recursive: true, force: true })
    throw new Refusal(`Basis data tidak dapat dibuat di ${footing.base}: ${outcome.text}`)
  }
  try {
    renameSync(scratch, clusterFolder(footing))
  } catch (error) {
    rmSync(scratch, { recursive: true, force: true })
    if (!existsSync(clusterFolder(footing))) throw error
  }
}
