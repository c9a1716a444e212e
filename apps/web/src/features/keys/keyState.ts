import type { Key } from './queries.ts'

/** The last instant at which a key is valid: the end of the chosen day. */
export const lastInstant = ({ expiresAt }: Pick<Key, 'expiresAt'>): string =>
  new Date(Date.parse(expiresAt) - 1).toISOString()

const month = 30 * 86_400_000

/** The last day on which the owner's posts cover all the key's scopes, where it is near and before the key's own end; else null. */
export function ownerEnds(
  { ownerUntil, expiresAt }: Pick<Key, 'ownerUntil' | 'expiresAt'>,
  now: number,
): string | null {
  if (ownerUntil === null || Date.parse(ownerUntil) - now > month) return null
  return Date.parse(ownerUntil) < Date.parse(lastInstant({ expiresAt })) - 86_400_000 ? ownerUntil : null
}

type Lasting = Pick<Key, 'revokedAt' | 'expiresAt' | 'answeredFor' | 'idle' | 'ownerUntil'>

/** Whether a key is valid now; an end within a month is announced with its day or its owner's post. */
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
