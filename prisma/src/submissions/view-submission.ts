import { type ActorId, type Finding, isLate, isOpen, may, periodTitle, type Status } from '@sepakat/rules'
import { handedTo, partOf } from '../contributions/part-of.ts'
import { type Database, type Queryable, reader } from '../database.ts'
import { officeName } from '../offices/office-name.ts'
import { type ReopenRequest, reopenRequestsOf } from '../reopening/reopen-request.ts'
import { isInside } from '../review/visible-revisions.ts'
import { type ActorRow, actorNames, actorRow, named } from './actor-names.ts'
import { type Asker, isOwn, mayRead, mayTo } from './asker.ts'
import { factColumns, factValues, type KnownFacts } from './known-facts.ts'
import { movesFor } from './move-facts.ts'
import { refreshProgress } from './refresh-progress.ts'
import { formTitle } from './report-line.ts'
import { closesFor, type SubmissionRecord, submissionColumns, submissionTables } from './submission.ts'

interface Row extends SubmissionRecord, KnownFacts {
  firstAt: Date | null
  name: string
  shortName: string
  newestVersion: number
  claimedRow: ActorRow
  statusRow: ActorRow
  reopenRequests: ReopenRequest[]
  recheck: { at: string; because: string; findings: Finding[] } | null
  numbers: { id: string; number: number; status: Status }[]
  ticks: { anchor: string; revision: number; by: ActorId; at: Date }[]
}
const sql = `
  SELECT ${submissionColumns}, ${factColumns('$4')}, n.name, n.short_name AS "shortName", s.recheck,
    ${actorRow('s.claimed_by')} AS "claimedRow", ${actorRow('s.status_by')} AS "statusRow",
    (SELECT v.at FROM revision v WHERE v.submission_id = s.id AND v.n = 1) AS "firstAt",
    (SELECT max(v.version) FROM form_version v WHERE v.form = s.form) AS "newestVersion",
    (SELECT json_agg(json_build_object('id', m.id, 'number', m.number, 'status', m.status) ORDER BY m.number)
     FROM submission m WHERE m.office_id = s.office_id AND m.form = s.form AND m.period = s.period AND m.origin = s.origin) AS numbers,
    ${reopenRequestsOf('s.id')} AS "reopenRequests",
    COALESCE((SELECT json_agg(json_build_object('anchor', t.anchor, 'revision', t.n, 'by', t.by, 'at', t.at) ORDER BY t.at)
     FROM tick t WHERE t.submission_id = s.id AND t.n = s.latest_revision), '[]') AS ticks
  FROM ${submissionTables}
  CROSS JOIN LATERAL ${officeName('o.id')} n
  WHERE s.id = $1`

const text = (date: Date | null): string | null => date?.toISOString() ?? null

/** A program that only fills in, hands out or hands in sees what it did, though it may read nothing else. */
const seenBy = ['submission.read', 'submission.write', 'submission.submit', 'contribution.manage'] as const

export interface ViewAsk {
  id: string
  asker: Asker
  now: Date
}

/** One submission as it is sent to who asks; null where there is none in reach. `refresh`: with one's own draft's progress of now. */
export const viewSubmission = (db: Database, { refresh, ...ask }: ViewAsk & { refresh: boolean }) =>
  viewSubmissionIn(reader(db), ask, refresh ? id => refreshProgress(db, [id]) : undefined)

/** The same inside a transaction that has just written it. */
export const viewSubmissionIn = async (
  tx: Queryable,
  { id, asker, now }: ViewAsk,
  refresh?: (id: string) => Promise<Map<string, SubmissionRecord['progress']>>,
) => {
  const reviews = may(asker.access, 'submission.review', { today: asker.today })
  const [s] = await tx.query<Row>('submission-view', sql, [id, ...factValues(asker), reviews])
  const part = s ? partOf(asker, s) : null
  if (!s || (part === null && !seenBy.some(permission => mayTo(asker, permission, s)))) return null
  const readable = part !== null || mayRead(asker, s)
  const stale = isOpen(s.status) && s.version !== s.progressVersion && isOwn(asker, s)
  const progress = (refresh && stale && (await refresh(id)).get(id)) || s.progress
  const own = handedTo(asker, s)
  // Who has what is the office's to know; a contributor knows of his or her own part.
  const inside = isInside(asker, s)
  const contributions = inside || mayTo(asker, 'contribution.manage', s) ? s.contributions : own
  // They hold values of answers that nobody but the office has: read by it, and by those who may open the report again.
  const mayOpen = mayTo(asker, 'submission.reopen', s) || mayTo(asker, 'submission.review', s)
  const requests = inside || mayOpen ? s.reopenRequests : []
  const nameOf = await actorNames(tx, [
    ...[...s.ticks, ...contributions, ...requests].map(({ by }) => by),
    ...requests.map(({ answeredBy }) => answeredBy),
  ])
  return {
    id: s.id,
    office: { id: s.officeId, name: s.name, shortName: s.shortName },
    form: s.form,
    title: formTitle(s.form),
    reportType: s.reportType,
    period: s.period,
    periodTitle: periodTitle(s.period),
    number: s.number,
    practice: s.practice,
    formVersion: s.formVersion,
    newestVersion: s.newestVersion,
    status: s.status,
    submittedFrom: s.submittedFrom,
    version: s.version,
    progress,
    dueAt: text(s.dueAt),
    closesAt: text(closesFor(s)),
    returnDueAt: text(s.returnDueAt),
    late: isLate(s, now),
    origin: s.origin,
    claimedBy: s.claimedBy && named(s.claimedBy, s.claimedRow),
    openAnchors: s.openAnchors,
    latestRevision: s.latestRevision,
    approvedRevision: s.approvedRevision,
    statusAt: s.statusAt.toISOString(),
    statusBy: named(s.statusBy, s.statusRow),
    submittedAt: text(s.submittedAt),
    // findings speak of values: they are shown to who may read those
    recheck: readable && part === null ? s.recheck : null,
    readable,
    part,
    contributions: contributions.map(it => ({
      id: it.id,
      anchors: it.anchors,
      to: { office: it.office, person: it.person, name: it.name },
      dueAt: new Date(it.dueAt).toISOString(),
      status: it.status,
      note: it.note,
      mine: own.includes(it),
      by: nameOf(it.by),
      at: new Date(it.at).toISOString(),
      statusAt: new Date(it.statusAt).toISOString(),
    })),
    reopenRequests: requests.map(({ by, at, answeredBy, answeredAt, ...request }) => ({
      ...request,
      by: nameOf(by),
      at: new Date(at).toISOString(),
      answeredBy: answeredBy && nameOf(answeredBy),
      answeredAt: answeredAt && new Date(answeredAt).toISOString(),
    })),
    moves: await movesFor(tx, s, asker, now, s),
    numbers: s.numbers,
    ticks: s.ticks.map(({ by, at, ...tick }) => ({ ...tick, by: nameOf(by), at: new Date(at).toISOString() })),
  }
}
