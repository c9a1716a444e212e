import type { Queryable } from '../database.ts'

/** Whom a sign-in name means. The name is a NIP or a user name in any case. */
export interface SignInPerson {
  id: string
  name: string
  nip: string | null
  username: string | null
  email: string
  demo: boolean
  hasPassword: boolean
  hasSecondFactor: boolean
}

export const findSignInPerson = async (tx: Queryable, name: string): Promise<SignInPerson | null> => {
  const rows = await tx.query<SignInPerson>(
    'person-by-sign-in-name',
    `SELECT p.id, p.name, p.nip, p.username, p.email, p.demo, a.password IS NOT NULL AS "hasPassword",
            f.secret IS NOT NULL AS "hasSecondFactor"
     FROM person p
     LEFT JOIN second_factor f ON f.person_id = p.id
     LEFT JOIN account a ON a.provider_id = 'credential' AND a.account_id = p.id::text
     WHERE (p.nip = $1 OR p.username = lower($1)) AND p.disabled_at IS NULL
     ORDER BY p.nip IS NULL LIMIT 1`,
    [name],
  )
  return rows[0] ?? null
}

export const readPassword = async (tx: Queryable, personId: string): Promise<string | null> => {
  const rows = await tx.query<{ password: string | null }>(
    'password-read',
    `SELECT password FROM account WHERE provider_id = 'credential' AND account_id = $1::uuid::text`,
    [personId],
  )
  return rows[0]?.password ?? null
}

/** Sets the password hash; the person need not change it any more. */
export const putPassword = async (tx: Queryable, personId: string, hash: string): Promise<void> => {
  await tx.query(
    'password-put',
    `WITH p AS (UPDATE person SET must_change_password = false, updated_at = now() WHERE id = $1::uuid)
     INSERT INTO account (id, account_id, provider_id, person_id, password)
     VALUES (gen_random_uuid(), $1::uuid::text, 'credential', $1::uuid, $2)
     ON CONFLICT (provider_id, account_id) DO UPDATE SET password = excluded.password, updated_at = now()`,
    [personId, hash],
  )
}
