import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('workerProcess.ts', import.meta.url))

export interface Workers {
  /** Tells all of them what time it is. */
  setClock: (at: Date) => void
  /** Ends one by SIGKILL and starts another in its place. */
  kill: (which: number) => void
  /** How many were killed. */
  killed: () => number
  /** Waits until all work. */
  ready: () => Promise<unknown>
  stop: () => Promise<void>
}

/** Two workers, each a process of its own. */
export const startWorkers = (env: Record<string, string>, start: Date): Workers => {
  let now = start
  let kills = 0
  const begin = () => {
    const child = fork(program, {
      env: { ...process.env, ...env, CLOCK: String(now.getTime()) },
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const working = once(child, 'message').then(() => child.connected && child.send(now.getTime()))
    // one that is killed before it works never does
    return { child, working: Promise.race([working, once(child, 'exit')]) }
  }
  const all = [begin(), begin()]
  const end = async (child: ChildProcess): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  return {
    setClock: at => {
      now = at
      for (const { child } of all) if (child.connected) child.send(at.getTime())
    },
    kill: which => {
      kills += 1
      all[which]?.child.kill('SIGKILL')
      all[which] = begin()
    },
    killed: () => kills,
    ready: () => Promise.all(all.map(({ working }) => working)),
    stop: async () => {
      await Promise.all(all.map(({ child }) => end(child)))
    },
  }
}
