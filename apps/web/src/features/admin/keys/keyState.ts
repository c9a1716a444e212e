import type { Key } from './queries.ts'

/** The last instant at which a key opens anything: it ends with the day that was chosen. */
export const lastInstant = ({ expiresAt }: Pick<Key, 'expiresAt'>): string =>
  new Date(Date.parse(expiresAt) - 1).toISOString()

const month = 30 * 86_400_000

/** The last day on which the posts of its owner give all that the key may do, where it is near and the key outlives it; else null. */
export function ownerEnds(
  { ownerUntil, expiresAt }: Pick<Key, 'ownerUntil' | 'expiresAt'>,
  now: number,
): string | null {
  if (ownerUntil === null || Date.parse(ownerUntil) - now > month) return null
  return Date.parse(ownerUntil) < Date.parse(lastInstant({ expiresAt })) - 86_400_000 ? ownerUntil : null
}

type Lasting = Pick<Key, 'revokedAt' | 'expiresAt' | 'answeredFor' | 'idle' | 'ownerUntil'>

/** Whether a key opens anything now; what is about to end, with its day or with its owner's post, is said a month before. */
export function keyState(
  { revokedAt, expiresAt, answeredFor, idle, ownerUntil }: Lasting,
  now: number,
): 'revoked' | 'expired' | 'unanswered' | 'narrowed' | 'ending' | 'valid' {
  if (revokedAt !== null) return 'revoked'
  const left = Date.parse(expiresAt) - now
  if (left <= 0) return 'expired'
  if (!answeredFor) return 'unanswered'
  if (idle.length > 0) return 'narrowed'
  return left <= month || ownerEnds({ ownerUntil, expiresAt }, now) ? 'ending' : 'valid'
}
