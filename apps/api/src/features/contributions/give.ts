import {
  AfterEvents,
  insertContribution,
  listContributors,
  loadTree,
  lockSubmission,
  noEvent,
  type Queryable,
  type SubmissionRecord,
  submissionStream,
  written,
} from '@sepakat/db'
import {
  type Anchor,
  isAnchorOf,
  isOpen,
  type Kind,
  kinds,
  overlapAt,
  parseAnchor,
  type Status,
  type StoredTree,
  sortOf,
  statusLabels,
} from '@sepakat/rules'
import { invalid, type ProblemError, problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { requireMay } from '#submissions/asker.ts'
import { shownSubmission } from '#submissions/shownSubmission.ts'

/** Parts are handed out, done and taken back while the report is open with its office. */
export const withOthers = (status: Status): ProblemError =>
  problem('wrong-status', {
    detail: `Bagian laporan diserahkan selama laporan ada pada perangkat daerah. Laporan ini sedang berstatus "${statusLabels[status]}".`,
  })

type Asked = Pick<Context<'POST /submissions/:id/contributions'>, 'params' | 'body' | 'actor' | 'now' | 'today'>

/**
 * Gives rows or tables of an open report to a unit below its office or to a person, who then fills them in alone.
 * @throws not-found, no-right, wrong-status, invalid, in-use where another has some of it, exists where the id is taken
 */
export const give = async (tx: Queryable, asked: Asked, dueAt: Date) => {
  const { params, body, actor, now, today } = asked
  const found = await lockSubmission(tx, params.id)
  const kind = found ? kinds[found.form] : undefined
  if (!found || !kind) throw problem('not-found')
  const submission = requireMay(actor, 'contribution.manage', found)
  const id = body.id.toLowerCase()
  // Sent again because its answer was lost on the way.
  if (submission.contributions.some(known => known.id === id)) return noEvent(await shownSubmission(tx, asked))
  if (!isOpen(submission.status)) throw withOthers(submission.status)
  const anchors = body.anchors as Anchor[]
  await requireFree(tx, kind, submission, anchors)
  const office = body.office?.toLowerCase() ?? null
  const person = body.person?.toLowerCase() ?? null
  await requireBelow(tx, submission, { office, person }, today)
  const part = { id: body.id, submission: submission.id, anchors, office, person, dueAt, note: body.note }
  if (!(await insertContribution(tx, { ...part, by: actor.id, at: now }))) throw problem('exists')
  return written(new AfterEvents(tx => shownSubmission(tx, asked)), {
    stream: submissionStream(submission.id),
    type: 'contribution.given',
    data: { contribution: id, anchors, office, person, dueAt: dueAt.toISOString() },
    binds: { contribution: [id] },
  })
}

/** A table, or a row that is there. */
const isPart = (tree: StoredTree, anchor: Anchor): boolean => {
  const { table, row, field } = parseAnchor(anchor) ?? {}
  if (table === undefined || field !== undefined) return false
  return row === undefined || sortOf(tree, { table, row }) !== null
}

/** @throws invalid where one is no part of the report, in-use where another is filling it in */
const requireFree = async (tx: Queryable, kind: Kind, submission: SubmissionRecord, anchors: Anchor[]) => {
  const tree = await loadTree(tx, kind, submission)
  const bad = anchors.findIndex(anchor => !isAnchorOf(kind, anchor) || !isPart(tree, anchor))
  if (bad >= 0)
    throw invalid(`/anchors/${bad}`, 'Bagian ini tidak ada pada formulir, atau bukan sebuah baris atau tabel.')
  const given = submission.contributions.filter(known => known.status === 'given')
  const other = given.find(known => overlapAt(tree, anchors, known.anchors) >= 0)
  if (other)
    throw problem('in-use', { detail: `Bagian ini sedang diisi ${other.name}. Tarik kembali dahulu, lalu serahkan.` })
}

/** @throws invalid */
const requireBelow = async (
  tx: Queryable,
  submission: SubmissionRecord,
  { office, person }: { office: string | null; person: string | null },
  today: string,
) => {
  const { offices, people } = await listContributors(tx, submission.officeId, today)
  if (office !== null && !offices.some(known => known.id === office))
    throw invalid('/office', 'Pilih unit di bawah perangkat daerah ini yang masih ada.')
  if (office === null && !people.some(known => known.id === person))
    throw invalid('/person', 'Pilih operator perangkat daerah ini atau unit di bawahnya.')
}
