import type { NoticePost, Role } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { holdsOn } from '../people/holdsOn.ts'
import { typed } from '../typed.ts'

/** Posts of some roles in force on a day, of people who can sign in; by name. */
export const postsToTell = async (tx: Queryable, roles: Role[], day: string): Promise<NoticePost[]> => {
  const posts = await tx.prisma.post.findMany({
    where: { role: { in: roles }, ...holdsOn(day), person: { disabledAt: null } },
    orderBy: [{ person: { name: 'asc' } }, { id: 'asc' }],
    include: { person: { select: { name: true } } },
  })
  return posts.map(typed.post).map(({ person, personId, officeIds, ...post }) => ({
    ...post,
    person: personId,
    name: person.name,
    offices: officeIds,
  }))
}
