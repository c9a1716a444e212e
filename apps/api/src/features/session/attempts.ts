import { claimAttempt, reader, releaseAttempt, transaction } from '@sepakat/db'
import type { Deps } from '../../http/deps.ts'
import { problem } from '../../http/problem.ts'

const windowMs = 15 * 60_000

/**
 * How many attempts are judged in a quarter of an hour. By account and address: guessing. By account: guessing from many
 * addresses; higher, so that nobody locks a colleague out in passing. By address: one behind whom a whole office may sit.
 */
export const attemptLimits = { accountAndAddress: 5, account: 20, address: 100 }

const waitIn = (ms: number): string => {
  const minutes = Math.ceil(ms / 60_000)
  return minutes <= 1 ? 'satu menit' : `${minutes} menit`
}

/** Counts an attempt before it is judged. Known and unknown names are counted alike. */
export const claim = async ({ db, credentials, config }: Deps, address: string, account: string, now: Date) => {
  if (config.rates === null) return { refusal: null, isFirst: false, release: async () => {} }
  const keyOf = (...parts: string[]) => credentials.digest('attempt', ...parts)
  const both = keyOf('account', account, 'address', address)
  const limits = new Map([
    [both, attemptLimits.accountAndAddress],
    [keyOf('account', account), attemptLimits.account],
    [keyOf('address', address), attemptLimits.address],
  ])
  const keys = [...limits.keys()]
  const claims = await claimAttempt(reader(db), { keys, now, windowMs })
  const over = claims.map(c => ({ ...c, by: c.count - (limits.get(c.key) ?? 0) })).filter(c => c.by > 0)
  const wait = Math.max(0, ...over.map(({ since }) => since.getTime() + windowMs - now.getTime()))
  return {
    /** What to throw where there were too many; null: judge it. */
    refusal: over.length > 0 ? tooMany(wait) : null,
    /** Of those refused, the first: it is recorded, the rest would only flood history. */
    isFirst: over.some(c => c.by === 1),
    /** Takes the claim back after success. */
    release: () => transaction(db, tx => releaseAttempt(tx, { keys, reset: both })),
  }
}

const tooMany = (wait: number) =>
  problem('too-many', {
    detail: `Terlalu banyak percobaan masuk. Coba lagi dalam ${waitIn(wait)}, atau minta kode masuk kepada pengelola.`,
    retryAfter: Math.max(1, Math.ceil(wait / 1000)),
  })
