import type { RowId } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, statement } from '../statement.ts'

// By SQL: the ids are read within the JSON of every version.
const catalogueTakenIds = statement(
  'catalogue-taken-ids',
  `SELECT DISTINCT row->>'id' AS id FROM form_version v, jsonb_array_elements(v.body->'rows') row WHERE v.form = $1
   UNION SELECT row->>'id' FROM shipped_catalogue s, jsonb_array_elements(s.body->'rows') row WHERE s.form = $1
   UNION SELECT "row" FROM row_assignment WHERE form = $1`,
  { id: col.text.notNull('every catalogue has it') },
)

/** Every row id a form ever had: in its versions, in what came with a release, and where people were given rows. None is used again. */
export const takenRowIds = async (tx: Queryable, form: string): Promise<ReadonlySet<RowId>> => {
  const rows = await tx.query(catalogueTakenIds, [form])
  return new Set(rows.map(({ id }) => id))
}
