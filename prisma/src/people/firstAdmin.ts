import type { Queryable } from '../database.ts'
import { statement } from '../statement.ts'
import { holdsOn } from './holdsOn.ts'

/** An admin who is there but has neither a password nor a code that is still good; `locked` until the transaction ends. */
export interface Door {
  /** Somebody can come in as admin: nothing is to be done. */
  isOpen: boolean
  /** An admin who could be given a code. */
  waiting: { id: string; name: string; nip: string | null; username: string | null } | null
}

const adminLock = statement('first-admin-lock', `SELECT pg_advisory_xact_lock(hashtext('first admin'))`)

/** Looks whether an admin can sign in; demo accounts count only with `demo`. Processes that start at once look one after the other. */
export const lookForAdmin = async (tx: Queryable, now: Date, today: string, demo: boolean): Promise<Door> => {
  await tx.query(adminLock)
  const admins = await tx.prisma.person.findMany({
    where: {
      disabledAt: null,
      ...(!demo && { demo: false }),
      posts: { some: { role: 'admin', ...holdsOn(today) } },
    },
    select: {
      ...{ id: true, name: true, nip: true, username: true },
      accounts: { select: { id: true }, take: 1 },
      codes: { where: { usedAt: null, expiresAt: { gt: now } }, select: { id: true }, take: 1 },
    },
    orderBy: { createdAt: 'asc' },
  })
  return {
    isOpen: admins.some(({ accounts, codes }) => accounts.length + codes.length > 0),
    waiting: admins[0] ?? null,
  }
}

/** A free user name: the word, or the word and a number. */
export const freeUsername = async (tx: Queryable, word: string): Promise<string> => {
  const like = await tx.prisma.person.findMany({
    where: { username: { startsWith: word } },
    select: { username: true },
  })
  const taken = new Set(like.map(({ username }) => username))
  let number = 1
  while (taken.has(number === 1 ? word : `${word}${number}`)) number++
  return number === 1 ? word : `${word}${number}`
}
