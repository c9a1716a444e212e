import type { Config, RateClass } from '../config.ts'
import { problem } from './problem.ts'

const windowMs = 60_000
const mostKeys = 50_000

/**
 * Counts requests by class and asker in windows of a minute, in this process alone: a brake on programs that run wild. Guessing
 * of passwords is judged elsewhere, exactly and for all processes (throttle of sign-in).
 */
export const createRates = (limits: Config['rates']) => {
  let started = 0
  let counts = new Map<string, number>()
  return (rate: RateClass, asker: string, now: number): void => {
    if (limits === null) return
    if (now - started >= windowMs || counts.size > mostKeys) {
      started = now
      counts = new Map()
    }
    const key = `${rate} ${asker}`
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    if (count > limits[rate]) {
      const retryAfter = Math.max(1, Math.ceil((started + windowMs - now) / 1000))
      throw problem('too-many', {
        detail: `Terlalu banyak permintaan. Coba lagi dalam ${retryAfter} detik.`,
        retryAfter,
      })
    }
  }
}
export type Rates = ReturnType<typeof createRates>
