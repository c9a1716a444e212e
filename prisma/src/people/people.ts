import { v7 } from 'uuid'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'
import { type PostRow, postJson } from './posts.ts'

export interface PersonRow {
  id: string
  name: string
  nip: string | null
  username: string | null
  phone: string | null
  disabled: boolean
  signedInBefore: boolean
  hasSecondFactor: boolean
  createdAt: Date
  posts: PostRow[]
}
export interface PersonIn {
  name: string
  nip: string | null
  username: string | null
  phone: string | null
}

// By SQL: the posts come with names of offices, which are a view.
const columns = `p.id, p.name, p.nip, p.username, p.phone, p.disabled_at IS NOT NULL AS disabled,
  EXISTS (SELECT 1 FROM account a WHERE a.person_id = p.id) AS "signedInBefore",
  EXISTS (SELECT 1 FROM second_factor f WHERE f.person_id = p.id AND f.secret IS NOT NULL) AS "hasSecondFactor", p.created_at AS "createdAt",
  COALESCE((SELECT json_agg(${postJson} ORDER BY t."from", t.id) FROM post t WHERE t.person_id = p.id), '[]') AS posts`

const personColumns = rowOf<PersonRow>({
  id: col.uuid,
  name: col.text,
  nip: col.text.orNull,
  username: col.text.orNull,
  phone: col.text.orNull,
  disabled: col.bool.notNull('IS NOT NULL'),
  signedInBefore: col.bool.notNull('EXISTS'),
  hasSecondFactor: col.bool.notNull('EXISTS'),
  createdAt: col.timestamptz,
  posts: col.json.as<PostRow[]>().notNull('coalesced'),
})

export interface PeopleFilter {
  q?: string
  office?: string
  role?: string
  state?: 'never-signed-in' | 'without-post' | 'disabled'
  /** The last one of the page before, as the list is ordered: by name, then id. */
  after?: { name: string; id: string }
  limit: number
}

const peopleList = statement(
  'people-list',
  `SELECT ${columns} FROM person p
   WHERE ($1::text IS NULL OR p.name ILIKE $1 OR p.nip LIKE $1 OR p.username ILIKE $1)
     AND (($2::uuid IS NULL AND $3::text IS NULL) OR EXISTS (
       SELECT 1 FROM post t WHERE t.person_id = p.id AND (t."to" IS NULL OR t."to" >= $4::date)
         AND ($2::uuid IS NULL OR $2 = ANY (t.office_ids)) AND ($3::text IS NULL OR t.role = $3)))
     AND ($5::text IS NULL OR (p.name, p.id) > ($5, $6::uuid))
     AND CASE $8::text
       WHEN 'disabled' THEN p.disabled_at IS NOT NULL
       WHEN 'never-signed-in' THEN p.disabled_at IS NULL AND NOT EXISTS (SELECT 1 FROM account a WHERE a.person_id = p.id)
       WHEN 'without-post' THEN p.disabled_at IS NULL AND NOT EXISTS (
         SELECT 1 FROM post t WHERE t.person_id = p.id AND (t."to" IS NULL OR t."to" >= $4::date))
       ELSE true END
   ORDER BY p.name, p.id LIMIT $7`,
  personColumns,
)

/** A page of people, one more than asked for where there are more. Posts that ended count for neither filter. */
export const listPeople = (
  tx: Queryable,
  { q, office, role, state, after, limit }: PeopleFilter,
  today: string,
): Promise<PersonRow[]> =>
  tx.query(peopleList, [
    q === undefined ? null : `%${q.replace(/[\\%_]/g, '\\$&')}%`,
    office ?? null,
    role ?? null,
    today,
    after?.name ?? null,
    after?.id ?? null,
    limit + 1,
    state ?? null,
  ])

const personRead = statement('person-read', `SELECT ${columns} FROM person p WHERE p.id = $1`, personColumns)

export const readPerson = async (tx: Queryable, id: string): Promise<PersonRow | null> =>
  (await tx.query(personRead, [id]))[0] ?? null

/** A person who cannot sign in yet: that takes a code. The e-mail is a place-holder that the sign-in engine asks for. */
export const addPerson = async (tx: Queryable, { name, nip, username, phone }: PersonIn): Promise<string> => {
  const id = v7()
  const email = `${id}@orang.invalid`
  await tx.prisma.person.create({ data: { id, name, nip, username, displayUsername: username, phone, email } })
  return id
}

/** Changes what is named; `disabledAt` null enables again. */
export const changePerson = async (
  tx: Queryable,
  id: string,
  { name, nip, username, phone, disabledAt }: PersonIn & { disabledAt: Date | null },
): Promise<void> => {
  const data = { name, nip, username, displayUsername: username, phone, disabledAt }
  await tx.prisma.person.update({ where: { id }, data })
}

const personLock = statement(
  'person-lock',
  `SELECT id, name, nip, username, phone, disabled_at AS "disabledAt" FROM person WHERE id = $1 FOR UPDATE`,
  {
    id: col.uuid,
    name: col.text,
    nip: col.text.orNull,
    username: col.text.orNull,
    phone: col.text.orNull,
    disabledAt: col.timestamptz.orNull,
  },
)

/** Locks a person for a change and gives who it is. */
export const lockPerson = async (
  tx: Queryable,
  id: string,
): Promise<(PersonIn & { id: string; disabledAt: Date | null }) | null> => (await tx.query(personLock, [id]))[0] ?? null
