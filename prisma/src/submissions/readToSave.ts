import type { FormId, RowRecord, Touched } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'
import { rowsTouched, touchedValues } from './loadTouched.ts'
import { formsSaved, type ToSave, toSaveColumns, toSaveRow } from './lockToSave.ts'
import { submissionTables } from './submission.ts'

/** What a save is judged by, with the stored rows that it touches, all of one moment. */
export type ReadToSave = ToSave & {
  /** Tells this state of the submission from all others: PostgreSQL's number of the transaction that wrote its row. */
  mark: string
  records: RowRecord[]
}

const submissionReadSave = statement(
  'submission-read-save',
  `SELECT ${toSaveColumns}, s.xmin::text AS mark, COALESCE((
     SELECT json_agg(json_build_object('table', r.table_id, 'row', r.row_id, 'fields', r.fields)) FROM (${rowsTouched('s.id')}) r
   ), '[]') AS records
   FROM ${submissionTables} WHERE s.id = $1`,
  rowOf<ReadToSave>({
    ...toSaveRow,
    mark: col.text.notNull('every row has it'),
    records: col.json.notNull('coalesced'),
  }),
)

/**
 * Reads without a lock what a save is judged by, in one statement; `writeUnchanged` takes its `mark`. Null where there is no such
 * submission, or this process does not know yet of which form it is. `touchedBy`: what the save touches in that form.
 */
export const readToSave = async (
  db: Queryable,
  id: string,
  touchedBy: (form: FormId) => Touched | undefined,
): Promise<ReadToSave | null> => {
  const form = formsSaved.get(id)
  const touched = form && touchedBy(form)
  if (!touched) return null
  const [found] = await db.query(submissionReadSave, [id, ...touchedValues(touched)])
  return found ?? null
}
