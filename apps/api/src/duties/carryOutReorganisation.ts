import {
  endReorganisation,
  lockOffices,
  lockPlan,
  lockReorganisation,
  lockReports,
  type MovedReports,
  moveAssignments,
  moveContributions,
  moveReports,
  noEvent,
  putSpans,
  type Queryable,
  type ReorganisationRow,
  type ReturnedEvent,
  readBelongings,
  readParents,
  readSpans,
  submissionStream,
  switchOn,
  takeBackOwn,
  type Written,
  widenReach,
} from '@sepakat/db'
import {
  circleOf,
  daysAfter,
  endedAt,
  isThere,
  movedUnder,
  planReorganisation,
  type ReorganisationPlan,
} from '@sepakat/rules'
import { belongingsOf } from './belongings.ts'

type ReorganisationEvent = ReturnedEvent<
  'office.changed' | 'submission.office-changed' | 'contribution.moved' | 'contribution.taken-back'
>

/**
 * Moves everything of an office to its successors, in the transaction at hand and once: one that does not wait any more is left
 * alone. What moves is planned from what there is now. No event: nothing was left to do.
 * @throws where the office or a successor is none on that date
 */
export const carryOutReorganisation = async (
  tx: Queryable,
  id: string,
  now: Date,
): Promise<Written<null, ReorganisationEvent>> => {
  await lockOffices(tx)
  const row = await lockReorganisation(tx, id)
  if (row === null) return noEvent(null)
  for (const office of [row.office, ...row.successors])
    if (!isThere(await readSpans(tx, office), row.date)) throw new Error(`office ${office} is none on ${row.date}`)
  await lockPlan(tx)
  await lockReports(tx, [row.office, ...row.successors])
  const plan = planReorganisation(belongingsOf(await readBelongings(tx, row)), row)
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
  return { result: null, events: eventsOf(row, { plan, reports, parts, takenBack, waves }) }
}

/** Units below move under the successor; one that takes over itself takes the place of the office. */
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

/** Of the history of each report that went, of each part, and of the rights as a whole; by who planned it. */
const eventsOf = (
  { id: reorganisation, office: from, successors, date, by: actor }: ReorganisationRow,
  { plan, reports, parts, takenBack, waves }: Done,
): ReorganisationEvent[] => {
  const rows = plan.assignments.map(a => ({ form: a.form, row: a.row, to: a.to, from: a.from }))
  const { posts, keys, units, ends } = plan
  const moved = { ...reports, assignments: rows, posts, keys, units, contributions: plan.contributions, waves, ends }
  const data = { office: from, change: 'reorganised', reorganisation, successors, date, ...moved }
  const binds = { post: posts.map(({ id }) => id), key: keys.map(({ id }) => id) }
  return [
    ...reports.moved.map(({ submission, to }) => ({
      stream: submissionStream(submission),
      type: 'submission.office-changed' as const,
      actor,
      data: { from, to, reorganisation },
      binds: { submission: [submission] },
    })),
    ...parts.map(({ contribution, submission, to }) => ({
      stream: submissionStream(submission),
      type: 'contribution.moved' as const,
      actor,
      data: { contribution, from, to, reorganisation },
      binds: { contribution: [contribution] },
    })),
    ...takenBack.map(({ contribution, submission }) => ({
      stream: submissionStream(submission),
      type: 'contribution.taken-back' as const,
      actor,
      data: { contribution, reorganisation },
      binds: { contribution: [contribution] },
    })),
    { stream: 'rights', type: 'office.changed', actor, data, binds },
  ]
}
