import { titleOfPost } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { regionToday } from '../offices/officeName.ts'
import { col, statement } from '../statement.ts'

export interface OfficeHead {
  name: string
  nip: string | null
  title: string
}

const officeHeadSql = statement(
  'office-head',
  `SELECT p.name, p.nip, t.title, t.acting FROM post t JOIN person p ON p.id = t.person_id
   WHERE t.role = 'head' AND $1::uuid = ANY (t.office_ids)
     AND t."from" <= COALESCE($2::date, ${regionToday}) AND (t."to" IS NULL OR t."to" >= COALESCE($2::date, ${regionToday}))
   ORDER BY t.acting IS NULL, t."from" DESC, t.id LIMIT 1`,
  { name: col.text, nip: col.text.orNull, title: col.text, acting: col.text.orNull },
)

/** Who headed an office on a day (`null`: heads it today), acting or not; null where that post was not held. */
export const officeHead = async (tx: Queryable, office: string, day: string | null): Promise<OfficeHead | null> => {
  const [row] = await tx.query(officeHeadSql, [office, day])
  return row ? { name: row.name, nip: row.nip, title: titleOfPost({ role: 'head', ...row }) } : null
}
