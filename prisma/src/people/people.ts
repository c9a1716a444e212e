import { v7 } from 'uuid'
import type { Queryable } from '../database.ts'
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

const columns = `p.id, p.name, p.nip, p.username, p.phone, p.disabled_at IS NOT NULL AS disabled,
  EXISTS (SELECT 1 FROM account a WHERE a.person_id = p.id) AS "signedInBefore",
  EXISTS (SELECT 1 FROM second_factor f WHERE f.person_id = p.id AND f.secret IS NOT NULL) AS "hasSecondFactor", p.created_at AS "createdAt",
  COALESCE((SELECT json_agg(${postJson} ORDER BY t."from", t.id) FROM post t WHERE t.person_id = p.id), '[]') AS posts`

export interface PeopleFilter {
  q?: string
  office?: string
  role?: string
  state?: 'never-signed-in' | 'without-post' | 'disabled'
  /** The last one of the page before, as the list is ordered: by name, then id. */
  after?: { name: string; id: string }
  limit: number
}

/** A page of people, one more than asked for where there are more. Posts that ended count for neither filter. */
export const listPeople = (
  tx: Queryable,
  { q, office, role, state, after, limit }: PeopleFilter,
  today: string,
): Promise<PersonRow[]> =>
  tx.query<PersonRow>(
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
    [
      q === undefined ? null : `%${q.replace(/[\\%_]/g, '\\$&')}%`,
      office ?? null,
      role ?? null,
      today,
      after?.name ?? null,
      after?.id ?? null,
      limit + 1,
      state ?? null,
    ],
  )

export const readPerson = async (tx: Queryable, id: string): Promise<PersonRow | null> =>
  (await tx.query<PersonRow>('person-read', `SELECT ${columns} FROM person p WHERE p.id = $1`, [id]))[0] ?? null

/** A person who cannot sign in yet: that takes a code. The e-mail is a place-holder that the sign-in engine asks for. */
export const addPerson = async (tx: Queryable, { name, nip, username, phone }: PersonIn): Promise<string> => {
  const id = v7()
  await tx.query(
    'person-add',
    `INSERT INTO person (id, name, nip, username, display_username, phone, email) VALUES ($1, $2, $3, $4, $4, $5, $6)`,
    [id, name, nip, username, phone, `${id}@orang.invalid`],
  )
  return id
}

/** Changes what is named; `disabledAt` null enables again. */
export const changePerson = async (
  tx: Queryable,
  id: string,
  { name, nip, username, phone, disabledAt }: PersonIn & { disabledAt: Date | null },
): Promise<void> => {
  await tx.query(
    'person-change',
    `UPDATE person SET name = $2, nip = $3, username = $4, display_username = $4, phone = $5, disabled_at = $6,
            updated_at = now() WHERE id = $1`,
    [id, name, nip, username, phone, disabledAt],
  )
}

/** Locks a person for a change and gives who it is. */
export const lockPerson = async (
  tx: Queryable,
  id: string,
): Promise<(PersonIn & { id: string; disabledAt: Date | null }) | null> => {
  const rows = await tx.query<PersonIn & { id: string; disabledAt: Date | null }>(
    'person-lock',
    `SELECT id, name, nip, username, phone, disabled_at AS "disabledAt" FROM person WHERE id = $1 FOR UPDATE`,
    [id],
  )
  return rows[0] ?? null
}

/**
 * Whether nobody could manage people for good without this post or this person, who does so today or later: no other admin is
 * there who is not disabled and whose post has begun and has no last day. Two who shut each other out at once come one after
 * the other.
 */
export const isLastAdmin = async (
  tx: Queryable,
  without: { post: string } | { person: string },
  today: string,
): Promise<boolean> => {
  await tx.query('admins-lock', `SELECT pg_advisory_xact_lock(hashtext('admins'))`)
  const [row] = await tx.query<{ last: boolean }>(
    'admin-last',
    `SELECT bool_or(own AND ("to" IS NULL OR "to" >= $1::date)) AND NOT bool_or(NOT own AND enabled AND "from" <= $1::date AND "to" IS NULL) AS last
     FROM (SELECT t."from", t."to", p.disabled_at IS NULL AS enabled, COALESCE(t.id = $2::uuid, p.id = $3::uuid) AS own
           FROM post t JOIN person p ON p.id = t.person_id WHERE t.role = 'admin') admins`,
    [today, 'post' in without ? without.post : null, 'person' in without ? without.person : null],
  )
  return row?.last ?? false
}
