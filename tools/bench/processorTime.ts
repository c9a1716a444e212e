import { readFileSync } from 'node:fs'

// clock ticks of /proc are hundredths of a second wherever Linux runs
const msPerTick = 10

/** Processor time of these processes so far, in milliseconds; one that is gone counts for nothing. */
export const processorTime = (pids: number[]): number => {
  let ticks = 0
  for (const pid of pids) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const [user = 0, system = 0] = stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .slice(11, 13)
        .map(Number)
      ticks += user + system
    } catch {}
  }
  return ticks * msPerTick
}
