import { type Database, listStaleDrafts, reader, refreshProgress } from '@sepakat/db'

const atOnce = 200
/** A user who types has the exact progress on the device; it is computed here once typing has paused. */
const pauseMs = 20_000

/** Brings the progress of drafts up to their last change, oldest first. */
export const refreshStale = async (db: Database, now: Date): Promise<number> => {
  const stale = await listStaleDrafts(reader(db), new Date(now.getTime() - pauseMs), atOnce)
  await refreshProgress(db, stale)
  return stale.length
}
