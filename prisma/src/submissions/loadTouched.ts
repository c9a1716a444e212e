import type { Accepted, Cell, Change, Place, RowRecord, SentChange, Touched } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, statement } from '../statement.ts'

/**
 * SQL of the stored rows of a submission that changes touch, whose `$2` and `$3` are `touchedValues`. Of JSON PostgreSQL expects
 * the same number of elements whatever is sent, and not of arrays: by those it planned each call again, for ten times its cost.
 */
export const rowsTouched = (submission: string): string => `
  SELECT r.* FROM jsonb_to_recordset($2::jsonb) AS k("table" text, "row" text) CROSS JOIN LATERAL (
    SELECT * FROM answer_row r WHERE r.submission_id = ${submission} AND r.table_id = k."table" AND r.row_id = k."row" OFFSET 0) r
  UNION ALL
  SELECT r.* FROM jsonb_array_elements_text($3::jsonb) AS k("table") CROSS JOIN LATERAL (
    SELECT * FROM answer_row r WHERE r.submission_id = ${submission} AND r.table_id = k."table" OFFSET 0) r`
export const touchedValues = ({ rows, above, below }: Touched): [rows: string, tables: string] => [
  JSON.stringify(rows),
  JSON.stringify([...above, ...below]),
]

const answersTouched = statement(
  'answers-touched',
  `SELECT NULL::uuid AS "changeId", r.table_id AS "table", r.row_id AS "row", r.fields,
          NULL::boolean AS here, NULL::int AS seq, NULL AS field, NULL AS op, NULL::jsonb AS "to"
   FROM (${rowsTouched('$1')}) r
   UNION ALL
   SELECT c.change_id, c.table_id, c.row_id, NULL, c.submission_id = $1, c.seq, c.field, c.op, c."to"
   FROM jsonb_array_elements_text($4::jsonb) AS k(id) CROSS JOIN LATERAL (
     SELECT * FROM answer_change c WHERE c.change_id = k.id::uuid OFFSET 0) c`,
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
  touched: Touched,
  changes: Pick<SentChange, 'changeId'>[],
): Promise<{ records: RowRecord[]; accepted: Map<string, Accepted> }> => {
  const found = await tx.query(answersTouched, [
    submission,
    ...touchedValues(touched),
    JSON.stringify(changes.map(({ changeId }) => changeId)),
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
