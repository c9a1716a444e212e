import type { Queryable } from '../database.ts'
import { holdsToday } from '../people/holdsOn.ts'
import { col, rowOf, statement } from '../statement.ts'

/** To whom an office may hand a part: units below it that go on, and people who hold an operator's post there or below. */
export interface Contributors {
  offices: { id: string; name: string; shortName: string }[]
  people: { id: string; name: string; office: string }[]
}

// By SQL, like the statements below: names of today are a view, with the path of each office.
const contributorOffices = statement(
  'contributor-offices',
  `SELECT n.id, n.name, n.short_name AS "shortName" FROM office_now n
   WHERE n.path @> ARRAY[$1::uuid] AND n.id <> $1 AND (n."to" IS NULL OR n."to" >= $2::date) ORDER BY n.name, n.id`,
  rowOf<Contributors['offices'][number]>({
    id: col.uuid.notNull('an office has a name'),
    name: col.text.notNull('an office has a name'),
    shortName: col.text.notNull('an office has a name'),
  }),
)
const contributorPeople = statement(
  'contributor-people',
  `SELECT DISTINCT ON (p.name, p.id) p.id, p.name, n.name AS office
   FROM post t JOIN person p ON p.id = t.person_id JOIN office_now n ON n.id = ANY (t.office_ids)
   WHERE t.role = 'operator' AND ${holdsToday('$2')}
     AND n.path @> ARRAY[$1::uuid]
   ORDER BY p.name, p.id, n.name`,
  rowOf<Contributors['people'][number]>({
    id: col.uuid,
    name: col.text,
    office: col.text.notNull('an office has a name'),
  }),
)

export const listContributors = async (tx: Queryable, office: string, today: string): Promise<Contributors> => {
  const offices = await tx.query(contributorOffices, [office, today])
  const people = await tx.query(contributorPeople, [office, today])
  return { offices, people }
}
