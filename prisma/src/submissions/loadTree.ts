import { type Kind, memoryView, type RowRecord, type StoredTree } from '@sepakat/rules'
import { loadRows } from '../answers/answerRows.ts'
import type { Queryable } from '../database.ts'
import { loadBasis } from '../forms/formBasis.ts'
import { formRows } from '../forms/formRows.ts'
import type { SubmissionRecord } from './submission.ts'

/** The stored rows of a submission beside those its form has, so that it can be told what hangs on what. */
export const loadTree = async (
  tx: Queryable,
  kind: Kind,
  submission: SubmissionRecord,
): Promise<StoredTree & { records: RowRecord[] }> => {
  const { rows } = await loadBasis(tx, { ...submission, office: submission.officeId })
  const knownRows = await formRows(tx, submission, rows === '*' ? ['*'] : rows)
  const records = await loadRows(tx, submission.id)
  return { view: memoryView(records), kind, knownRows, records }
}
