import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'

/** Whom a sign-in name means. The name is a NIP or a user name in any case. */
export interface SignInPerson {
  id: string
  name: string
  nip: string | null
  username: string | null
  demo: boolean
  /** The hash; null where none was set yet. */
  password: string | null
  hasSecondFactor: boolean
}

const bySignInName = statement(
  'person-by-sign-in-name',
  `SELECT p.id, p.name, p.nip, p.username, p.demo, a.password, f.secret IS NOT NULL AS "hasSecondFactor"
   FROM person p
   LEFT JOIN second_factor f ON f.person_id = p.id
   LEFT JOIN account a ON a.provider_id = 'credential' AND a.account_id = p.id::text
   WHERE (p.nip = $1 OR p.username = lower($1)) AND p.disabled_at IS NULL
   ORDER BY p.nip IS NULL LIMIT 1`,
  rowOf<SignInPerson>({
    id: col.uuid,
    name: col.text,
    nip: col.text.orNull,
    username: col.text.orNull,
    demo: col.bool,
    password: col.text.orNull,
    hasSecondFactor: col.bool.notNull('IS NOT NULL'),
  }),
)

export const findSignInPerson = async (tx: Queryable, name: string): Promise<SignInPerson | null> =>
  (await tx.query(bySignInName, [name]))[0] ?? null

const passwordRead = statement(
  'password-read',
  `SELECT password FROM account WHERE provider_id = 'credential' AND account_id = $1::uuid::text`,
  { password: col.text.orNull },
)

export const readPassword = async (tx: Queryable, personId: string): Promise<string | null> =>
  (await tx.query(passwordRead, [personId]))[0]?.password ?? null

const passwordPut = statement(
  'password-put',
  `WITH p AS (UPDATE person SET must_change_password = false, updated_at = now() WHERE id = $1::uuid)
   INSERT INTO account (id, account_id, provider_id, person_id, password)
   VALUES (gen_random_uuid(), $1::uuid::text, 'credential', $1::uuid, $2)
   ON CONFLICT (provider_id, account_id) DO UPDATE SET password = excluded.password, updated_at = now()`,
)

/** Sets the password hash; the person need not change it any more. */
export const putPassword = async (tx: Queryable, personId: string, hash: string): Promise<void> => {
  await tx.query(passwordPut, [personId, hash])
}
