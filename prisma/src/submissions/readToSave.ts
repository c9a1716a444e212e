import type { FormId, RowRecord, Touched } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'
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
     SELECT json_agg(json_build_object('table', t."table", 'row', t."row", 'fields', t.fields)) FROM (
       SELECT r.table_id AS "table", r.row_id AS "row", r.fields FROM unnest($2::text[], $3::text[]) AS k("table", "row")
       JOIN answer_row r ON r.submission_id = s.id AND r.table_id = k."table" AND r.row_id = k."row"
       UNION ALL
       SELECT r.table_id, r.row_id, r.fields FROM answer_row r WHERE r.submission_id = s.id AND r.table_id = ANY ($4::text[])
     ) t), '[]') AS records
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
  const { rows, above, below } = touched
  const [found] = await db.query(submissionReadSave, [
    id,
    rows.map(({ table }) => table),
    rows.map(({ row }) => row),
    [...above, ...below],
  ])
  return found ?? null
}
