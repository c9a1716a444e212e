import type { FormId, RowId } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'

export interface RowOwner {
  row: RowId | '*'
  id: string
  name: string
  shortName: string
}

// By SQL: names of today are a view.
const rowOwnersSql = statement(
  'row-owners',
  `SELECT a."row", o.id, o.name, o.short_name AS "shortName" FROM row_assignment a JOIN office_now o ON o.id = a.office_id
   WHERE a.form = $1 AND a.from_year <= $2 AND (a.to_year IS NULL OR a.to_year >= $2) ORDER BY o.name, o.id`,
  rowOf<RowOwner>({
    row: col.text,
    id: col.uuid.notNull('an office has a name'),
    name: col.text.notNull('an office has a name'),
    shortName: col.text.notNull('an office has a name'),
  }),
)

/** Which office answers which row of a form (`*`: all of them) in a year; rows that do not apply in the region are not there. */
export const rowOwners = (tx: Queryable, form: FormId, year: number): Promise<RowOwner[]> =>
  tx.query(rowOwnersSql, [form, year])
