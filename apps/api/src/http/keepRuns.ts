import type { ShareRuns } from './shareRuns.ts'

const mostKept = 100
/** So many times as long it is given while it is made again. */
const longest = 4

/**
 * For what is made from very much and may be a little old, because it says of which moment it is: as `share`, and who asks within `keptMs`
 * of the last run is answered by it; who asks a little later too, while it is made again. So it is as quick in a large region as in a small
 * one, however many ask.
 */
export const keepRuns = (share: ShareRuns, keptMs: number) => {
  const kept = new Map<string, { result: unknown; at: number; renewing: boolean }>()
  const renew = async <T>(key: string, run: () => Promise<T>): Promise<T> => {
    const result = await share(key, run)
    kept.delete(key)
    kept.set(key, { result, at: performance.now(), renewing: false })
    const [oldest] = kept.keys()
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
    return result
  }
  return async <T>(key: string, run: () => Promise<T>): Promise<T> => {
    const before = kept.get(key)
    const age = before === undefined ? Number.POSITIVE_INFINITY : performance.now() - before.at
    if (before === undefined || age >= keptMs * longest) return renew(key, run)
    if (age >= keptMs && !before.renewing) {
      before.renewing = true
      // who asked is answered already; the next who asks tries again
      renew(key, run).catch(() => {
        before.renewing = false
      })
    }
    return before.result as T
  }
}
export type KeepRuns = ReturnType<typeof keepRuns>
