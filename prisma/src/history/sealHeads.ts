import type { Queryable } from '../database.ts'
import { col, statement } from '../statement.ts'
import { firstPrev } from './eventHash.ts'
import { type Seal, type SealedHeads, sealHash } from './seal.ts'

const most = 5000

const sealTurn = statement('seal-turn', `SELECT pg_advisory_xact_lock(hashtextextended('seal', 0))`)
/** Looks through all heads: an index of those that moved would be written with each event, and again with its seal (decision 0086). */
const sealMoved = statement(
  'seal-moved',
  'SELECT stream, seq, hash FROM event_head WHERE sealed < seq LIMIT $1 FOR UPDATE SKIP LOCKED',
  { stream: col.text, seq: col.int4, hash: col.text },
)
const sealLast = statement('seal-last', 'SELECT n, hash FROM seal ORDER BY n DESC LIMIT 1', {
  n: col.int4,
  hash: col.text,
})
const sealInsert = statement('seal-insert', 'INSERT INTO seal (n, at, heads, prev, hash) VALUES ($1, $2, $3, $4, $5)')
const sealMark = statement(
  'seal-mark',
  `UPDATE event_head h SET sealed = m.seq FROM unnest($1::text[], $2::int[]) AS m(stream, seq) WHERE h.stream = m.stream`,
)

/**
 * Seals the heads that moved since the last seal, in one transaction; null when none did. A head that another transaction
 * holds is left for the next minute, so sealing never waits for a save, and a save waits for sealing only as long as it takes.
 */
export const sealHeads = async (tx: Queryable, at: Date): Promise<Seal | null> => {
  // Seals are one chain: the second transaction waits, then sees the seal of the first.
  await tx.query(sealTurn)
  const moved = await tx.query(sealMoved, [most])
  if (moved.length === 0) return null
  const [last] = await tx.query(sealLast)
  const heads: SealedHeads = Object.fromEntries(moved.map(({ stream, seq, hash }) => [stream, [seq, hash]]))
  const body = { n: (last?.n ?? 0) + 1, at, heads, prev: last?.hash ?? firstPrev }
  const seal = { ...body, hash: sealHash(body) }
  await tx.query(sealInsert, [seal.n, at, JSON.stringify(heads), seal.prev, seal.hash])
  await tx.query(sealMark, [moved.map(m => m.stream), moved.map(m => m.seq)])
  return seal
}
