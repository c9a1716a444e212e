import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'
import type { Transaction } from '../transaction.ts'

export interface IdempotentAnswer {
  /** Digest of the request that came first under this key. */
  request: string
  status: number
  body: unknown
}

const idempotentClaim = statement(
  'idempotent-claim',
  `INSERT INTO idempotent_answer (actor, key, request, status, at) VALUES ($1, $2, $3, 0, $4)
   ON CONFLICT (actor, key) DO NOTHING RETURNING key`,
  { key: col.text },
)
const idempotentFirst = statement(
  'idempotent-first',
  'SELECT request, status, body FROM idempotent_answer WHERE actor = $1 AND key = $2',
  rowOf<IdempotentAnswer>({ request: col.text, status: col.int4, body: col.jsonb.orNull }),
)

/**
 * Takes a key for the transaction at hand. One who asks for the same key meanwhile waits until that transaction ends: then the
 * answer is there, or (after a failure) the key is free again.
 * @returns null when the key is the caller's now, else the first answer
 */
export const claimKey = async (
  tx: Queryable,
  { actor, key, request, now }: { actor: string; key: string; request: string; now: Date },
): Promise<IdempotentAnswer | null> => {
  const claimed = await tx.query(idempotentClaim, [actor, key, request, now])
  if (claimed.length > 0) return null
  const [first] = await tx.query(idempotentFirst, [actor, key])
  return first ?? null
}

const idempotentKeep = statement(
  'idempotent-keep',
  'UPDATE idempotent_answer SET status = $3, body = $4 WHERE actor = $1 AND key = $2',
)

export const keepAnswer = (
  tx: Transaction,
  { actor, key, status, body }: { actor: string; key: string; status: number; body: unknown },
): void => tx.send(idempotentKeep, [actor, key, status, JSON.stringify(body)])

const cleanIdempotent = statement('clean-idempotent', 'DELETE FROM idempotent_answer WHERE at < $1')

/** Answers to requests that came before this instant. */
export const removeOldAnswers = async (tx: Queryable, before: Date): Promise<void> => {
  await tx.query(cleanIdempotent, [before])
}
