import { readFileSync } from 'node:fs'

// clock ticks of /proc are hundredths of a second wherever Linux runs
const msPerTick = 10

/** Of a process or thread, from its `stat`, in milliseconds; one that is gone counts for nothing. */
const timeIn = (stat: string): number => {
  try {
    const text = readFileSync(stat, 'utf8')
    const [user = 0, system = 0] = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
      .map(Number)
    return (user + system) * msPerTick
  } catch {
    return 0
  }
}

/** Processor time of these processes so far, in milliseconds. */
export const processorTime = (pids: number[]): number => pids.reduce((sum, pid) => sum + timeIn(`/proc/${pid}/stat`), 0)

/** Of what a process does in its first thread alone: in Node, JavaScript. */
export const mainThreadTime = (pid: number): number => timeIn(`/proc/${pid}/task/${pid}/stat`)
