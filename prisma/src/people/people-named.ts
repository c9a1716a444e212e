import type { Queryable } from '../database.ts'

/** The people who sign in by one of these numbers or names. */
export const peopleNamed = (
  tx: Queryable,
  { nips, usernames }: { nips: string[]; usernames: string[] },
): Promise<{ name: string; nip: string | null; username: string | null }[]> =>
  tx.query('people-named', 'SELECT name, nip, username FROM person WHERE nip = ANY ($1) OR username = ANY ($2)', [
    nips,
    usernames,
  ])
