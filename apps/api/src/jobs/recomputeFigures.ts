import { type Database, type PendingRecomputation, pendingRecomputations, reader, record } from '@sepakat/db'
import { recomputeRevision } from './recomputeRevision.ts'

const atOnce = 50

/**
 * Computes the figures of revisions under the rule set that counts for their year now, a report a transaction and a page at a
 * time. Whatever was done stays done: killed in the middle, it goes on where it was when it runs again. One report that fails
 * does not hold up the others; it is tried again at the next turn.
 */
export const recomputeFigures = async (db: Database, clock: () => Date): Promise<number> => {
  const failed: unknown[] = []
  let done = 0
  for (let after: PendingRecomputation | null = null; ; ) {
    const page: PendingRecomputation[] = await pendingRecomputations(reader(db), { after, limit: atOnce })
    for (const one of page)
      try {
        const at = clock()
        await record<null>(db, { actor: 'system', at }, tx => recomputeRevision(tx, one, at))
        done += 1
      } catch (error) {
        failed.push(error)
      }
    after = page.at(-1) ?? null
    if (page.length < atOnce) break
  }
  if (failed.length > 0) throw new AggregateError(failed, `${failed.length} reports could not be computed again`)
  return done
}
