import {
  type Anchor,
  isAnchorOf,
  isOpen,
  kinds,
  overlapAt,
  parseAnchor,
  type Status,
  type StoredTree,
  sortOf,
} from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { appendEvent } from '../history/append-event.ts'
import { submissionStream } from '../history/streams.ts'
import { type Asker, mayTo } from '../submissions/asker.ts'
import { loadTree } from '../submissions/load-tree.ts'
import { lockSubmission } from '../submissions/submission.ts'
import { insertContribution } from './contribution.ts'
import { listContributors } from './contributors.ts'

export interface GiveAsk {
  submission: string
  /** Made where the part is given, so that a repetition is the same one. */
  id: string
  anchors: Anchor[]
  to: { office: string } | { person: string }
  dueAt: Date
  note: string
  asker: Asker
  now: Date
}
export type Given =
  | { outcome: 'given' }
  /** Asked again. */
  | { outcome: 'there' }
  | { outcome: 'not-found' | 'no-right' | 'id-taken' | 'not-below' }
  | { outcome: 'wrong-status'; status: Status }
  | { outcome: 'bad-anchor'; at: number }
  | { outcome: 'with-another'; at: number; name: string }

/** A table, or a row that is there. */
const isPart = (tree: StoredTree, anchor: Anchor): boolean => {
  const { table, row, field } = parseAnchor(anchor) ?? {}
  if (table === undefined || field !== undefined) return false
  return row === undefined || sortOf(tree, { table, row }) !== null
}

/** Hands rows or tables of an open report to a unit below its office or to a person; whoever has them fills them in alone. */
export const givePart = async (tx: Queryable, ask: GiveAsk): Promise<Given> => {
  const { id, anchors, to, asker, now } = ask
  const submission = await lockSubmission(tx, ask.submission)
  const kind = submission ? kinds[submission.form] : undefined
  if (!submission || !kind) return { outcome: 'not-found' }
  if (!mayTo(asker, 'contribution.manage', submission))
    return { outcome: mayTo(asker, 'submission.read', submission) ? 'no-right' : 'not-found' }
  const { contributions, status, officeId } = submission
  if (contributions.some(known => known.id === id.toLowerCase())) return { outcome: 'there' }
  if (!isOpen(status)) return { outcome: 'wrong-status', status }
  const tree = await loadTree(tx, kind, submission)
  const bad = anchors.findIndex(anchor => !isAnchorOf(kind, anchor) || !isPart(tree, anchor))
  if (bad >= 0) return { outcome: 'bad-anchor', at: bad }
  for (const given of contributions.filter(known => known.status === 'given')) {
    const at = overlapAt(tree, anchors, given.anchors)
    if (at >= 0) return { outcome: 'with-another', at, name: given.name }
  }
  const { offices, people } = await listContributors(tx, officeId, asker.today)
  const office = 'office' in to ? to.office.toLowerCase() : null
  const person = 'person' in to ? to.person.toLowerCase() : null
  if (!(office === null ? people : offices).some(known => known.id === (office ?? person)))
    return { outcome: 'not-below' }

  const { dueAt, note } = ask
  const part = { id, submission: submission.id, anchors, office, person, dueAt, note, by: asker.id, at: now }
  if (!(await insertContribution(tx, part))) return { outcome: 'id-taken' }
  const data = { contribution: id.toLowerCase(), anchors, office, person, dueAt: dueAt.toISOString() }
  const stream = submissionStream(submission.id)
  const binds = { contribution: [id] }
  await appendEvent(tx, { stream, type: 'contribution.given', actor: asker.id, at: now, data, binds })
  return { outcome: 'given' }
}
