import { type Database, type Queryable, reader, seenNow, snapshot, type Transaction } from '@sepakat/db'
import type { JsonText } from './JsonText.ts'
import type { ShareRuns } from './shareRuns.ts'

/** An answer, and until when it is the same though nothing is written; without `until` it does not depend on the clock. */
export interface Made<T> {
  answer: JsonText<T>
  until?: number
}
interface Kept {
  made: Made<unknown>
  seen: string
  from: number
}

/** Bytes. */
const mostKept = 16 * 1024 * 1024

/**
 * For what is made from what is in the database and from nothing else: an answer is given again for as long as nothing at all was written
 * since it was made, which one short statement tells (`seenOf`); else it is made as `share` says. So none is ever older than its question.
 */
export const keepSeen = (
  db: Database,
  share: ShareRuns,
  clock: () => Date,
  seenOf: (tx: Queryable) => Promise<string> = seenNow,
) => {
  const kept = new Map<string, Kept>()
  let bytes = 0
  const forget = (key: string): void => {
    bytes -= kept.get(key)?.made.answer.bytes.length ?? 0
    kept.delete(key)
  }
  const keep = (key: string, one: Kept): void => {
    forget(key)
    kept.set(key, one)
    bytes += one.made.answer.bytes.length
    for (const oldest of kept.keys()) {
      if (bytes <= mostKept) break
      forget(oldest)
    }
  }
  const isStill = ({ made: { until }, from, seen }: Kept, now: string, at: number): boolean =>
    seen === now && (until === undefined || (from <= at && at <= until))

  const stillOf = async <T>(key: string): Promise<JsonText<T> | null> => {
    const before = kept.get(key)
    if (before === undefined || !isStill(before, await seenOf(reader(db)), clock().getTime())) return null
    return before.made.answer as JsonText<T>
  }
  const makeAgain = <T>(key: string, make: (tx: Transaction, now: Date) => Promise<Made<T>>): Promise<JsonText<T>> =>
    snapshot(db, async tx => {
      const now = clock()
      const [seen, made] = await Promise.all([seenOf(tx), make(tx, now)])
      keep(key, { made, seen, from: now.getTime() })
      return made.answer
    })

  return async <T>(key: string, make: (tx: Transaction, now: Date) => Promise<Made<T>>): Promise<JsonText<T>> =>
    // asked once more by who waited for others: they may have made it
    (await stillOf<T>(key)) ?? share(key, async () => (await stillOf<T>(key)) ?? makeAgain(key, make))
}
export type KeepSeen = ReturnType<typeof keepSeen>
