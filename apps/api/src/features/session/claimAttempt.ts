import { releaseAttempts, type Transaction, transaction } from '@sepakat/db'
import type { Deps } from '#http/deps.ts'
import { problem } from '#http/problem.ts'
import { countAttempt, type Limit } from './countAttempt.ts'

const second = 1_000
const minute = 60 * second

/**
 * How many failures cost nothing, and the wait that doubles from then on. Under one name from one place: guessing. Under one name
 * from everywhere: guessing from many addresses; more, so that no one makes a colleague wait in passing. From one address under
 * any name: one behind whom a whole office may sit, so that the longest wait is short.
 */
export const attemptLimits = {
  here: { free: 5, firstWaitMs: 30 * second, mostWaitMs: 15 * minute },
  name: { free: 20, firstWaitMs: 30 * second, mostWaitMs: 15 * minute },
  address: { free: 100, firstWaitMs: second, mostWaitMs: minute },
} as const

/** Where somebody tries from: a device that is known of who is meant, or an address. */
export type Place = { device: string } | { address: string }

interface Attempted {
  /** What is guessed. Codes count by themselves: who is locked out of the password must get in by one. */
  secret: 'password' | 'code' | 'own password' | 'second factor'
  /** As it was typed: failures under one name of a person must not tell what the other name is. */
  name: string
  place: Place
  now: Date
}

const limitsOf = ({ secret, name, place }: Attempted, digest: Deps['credentials']['digest']): [Limit, ...Limit[]] => {
  const keyOf = (...parts: string[]) => digest('attempt', secret, ...parts)
  const account = name.trim().toLowerCase()
  if ('device' in place) return [{ key: keyOf('device', place.device, account), ...attemptLimits.here }]
  const { address } = place
  return [
    { key: keyOf('here', account, address), ...attemptLimits.here },
    ...(secret === 'password' ? [{ key: keyOf('name', account), ...attemptLimits.name }] : []),
    { key: keyOf('address', address), ...attemptLimits.address },
  ]
}

export interface Claimed {
  /** What to throw where one must wait; null: judge it. */
  refusal: ReturnType<typeof tooMany> | null
  /** Takes the claim back after success, with what `tx` commits. */
  releaseIn: (tx: Transaction) => void
  /** The same in a transaction of its own. */
  release: () => Promise<void>
}

/**
 * Counts an attempt before it is judged. Known and unknown names are counted alike. The claim is a short transaction of its own,
 * apart from the request's: a count must last when the request fails, and hold no row while a password is judged.
 */
export const claimAttempt = async ({ db, credentials, config }: Deps, attempted: Attempted): Promise<Claimed> => {
  if (config.rates === null) return { refusal: null, releaseIn: () => undefined, release: async () => undefined }
  const limits = limitsOf(attempted, credentials.digest)
  const { now } = attempted
  const { waitMs, before } = await countAttempt(db, { limits, now })
  const releaseIn = (tx: Transaction) => releaseAttempts(tx, { before, reset: limits[0].key, now })
  return {
    refusal: waitMs > 0 ? tooMany(attempted, waitMs) : null,
    releaseIn,
    release: () => transaction(db, async tx => releaseIn(tx)),
  }
}

const waitIn = (ms: number): string => {
  const seconds = Math.ceil(ms / second)
  return seconds <= 90 ? `${seconds} detik` : `${Math.ceil(seconds / 60)} menit`
}

/** What was tried too often, and what to do: a way in that is open meanwhile is named, and no other. */
const waitWords: Record<Attempted['secret'], (wait: string, place: Place) => string> = {
  password: (wait, place) =>
    `Coba lagi dalam ${wait}, ${'device' in place ? '' : 'masuk dari perangkat yang biasa Anda pakai, '}atau minta kode masuk kepada pengelola; kode yang benar selalu diterima.`,
  code: () =>
    'Periksa huruf dan angka kode masuknya: kode yang benar selalu diterima. Bila tetap ditolak, minta kode yang baru kepada pengelola.',
  'own password': wait =>
    `Sandinya beberapa kali salah. Coba lagi dalam ${wait}. Bila lupa sandi, minta kode masuk kepada pengelola.`,
  'second factor': wait => `Kode verifikasinya beberapa kali salah. Coba lagi dalam ${wait}.`,
}
const tooMany = ({ secret, place }: Attempted, waitMs: number) =>
  problem('too-many', {
    detail: waitWords[secret](waitIn(waitMs), place),
    retryAfter: Math.max(1, Math.ceil(waitMs / second)),
  })
