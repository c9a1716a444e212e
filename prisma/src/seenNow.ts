import type { Queryable } from './database.ts'
import { col, statement } from './statement.ts'

const seen = statement('seen-now', `SELECT pg_current_snapshot()::text || ' ' || region_day(now()) AS seen`, {
  seen: col.text.notNull('of two that are not null'),
})

/**
 * Which transactions are seen, and the region's day. Two readings of one database with the same of both find the same rows: whatever
 * was written in between, by whatever means, would be one more transaction that is over.
 */
export const seenNow = async (tx: Queryable): Promise<string> => {
  const [found] = await tx.query(seen)
  if (!found) throw new Error('a snapshot is one row')
  return found.seen
}
