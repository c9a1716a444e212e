import type { PlannedObligation } from '@sepakat/rules'
import { v7 } from 'uuid'
import type { Queryable } from '../database.ts'
import { statement } from '../statement.ts'

const obligationsInsert = statement(
  'obligations-insert',
  `INSERT INTO obligation (id, office_id, form, period, due_at, practice)
   SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::boolean[])
   ON CONFLICT (office_id, form, period) DO NOTHING`,
)

/** Adds what is not owed yet; what is there is never changed. By SQL: some thousand rows in one statement. @returns their ids */
export const addObligations = async (tx: Queryable, planned: Omit<PlannedObligation, 'rows'>[]): Promise<string[]> => {
  const ids = planned.map(() => v7())
  await tx.query(obligationsInsert, [
    ids,
    planned.map(o => o.officeId),
    planned.map(o => o.form),
    planned.map(o => o.period),
    planned.map(o => o.dueAt),
    planned.map(o => o.practice),
  ])
  return ids
}
