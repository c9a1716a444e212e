import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'
import { feedLists } from './readFeed.ts'

/** By SQL: numbers of transactions are the database's. Whatever came with a restored or copied database is of another era, and goes. */
const feedBegin = statement(
  'feed-begin',
  `WITH begun AS (
     INSERT INTO feed_start (era, kept_from) VALUES (feed_era(), pg_snapshot_xmin(pg_current_snapshot())::text::bigint)
     ON CONFLICT DO NOTHING RETURNING era),
   old_starts AS (DELETE FROM feed_start s USING begun WHERE s.era <> begun.era),
   old_marks AS (DELETE FROM feed_mark USING begun),
   old_entries AS (DELETE FROM feed_entry USING begun)
   SELECT era FROM begun`,
  { era: col.text },
)
const feedLowest = statement(
  'feed-lowest',
  'SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS xact',
  rowOf<{ xact: string }>({ xact: col.int8.notNull('there is a snapshot') }),
)
const feedMark = statement(
  'feed-mark',
  'INSERT INTO feed_mark (at, xact) VALUES ($1, $2::bigint) ON CONFLICT DO NOTHING',
)

/**
 * Notes where a reader of now would go on; the first time, and after a restore, the feed begins again with it. Done each minute, and at
 * the start. The clock is read after the snapshot: what commits in between is after the mark, else a reader of an instant in between
 * would never be given it.
 */
export const markFeed = async (tx: Queryable, clock: () => Date): Promise<void> => {
  await tx.query(feedBegin)
  const [lowest] = await tx.query(feedLowest)
  await tx.query(feedMark, [clock(), lowest!.xact])
}

const feedForget = statement(
  'feed-forget',
  `UPDATE feed_start SET kept_from = m.xact FROM (SELECT xact FROM feed_mark WHERE at <= $1 ORDER BY at DESC LIMIT 1) m
   WHERE era = feed_era() AND kept_from < m.xact`,
)
const feedTrim = statement(
  'feed-trim',
  'DELETE FROM feed_entry e USING feed_start s WHERE s.era = feed_era() AND e.list = ANY ($1) AND e.xact < s.kept_from',
)
const feedMarksTrim = statement(
  'feed-marks-trim',
  'DELETE FROM feed_mark m USING feed_start s WHERE s.era = feed_era() AND m.xact < s.kept_from',
)

/** Forgets what was changed before an instant: a reader who is as far behind is told to read everything again. */
export const trimFeed = async (tx: Queryable, before: Date): Promise<void> => {
  await tx.query(feedForget, [before])
  await tx.query(feedTrim, [feedLists])
  await tx.query(feedMarksTrim)
}
