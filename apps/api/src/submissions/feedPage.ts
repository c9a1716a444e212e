import { createHash } from 'node:crypto'
import { instantIn } from '@sepakat/contract/wire.ts'
import {
  type FeedList,
  type FeedPosition,
  type FeedReach,
  feedState,
  lowestId,
  type Queryable,
  readFeed,
} from '@sepakat/db'
import { readCursor, writeCursor } from '#http/cursor.ts'
import { invalid, problem } from '#http/problem.ts'

/** Something that changed, and the cursor of a reader who has taken it and all before it. */
export interface Changed {
  id: string
  at: string
}

export interface FeedPage {
  /** Each once, in the order of their first change. */
  changed: Changed[]
  /** The cursor after all of them; `next`: whether more waits behind it now. */
  to: string
  more: boolean
}

const short = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 12)
const first = { id: lowestId, office: lowestId }

/** @param said all else that decides what is given: a cursor goes on for the same question only */
export const feedPage = async (
  tx: Queryable,
  { list, reach, since, said }: { list: FeedList; reach: FeedReach; since: string; said: object },
): Promise<FeedPage> => {
  const instant = instantIn.safeParse(since).success ? new Date(since) : null
  const given = instant === null ? positionOf(since) : null
  const state = await feedState(tx, reach, instant)
  const of = [short(state.era), short(JSON.stringify([list, reach.reportTypes, state.offices, said]))]
  const cursorAt = ({ xact, office, id }: FeedPosition): string => writeCursor(...of, xact, office, id)
  const after = given ?? (state.from === null ? null : { ...first, xact: state.from })
  const isOurs = given === null || (given.of[0] === of[0] && given.of[1] === of[1])
  if (after === null || state.keptFrom === null || !isOurs) throw problem('feed-restart')
  if (BigInt(after.xact) < BigInt(state.keptFrom) || BigInt(after.xact) > BigInt(state.until))
    throw problem('feed-restart')
  const { entries, endedAt } = await readFeed(tx, { list, reach, after, until: state.until })
  const seen = new Set<string>()
  const changed = entries.filter(({ id }) => !seen.has(id) && seen.add(id))
  return {
    changed: changed.map(entry => ({ id: entry.id, at: cursorAt(entry) })),
    to: cursorAt(endedAt ?? { ...first, xact: state.until }),
    more: endedAt !== null,
  }
}

const positionOf = (cursor: string): FeedPosition & { of: string[] } => {
  const wrong = () =>
    invalid('/updatedSince', 'Tulis changedTo dari jawaban sebelumnya, atau saat seperti 2026-12-01T00:00:00Z.')
  try {
    const [era = '', asked = '', xact = '', office = '', id = ''] = readCursor(cursor, 5)
    if (/^\d{1,18}$/.test(xact) && isId(office)) return { of: [era, asked], xact, office, id }
  } catch {}
  throw wrong()
}
const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** The part of a page that is given: the first so many of what changed. */
export const cutFeed = ({ changed, to, more }: FeedPage, count: number): FeedPage =>
  count >= changed.length
    ? { changed, to, more }
    : { changed: changed.slice(0, count), to: changed[count - 1]!.at, more: true }
