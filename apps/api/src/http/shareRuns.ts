import { problem } from './problem.ts'

/** At most; between two runs everybody else has process and database for as long as the first took. */
const longestRestMs = 250
/** Who comes to a run that has taken longer would be answered late. */
const longestRunMs = 500
const sleep = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

interface Running {
  began: number
  /** The run is over, and others have the process. */
  resting: boolean
  ended: Promise<unknown>
}

/**
 * For what is dear and said alike to many: of runs with the same key one is in progress at a time. Who asks meanwhile is answered by the
 * next, together with all others who wait for it: each answer is of a moment after it was asked for. It is shared, so it must not be changed. @throws busy where that would take long
 */
export const shareRuns = () => {
  const waiting = new Map<string, Promise<unknown>>()
  const running = new Map<string, Running>()

  const start = async <T>(key: string, run: () => Promise<T>): Promise<T> => {
    const began = performance.now()
    const result = run()
    const own: Running = { began, resting: false, ended: Promise.resolve() }
    own.ended = (async () => {
      await result.catch(() => undefined)
      own.resting = true
      await sleep(Math.min(performance.now() - began, longestRestMs))
    })()
    running.set(key, own)
    void own.ended.then(() => {
      if (running.get(key) === own) running.delete(key)
    })
    return result
  }
  return async <T>(key: string, run: () => Promise<T>): Promise<T> => {
    const now = running.get(key)
    if (now === undefined) return start(key, run)
    if (!now.resting && performance.now() - now.began > longestRunMs + longestRestMs)
      throw problem('busy', { retryAfter: 2 + Math.ceil(2 * Math.random()) })
    const known = waiting.get(key) as Promise<T> | undefined
    if (known !== undefined) return known
    const next = now.ended.then(() => {
      waiting.delete(key)
      return start(key, run)
    })
    waiting.set(key, next)
    return next
  }
}
export type ShareRuns = ReturnType<typeof shareRuns>
