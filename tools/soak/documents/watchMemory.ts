import { readFileSync } from 'node:fs'

const everyMs = 50
const megabyte = 1024

/** What a process and its children had at most, all at the same instant, in MB. */
export interface MemorySeen {
  /** Memory shared with other processes counted in part (PSS), and whole for each (RSS). */
  pss: number
  rss: number
  /** Of the process alone. */
  own: number
  /** The most children at once. */
  children: number
  samples: number
}

const childrenOf = (pid: number): number[] => {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)
  } catch {
    return []
  }
}

/** In kB; of one that is gone nothing. */
const memoryOf = (pid: number): { pss: number; rss: number } => {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    const of = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(rollup)?.[1] ?? 0)
    return { pss: of('Pss'), rss: of('Rss') }
  } catch {
    return { pss: 0, rss: 0 }
  }
}

/** Looks at a process and its children twenty times a second, until `stop`. */
export const watchMemory = (pid: number): { stop: () => MemorySeen } => {
  const seen: MemorySeen = { pss: 0, rss: 0, own: 0, children: 0, samples: 0 }
  const look = () => {
    const children = childrenOf(pid)
    const [own, ...others] = [pid, ...children].map(memoryOf)
    const sum = (of: 'pss' | 'rss') => [own!, ...others].reduce((total, one) => total + one[of], 0) / megabyte
    seen.pss = Math.max(seen.pss, sum('pss'))
    seen.rss = Math.max(seen.rss, sum('rss'))
    seen.own = Math.max(seen.own, own!.pss / megabyte)
    seen.children = Math.max(seen.children, children.length)
    seen.samples += 1
  }
  look()
  const timer = setInterval(look, everyMs)
  return {
    stop: () => {
      clearInterval(timer)
      return seen
    },
  }
}
