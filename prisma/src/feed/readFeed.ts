import type { ReportType } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'

/** What is followed: the lines of a list, or the reports whose figures count. */
export const feedLists = ['obligation', 'submission', 'figures'] as const
export type FeedList = (typeof feedLists)[number]

/** After which entry a reader goes on. Numbers of transactions are text: they outgrow a number. */
export interface FeedPosition {
  xact: string
  id: string
  office: string
}

export interface FeedReach {
  offices: string[] | null
  reportTypes: ReportType[] | null
  /** Itself and below. */
  office?: string
}

/** How far the feed goes now. */
export interface FeedState {
  era: string
  /** Null where nothing is kept for this era yet. */
  keptFrom: string | null
  /** Every transaction below it is over, so no entry comes there any more. */
  until: string
  /** Where a reader who has read everything at the instant asked for goes on; null where none was, or it is not known that far back. */
  from: string | null
  /** Which offices are in reach. */
  offices: string
}

const inReach = (office: string): string => `
  ($1::uuid[] IS NULL OR EXISTS (SELECT 1 FROM office o WHERE o.id = ${office} AND o.path && $1))
  AND ($2::uuid IS NULL OR EXISTS (SELECT 1 FROM office o WHERE o.id = ${office} AND o.path @> ARRAY[$2]))`

const feedStateSql = statement(
  'feed-state',
  `SELECT e.era, s.kept_from AS "keptFrom", pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS until,
     (SELECT xact FROM feed_mark WHERE at <= $3::timestamptz ORDER BY at DESC LIMIT 1) AS "from",
     CASE WHEN $1::uuid[] IS NULL AND $2::uuid IS NULL THEN ''
       ELSE COALESCE((SELECT md5(string_agg(i.id::text, '' ORDER BY i.id)) FROM office i WHERE ${inReach('i.id')}), '') END AS offices
   FROM (SELECT feed_era() AS era) e LEFT JOIN feed_start s ON s.era = e.era`,
  rowOf<FeedState>({
    era: col.text.notNull('a digest'),
    keptFrom: col.int8.orNull,
    until: col.int8.notNull('there is a snapshot'),
    from: col.int8.orNull,
    offices: col.text.notNull('a text in both branches'),
  }),
)

/** @param instant that of a full read, or null */
export const feedState = async (
  tx: Queryable,
  { offices, office }: FeedReach,
  instant: Date | null,
): Promise<FeedState> => {
  const [state] = await tx.query(feedStateSql, [offices, office ?? null, instant])
  return state!
}

interface ScannedEntry extends FeedPosition {
  mine: boolean
}
/** Behind subqueries the values tell the planner nothing: it walks the key to the limit, whatever statistics say. */
const feedEntries = statement(
  'feed-entries',
  `SELECT e.xact, e.id, e.office_id AS office, ($3::text[] IS NULL OR e.report_type = ANY ($3)) AND ${inReach('e.office_id')} AS mine
   FROM feed_entry e
   WHERE e.list = (SELECT $4::text) AND (e.xact, e.id, e.office_id) > ((SELECT $5::bigint), (SELECT $6::uuid), (SELECT $7::uuid))
     AND e.xact < (SELECT $8::bigint)
   ORDER BY e.xact, e.id, e.office_id LIMIT $9`,
  rowOf<ScannedEntry>({
    xact: col.int8,
    id: col.uuid,
    office: col.uuid,
    mine: col.bool.notNull('a test that is never null'),
  }),
)

/** So many entries are looked through for one page, also where few of them are in reach. */
export const scannedAtOnce = 1000

/** The next entries, in their order: those in reach, and where the search ended (null: at `until`). */
export const readFeed = async (
  tx: Queryable,
  ask: { list: FeedList; reach: FeedReach; after: FeedPosition; until: string },
): Promise<{ entries: FeedPosition[]; endedAt: FeedPosition | null }> => {
  const { list, reach, after, until } = ask
  const of = [reach.offices, reach.office ?? null, reach.reportTypes]
  const scanned = await tx.query(feedEntries, [...of, list, after.xact, after.id, after.office, until, scannedAtOnce])
  return {
    entries: scanned.filter(({ mine }) => mine),
    endedAt: scanned.length < scannedAtOnce ? null : (scanned.at(-1) ?? null),
  }
}
