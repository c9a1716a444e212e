import type { Queryable } from '../database.ts'

/** The people who sign in by one of these numbers or names. */
export const peopleNamed = (
  tx: Queryable,
  { nips, usernames }: { nips: string[]; usernames: string[] },
): Promise<{ name: string; nip: string | null; username: string | null }[]> =>
  tx.prisma.person.findMany({
    where: { OR: [{ nip: { in: nips } }, { username: { in: usernames } }] },
    select: { name: true, nip: true, username: true },
  })
