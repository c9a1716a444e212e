import { type Database, reader, refreshProgress } from '@sepakat/db'

const atOnce = 200
/** Whoever types has the exact progress on the device; it is computed here once typing has paused. */
const pauseMs = 20_000

/** Brings the progress of drafts up to their last change, oldest first. */
export const refreshStale = async (db: Database, now: Date): Promise<number> => {
  const stale = await reader(db).query<{ id: string }>(
    'progress-stale',
    `SELECT s.id FROM submission s
     WHERE s.status IN ('draft', 'returned') AND s.version <> s.progress_version
       AND NOT EXISTS (SELECT 1 FROM answer_change c WHERE c.submission_id = s.id AND c.seq = s.version AND c.at > $1)
     ORDER BY s.created_at LIMIT $2`,
    [new Date(now.getTime() - pauseMs), atOnce],
  )
  await refreshProgress(
    db,
    stale.map(({ id }) => id),
  )
  return stale.length
}
