import type { Key } from './queries.ts'

/** The last instant at which a key opens anything: it ends with the day that was chosen. */
export const lastInstant = ({ expiresAt }: Pick<Key, 'expiresAt'>): string =>
  new Date(Date.parse(expiresAt) - 1).toISOString()

/** Whether a key opens anything now; what is about to end is said a month before. */
export function keyState(
  { revokedAt, expiresAt, answeredFor }: Pick<Key, 'revokedAt' | 'expiresAt' | 'answeredFor'>,
  now: number,
): 'revoked' | 'expired' | 'unanswered' | 'ending' | 'valid' {
  if (revokedAt !== null) return 'revoked'
  const left = Date.parse(expiresAt) - now
  if (left <= 0) return 'expired'
  if (!answeredFor) return 'unanswered'
  return left <= 30 * 86_400_000 ? 'ending' : 'valid'
}
