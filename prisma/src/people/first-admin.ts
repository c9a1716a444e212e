import type { Queryable } from '../database.ts'

/** An admin who is there but has neither a password nor a code that is still good; `locked` until the transaction ends. */
export interface Door {
  /** Somebody can come in as admin: nothing is to be done. */
  isOpen: boolean
  /** An admin who could be given a code. */
  waiting: { id: string; name: string; nip: string | null; username: string | null } | null
}

/** Looks whether an admin can sign in; demo accounts count only with `demo`. Processes that start at once look one after the other. */
export const lookForAdmin = async (tx: Queryable, now: Date, today: string, demo: boolean): Promise<Door> => {
  await tx.query('first-admin-lock', `SELECT pg_advisory_xact_lock(hashtext('first admin'))`)
  const rows = await tx.query<{ id: string; name: string; nip: string | null; username: string | null; open: boolean }>(
    'first-admin-look',
    `SELECT p.id, p.name, p.nip, p.username,
            EXISTS (SELECT 1 FROM account a WHERE a.person_id = p.id)
              OR EXISTS (SELECT 1 FROM one_time_code c WHERE c.person_id = p.id AND c.used_at IS NULL AND c.expires_at > $1) AS open
     FROM person p
     WHERE p.disabled_at IS NULL AND ($3 OR NOT p.demo) AND EXISTS (
       SELECT 1 FROM post t WHERE t.person_id = p.id AND t.role = 'admin'
         AND t."from" <= $2::date AND (t."to" IS NULL OR t."to" >= $2::date))
     ORDER BY open DESC, p.created_at LIMIT 1`,
    [now, today, demo],
  )
  const [first] = rows
  return { isOpen: first?.open ?? false, waiting: first ?? null }
}

/** A user name that nobody has: the word, or the word and a number. */
export const freeUsername = async (tx: Queryable, word: string): Promise<string> => {
  const taken = new Set(
    (
      await tx.query<{ username: string }>(
        'person-usernames-like',
        `SELECT username FROM person WHERE username ~ ('^' || $1 || '[0-9]*$')`,
        [word],
      )
    ).map(row => row.username),
  )
  let number = 1
  while (taken.has(number === 1 ? word : `${word}${number}`)) number++
  return number === 1 ? word : `${word}${number}`
}
