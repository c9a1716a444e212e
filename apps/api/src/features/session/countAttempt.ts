import {
  type AttemptCount,
  type Database,
  lockAttempts,
  putAttempts,
  readAttempts,
  reader,
  transaction,
} from '@sepakat/db'

/** What is counted under a key: `free` failures cost nothing; each one more doubles the wait before the next is judged. */
export interface Limit {
  key: string
  free: number
  firstWaitMs: number
  mostWaitMs: number
}
interface Counted {
  /** How long to wait until one is judged; 0: this one is. */
  waitMs: number
  /** What was counted before, for `releaseAttempts`. */
  before: AttemptCount[]
}

/** A key without a failure for this long is forgotten. */
const forgetMs = 3_600_000

const failuresAt = ({ count, since }: AttemptCount, now: Date): number =>
  now.getTime() - since.getTime() >= forgetMs ? 0 : count

const waitOf = (counts: AttemptCount[], limits: Limit[], now: Date): number =>
  Math.max(
    0,
    ...counts.map(one => {
      const { free, firstWaitMs, mostWaitMs } = limits.find(({ key }) => key === one.key)!
      const over = failuresAt(one, now) - free
      if (over < 0) return 0
      return one.since.getTime() + Math.min(firstWaitMs * 2 ** over, mostWaitMs) - now.getTime()
    }),
  )

/**
 * Counts an attempt under each key before it is judged, so that of any number at once exactly the allowed number is. One that
 * must wait counts nowhere and writes nothing: asking too early makes no one wait longer.
 */
export const countAttempt = async (db: Database, { limits, now }: { limits: Limit[]; now: Date }): Promise<Counted> => {
  const keys = limits.map(({ key }) => key)
  const early = waitOf(await readAttempts(reader(db), keys), limits, now)
  if (early > 0) return { waitMs: early, before: [] }
  return transaction(db, async tx => {
    const before = await lockAttempts(tx, keys, now)
    const waitMs = waitOf(before, limits, now)
    const counted = before.map(one => ({ key: one.key, count: failuresAt(one, now) + 1 }))
    if (waitMs === 0) putAttempts(tx, now, counted)
    return { waitMs, before }
  })
}
