import {
  circleOf,
  daysAfter,
  endedAt,
  isThere,
  movedUnder,
  planReorganisation,
  type ReorganisationPlan,
} from '@sepakat/rules'
import { appendEvent, submissionStream } from '../append-event.ts'
import type { Queryable } from '../database.ts'
import { lockPlan } from '../plan/lock-plan.ts'
import {
  type MovedReports,
  moveAssignments,
  moveContributions,
  moveReports,
  switchOn,
  takeBackOwn,
  widenReach,
} from './apply-reorganisation.ts'
import { readBelongings } from './belongings.ts'
import { lockOffices, putSpans, readParents, readSpans } from './offices.ts'
import { endReorganisation, lockReorganisation, type ReorganisationRow } from './reorganisations.ts'

/**
 * Moves everything of an office to its successors, in the transaction at hand and once: one that does not wait any more is left
 * alone. What moves is planned from what there is now. Null: nothing was left to do.
 * @throws where the office or a successor is none on that date
 */
export const carryOutReorganisation = async (
  tx: Queryable,
  id: string,
  now: Date,
): Promise<ReorganisationPlan | null> => {
  await lockOffices(tx)
  const row = await lockReorganisation(tx, id)
  if (row === null) return null
  for (const office of [row.office, ...row.successors])
    if (!isThere(await readSpans(tx, office), row.date)) throw new Error(`office ${office} is none on ${row.date}`)
  await lockPlan(tx)
  const plan = planReorganisation(await readBelongings(tx, row, { lock: true }), row)
  const waves = await switchOn(tx, row)
  const reports = await moveReports(tx, row.office, plan.reports)
  await moveAssignments(tx, plan.assignments)
  await widenReach(tx, 'post', plan.posts)
  await widenReach(tx, 'api_key', plan.keys)
  const parts = await moveContributions(tx, plan.contributions)
  await moveTree(tx, row, plan)
  const takenBack = await takeBackOwn(
    tx,
    [...reports.moved, ...parts].map(({ submission }) => submission),
    now,
  )
  await endReorganisation(tx, id, now)
  await appendMoves(tx, row, { plan, reports, parts, takenBack, waves }, now)
  return plan
}

/** Units below stand under the successor; one that takes over itself stands where the office stood. */
const moveTree = async (tx: Queryable, row: ReorganisationRow, { units, ends }: ReorganisationPlan): Promise<void> => {
  const own = await readSpans(tx, row.office)
  const above = own.find(s => isThere([s], row.date))?.parent ?? null
  for (const { id, to } of units) {
    const parents = { from: row.office, to: id === to ? above : to }
    await putSpans(tx, id, movedUnder(await readSpans(tx, id), row.date, parents))
    if (circleOf(await readParents(tx), id) !== null) throw new Error(`office ${id} would stand below itself`)
  }
  const ended = ends ? endedAt(own, daysAfter(row.date, -1)) : null
  if (ended !== null) await putSpans(tx, row.office, ended)
}

interface Done {
  plan: ReorganisationPlan
  reports: MovedReports
  parts: { contribution: string; submission: string; to: string }[]
  takenBack: { contribution: string; submission: string }[]
  waves: string[]
}

/** In the history of each report that went, of each part, and of the rights as a whole. */
const appendMoves = async (
  tx: Queryable,
  { id: reorganisation, office: from, successors, date, by: actor }: ReorganisationRow,
  { plan, reports, parts, takenBack, waves }: Done,
  at: Date,
): Promise<void> => {
  for (const { submission, to } of reports.moved) {
    const [stream, data] = [submissionStream(submission), { from, to, reorganisation }]
    const binds = { submission: [submission] }
    await appendEvent(tx, { stream, type: 'submission.office-changed', actor, at, data, binds })
  }
  for (const { contribution, submission, to } of parts) {
    const [stream, data] = [submissionStream(submission), { contribution, from, to, reorganisation }]
    const binds = { contribution: [contribution] }
    await appendEvent(tx, { stream, type: 'contribution.moved', actor, at, data, binds })
  }
  for (const { contribution, submission } of takenBack) {
    const [stream, data] = [submissionStream(submission), { contribution, reorganisation }]
    const binds = { contribution: [contribution] }
    await appendEvent(tx, { stream, type: 'contribution.taken-back', actor, at, data, binds })
  }
  const rows = plan.assignments.map(a => ({ form: a.form, row: a.row, to: a.to, from: a.from }))
  const { posts, keys, units, ends } = plan
  const moved = { ...reports, assignments: rows, posts, keys, units, contributions: plan.contributions, waves, ends }
  const data = { office: from, change: 'reorganised', reorganisation, successors, date, ...moved }
  const binds = { post: posts.map(({ id }) => id), key: keys.map(({ id }) => id) }
  await appendEvent(tx, { stream: 'rights', type: 'office.changed', actor, at, data, binds })
}
