import type { Bound } from '../history/bound/bind.ts'
import { recorded } from '../history/bound/readBound.ts'
import { instantOf } from '../history/instantText.ts'
import { statement } from '../statement.ts'
import type { Transaction } from '../transaction.ts'
import { type NewSubmission, newValues, submissionInto } from './insertSubmission.ts'
import { type ChangesToWrite, changesInsert, rowsInsert } from './writeChanges.ts'

const submissionBegin = statement(
  'submission-begin',
  `WITH c AS (${changesInsert()}), r AS (${rowsInsert()}) ${submissionInto('$17::jsonb')}`,
)

/** What `boundKinds` binds of a draft that begins, as it will be read of its row. */
const boundOf = (s: NewSubmission, { submission: id, actor, at }: ChangesToWrite): Bound => {
  const { officeId, form, reportType, period, number, practice, formVersion, dueAt, plan = null, origin = 'filed' } = s
  const begun = instantOf(at)
  const columns = {
    status: 'draft',
    statusAt: begun,
    statusBy: actor,
    dueAt: dueAt && instantOf(dueAt),
    formVersion,
    of: [officeId, form, reportType, period, number, practice, origin, plan, actor, begun],
  }
  return { submission: { [id]: recorded('submission', { id, columns }, '') } }
}

/**
 * Sends a draft with its first answers, which goes with the commit: who locked what is owed and found no report of it makes the only
 * one. The change ids were made here and are used nowhere else.
 * @returns what its event binds
 */
export const beginSubmission = (tx: Transaction, s: NewSubmission, first: ChangesToWrite): Bound => {
  tx.send(submissionBegin, newValues(s, first))
  return boundOf(s, first)
}
