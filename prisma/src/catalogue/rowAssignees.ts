import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'

/** A row (`*`: all rows) of a form, and the office that answers it from year to year; null where it does not apply in the region. */
export interface RowAssignee {
  row: string
  office: string | null
  fromYear: number
  toYear: number | null
}

// By SQL: names of today are a view.
const catalogueOwners = statement(
  'catalogue-owners',
  `SELECT a."row", o.name AS office, a.from_year AS "fromYear", a.to_year AS "toYear"
   FROM row_assignment a LEFT JOIN office_now o ON o.id = a.office_id WHERE a.form = $1`,
  rowOf<RowAssignee>({
    row: col.text,
    office: col.text.orNull,
    fromYear: col.int4,
    toYear: col.int4.orNull,
  }),
)

/** All of a form, by the names of today. */
export const rowAssignees = (tx: Queryable, form: string): Promise<RowAssignee[]> => tx.query(catalogueOwners, [form])
