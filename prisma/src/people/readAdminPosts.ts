import type { AdminPost } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { daysOf } from '../days.ts'
import { statement } from '../statement.ts'

const adminsLock = statement('admins-lock', `SELECT pg_advisory_xact_lock(hashtext('admins'))`)

/** All posts of administrators. Who reads them to take one away does so one after the other. */
export const readAdminPosts = async (tx: Queryable): Promise<AdminPost[]> => {
  await tx.query(adminsLock)
  const posts = await tx.prisma.post.findMany({
    where: { role: 'admin' },
    select: { id: true, personId: true, from: true, to: true, person: { select: { disabledAt: true } } },
  })
  return posts.map(({ id, personId, person, ...post }) => ({
    id,
    personId,
    ...daysOf(post),
    isDisabled: person.disabledAt !== null,
  }))
}
