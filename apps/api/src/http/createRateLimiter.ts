import type { Config, RateClass } from '../config.ts'
import { problem } from './problem.ts'

const windowMs = 60_000
const mostKeys = 50_000

/**
 * Counts requests by class and asker in windows of a minute, in this process alone: a brake on programs that run wild. Guessing
 * of passwords is judged elsewhere, exactly and for all processes (throttle of sign-in).
 */
export const createRateLimiter = (limits: Config['rates']) => {
  let started = 0
  let counts = new Map<string, number>()
  /** @returns what is left, as RateLimit says it; null where nothing is counted. @throws too-many */
  return (rate: RateClass, asker: string, now: number): string | null => {
    if (limits === null) return null
    if (now - started >= windowMs || counts.size > mostKeys) {
      started = now
      counts = new Map()
    }
    const key = `${rate} ${asker}`
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    const wait = Math.max(1, Math.ceil((started + windowMs - now) / 1000))
    if (count > limits[rate])
      throw problem('too-many', {
        detail: `Terlalu banyak permintaan. Coba lagi dalam ${wait} detik.`,
        retryAfter: wait,
      })
    return `"${rate}";r=${limits[rate] - count};t=${wait}`
  }
}
