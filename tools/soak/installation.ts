/** An installation of `npm start` in a folder of its own, with real processes that can be killed. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '@sepakat/db/engine/freePort.ts'
import { livingIn } from '@sepakat/db/engine/postmaster.ts'
import { openServer } from '@sepakat/db/engine/server.ts'
import { root } from '../root.ts'

export interface Started {
  child: ChildProcess
  said: () => string
  /** Settles with its exit code; null where a signal ended it. */
  ended: Promise<number | null>
}

export interface Installation {
  origin: string
  env: NodeJS.ProcessEnv
  start: () => Started
  /** Settles once it serves, with the milliseconds it took; throws with what it said where it ends before. */
  ready: (started: Started) => Promise<number>
  kill: (what: Victim, started: Started) => Promise<void>
  /** What all that was started said. */
  said: () => string
  /** Stops what still runs, lets `last` read the database once more, and removes the folder. */
  remove: (last?: (ownerUrl: string) => Promise<void>) => Promise<void>
}

/** `api`: the API's node alone; `start`: the starting node alone; `postgres`: the postmaster alone. */
export type Victim = 'api' | 'start' | 'everything' | 'postgres'
export const victims: Victim[] = ['api', 'start', 'everything', 'postgres']

/** Sessions of PostgreSQL come and go: one that has just left is as dead as it should be. */
const killed = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

export const makeInstallation = async (): Promise<Installation> => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'sepakat-soak-'))
  const cluster = path.join(dataDir, 'postgres')
  const port = await freePort()
  const env = {
    NODE_ENV: undefined,
    LOG_LEVEL: 'error',
    RATE_LIMIT: '0',
    SECOND_FACTOR: 'optional',
    DATA_DIR: dataDir,
    PORT: String(port),
  }
  const all: Started[] = []

  const apiPid = ({ child: { pid } }: Started): number => {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')
    const isApi = (child: string) => readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('apps/api/src/server.ts')
    return Number(children.find(isApi))
  }
  const postmaster = () => Number(readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0])
  const pidsOf: Record<Victim, (started: Started) => number[]> = {
    api: started => [apiPid(started)],
    start: ({ child }) => [child.pid ?? 0],
    everything: started => [started.child.pid ?? 0, apiPid(started), ...livingIn(cluster)],
    postgres: () => [postmaster()],
  }

  return {
    origin: `http://127.0.0.1:${port}`,
    env,
    start: () => {
      const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'tools/start.ts'], {
        cwd: root,
        env: { ...process.env, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      let said = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', part => (said += part))
      const started = { child, said: () => said, ended: once(child, 'exit').then(([code]) => code as number | null) }
      all.push(started)
      return started
    },
    ready: async ({ said, ended }) => {
      const begun = performance.now()
      let over = false
      ended.then(() => {
        over = true
      })
      for (; !said().includes('Berhenti: Ctrl-C'); await sleep(20))
        if (over) throw new Error(`it ended before it served:\n${said()}`)
      return performance.now() - begun
    },
    kill: async (what, started) => {
      for (const pid of pidsOf[what](started)) killed(pid)
      await started.ended
    },
    said: () => all.map(({ said }) => said()).join('\n'),
    remove: async last => {
      for (const { child, ended } of all) {
        child.kill('SIGTERM')
        await ended
      }
      if (last || livingIn(cluster).length > 0) {
        const server = await openServer(dataDir)
        try {
          await last?.(server.url('owner'))
        } finally {
          await server.stop()
        }
      }
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
