import type { Accepted, Cell, Change, Place, RowRecord, RowRef, SentChange, Touched } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, statement } from '../statement.ts'

const answersTouched = statement(
  'answers-touched',
  `SELECT NULL::uuid AS "changeId", r.table_id AS "table", r.row_id AS "row", r.fields,
          NULL::boolean AS here, NULL::int AS seq, NULL AS field, NULL AS op, NULL::jsonb AS "to"
   FROM unnest($2::text[], $3::text[]) AS t("table", "row")
   JOIN answer_row r ON r.submission_id = $1 AND r.table_id = t."table" AND r.row_id = t."row"
   UNION ALL
   SELECT NULL, r.table_id, r.row_id, r.fields, NULL, NULL, NULL, NULL, NULL
   FROM answer_row r WHERE r.submission_id = $1 AND r.table_id = ANY ($4::text[])
   UNION ALL
   SELECT c.change_id, c.table_id, c.row_id, NULL, c.submission_id = $1, c.seq, c.field, c.op, c."to"
   FROM answer_change c WHERE c.change_id = ANY ($5::uuid[])`,
  {
    changeId: col.uuid.orNull,
    table: col.text.notNull('both have it'),
    row: col.text.notNull('both have it'),
    // of a row
    fields: col.jsonb.as<RowRecord['fields']>().notNull('a row has it'),
    // of a change
    here: col.bool.notNull('a change has it'),
    seq: col.int4.notNull('a change has it'),
    field: col.text.notNull('a change has it'),
    op: col.text.as<Change['op']>().notNull('a change has it'),
    to: col.jsonb.as<Cell | Place>().orNull,
  },
)

/** What changes are judged against: the stored rows they touch, and what was accepted under their ids, ever and anywhere. */
export const loadTouched = async (
  tx: Queryable,
  submission: string,
  { rows, above, below }: Touched,
  changes: Pick<SentChange, 'changeId'>[],
): Promise<{ records: RowRecord[]; accepted: Map<string, Accepted> }> => {
  const found = await tx.query(answersTouched, [
    submission,
    rows.map(({ table }: RowRef) => table),
    rows.map(({ row }: RowRef) => row),
    [...above, ...below],
    changes.map(({ changeId }) => changeId),
  ])
  const records: RowRecord[] = []
  const accepted = new Map<string, Accepted>()
  for (const it of found) {
    if (it.changeId === null) records.push({ table: it.table, row: it.row, fields: it.fields })
    else {
      const { changeId, here, seq, table, row, field, op, to } = it
      accepted.set(changeId, { here, seq, table, row, field: field === '' ? null : field, op, to })
    }
  }
  return { records, accepted }
}
