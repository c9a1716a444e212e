/**
 * Whether a server lives in a cluster folder. `pg_ctl status` proves nothing (it takes any process with the number of a
 * stale pid file for the server), so: the pid must be in the folder's file, and it must answer.
 */

import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'

export interface Postmaster {
  pid: number
  port: number
  status: string
}

const pidFile = (cluster: string) => path.join(cluster, 'postmaster.pid')

/** What `postmaster.pid` says, true or stale; null without the file. */
export function readPidFile(cluster: string): Postmaster | null {
  try {
    const lines = readFileSync(pidFile(cluster), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim() ?? '' }
  } catch {
    return null
  }
}

/** Pids of living processes of this cluster: PostgreSQL's all have it as working directory; a zombie has none. */
export function livingIn(cluster: string): number[] {
  if (!existsSync(cluster)) return []
  if (process.platform !== 'linux') return livingByCommand(cluster)
  const real = realpathSync(cluster)
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .filter(pid => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === real && !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')
      } catch {
        return false
      }
    })
    .map(Number)
}

function livingByCommand(cluster: string): number[] {
  const pid = readPidFile(cluster)?.pid
  if (!pid || process.platform === 'win32') return pid ? [pid] : []
  const command = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout
  return command.includes(cluster) ? [pid] : []
}

/** A living server answers an SSLRequest with one byte. */
export function answers(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = net.connect(port, '127.0.0.1')
    const end = (result: boolean) => {
      socket.destroy()
      resolve(result)
    }
    socket.setTimeout(1000, () => end(false))
    socket.once('connect', () => socket.write(Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])))
    socket.once('data', () => end(true))
    socket.once('error', () => end(false))
    socket.once('close', () => end(false))
  })
}

/**
 * Removes a pid file without a server. DANGER: the file also guards against a second server while processes of
 * a killed one still write; it may go only when `livingIn` is empty.
 */
export function removeStalePidFile(cluster: string, seen: Postmaster): void {
  if (livingIn(cluster).length === 0 && Object.is(readPidFile(cluster)?.pid, seen.pid))
    rmSync(pidFile(cluster), { force: true })
}
