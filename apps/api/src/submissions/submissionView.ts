import type { Named, ReopenRequest, SubmissionDetails } from '@sepakat/db'
import { type ActorId, type Anchor, closesFor, isLate, type MoveName } from '@sepakat/rules'
import { namedReport } from './reportView.ts'

type Contribution = SubmissionDetails['contributions'][number]

/** What of a submission is told to who asks. */
export interface Seen {
  readable: boolean
  part: Anchor[] | null
  progress: SubmissionDetails['progress']
  contributions: Contribution[]
  /** Those of them that were handed to who asks. */
  own: Contribution[]
  requests: ReopenRequest[]
  moves: { move: MoveName; needs: { code: string; message: string }[] }[]
  nameOf: (actor: ActorId) => Named
}

const text = (date: Date | null): string | null => date?.toISOString() ?? null

export const submissionView = (s: SubmissionDetails, seen: Seen, now: Date) => {
  const { readable, part, nameOf } = seen
  return {
    id: s.id,
    ...namedReport({ ...s, officeName: s.name, officeShortName: s.shortName }),
    reportType: s.reportType,
    formVersion: s.formVersion,
    newestVersion: s.newestVersion,
    status: s.status,
    submittedFrom: s.submittedFrom,
    version: s.version,
    progress: seen.progress,
    dueAt: text(s.dueAt),
    closesAt: text(closesFor(s)),
    returnDueAt: text(s.returnDueAt),
    late: isLate(s, now),
    origin: s.origin,
    claimedBy: s.claimedBy && nameOf(s.claimedBy),
    openAnchors: s.openAnchors,
    latestRevision: s.latestRevision,
    approvedRevision: s.approvedRevision,
    statusAt: s.statusAt.toISOString(),
    statusBy: nameOf(s.statusBy),
    submittedAt: text(s.submittedAt),
    // findings speak of values: they are shown to who may read those
    recheck: readable && part === null ? s.recheck : null,
    readable,
    part,
    contributions: seen.contributions.map(it => ({
      id: it.id,
      anchors: it.anchors,
      to: { office: it.office, person: it.person, name: it.name },
      dueAt: new Date(it.dueAt).toISOString(),
      status: it.status,
      note: it.note,
      mine: seen.own.includes(it),
      by: nameOf(it.by),
      at: new Date(it.at).toISOString(),
      statusAt: new Date(it.statusAt).toISOString(),
    })),
    reopenRequests: seen.requests.map(({ by, at, answeredBy, answeredAt, ...request }) => ({
      ...request,
      by: nameOf(by),
      at: new Date(at).toISOString(),
      answeredBy: answeredBy && nameOf(answeredBy),
      answeredAt: answeredAt && new Date(answeredAt).toISOString(),
    })),
    moves: seen.moves,
    numbers: s.numbers,
    ticks: s.ticks.map(({ by, at, ...tick }) => ({ ...tick, by: nameOf(by), at: new Date(at).toISOString() })),
  }
}
