import {
  actorNames,
  type Database,
  findSubmissionDetails,
  type Queryable,
  reader,
  refreshProgress,
  type SubmissionDetails,
} from '@sepakat/db'
import { handedTo, isOpen, may, partOf, possibleMoves } from '@sepakat/rules'
import { type Asker, isInside, isOwn, mayRead, mayTo } from './asker.ts'
import { moveFactsOf } from './moveFactsOf.ts'
import { submissionView } from './submissionView.ts'

/** A program that only fills in, hands out or submits sees what it did, though it may read nothing else. */
const seenBy = ['submission.read', 'submission.write', 'submission.submit', 'contribution.manage'] as const

interface ViewAsk {
  id: string
  asker: Asker
  now: Date
}

/** One submission as it is sent to who asks; null where there is none in reach. `refresh`: with the progress of now of one's own draft. */
export const viewSubmission = (db: Database, { refresh, ...ask }: ViewAsk & { refresh: boolean }) =>
  viewSubmissionIn(reader(db), ask, refresh ? id => refreshProgress(db, [id]) : undefined)

type Refresh = (id: string) => Promise<Map<string, SubmissionDetails['progress']>>

/** The same inside a transaction that has just written it. */
export const viewSubmissionIn = async (tx: Queryable, { id, asker, now }: ViewAsk, refresh?: Refresh) => {
  const reviews = may(asker.access, 'submission.review', { today: asker.today })
  const s = await findSubmissionDetails(tx, id, { person: asker.person.id, reviews, today: asker.today })
  return s && viewDetails(tx, s, { asker, now }, refresh)
}

/** The same of what is known of it already. */
export const viewDetails = async (
  tx: Queryable,
  s: SubmissionDetails,
  { asker, now }: Omit<ViewAsk, 'id'>,
  refresh?: Refresh,
) => {
  const part = partOf(asker, s)
  if (part === null && !seenBy.some(permission => mayTo(asker, permission, s))) return null
  const stale = isOpen(s.status) && s.version !== s.progressVersion && isOwn(asker, s)
  const own = handedTo(asker, s)
  // Who has what is the office's to know; a contributor knows of his or her own part.
  const inside = isInside(asker, s)
  const contributions = inside || mayTo(asker, 'contribution.manage', s) ? s.contributions : own
  // They hold values of answers that only the office has: read by it, and by those who may open the report again.
  const mayOpen = mayTo(asker, 'submission.reopen', s) || mayTo(asker, 'submission.review', s)
  const requests = inside || mayOpen ? s.reopenRequests : []
  const facts = await moveFactsOf(tx, s, { asker, now, known: s })
  const seen = {
    readable: part !== null || mayRead(asker, s),
    part,
    progress: (refresh && stale && (await refresh(s.id)).get(s.id)) || s.progress,
    contributions,
    own,
    requests,
    nameOf: await actorNames(
      tx,
      [
        s.claimedBy,
        s.statusBy,
        ...[...s.ticks, ...contributions, ...requests].map(({ by }) => by),
        ...requests.map(({ answeredBy }) => answeredBy),
      ],
      s.actors,
    ),
    moves: possibleMoves(facts),
  }
  return submissionView(s, seen, now)
}
