import type { NoticePost, Role } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { holdsOn } from '../people/holdsOn.ts'
import { typed } from '../typed.ts'

export interface HeldPost extends NoticePost {
  /** As it was entered; shown to those alone who may call. */
  phone: string | null
}

/** Posts of some roles in force on a day, of people who can sign in; by name. `offices`: those alone that name one of them, or the region. */
export const postsToTell = async (
  tx: Queryable,
  roles: Role[],
  day: string,
  offices?: string[],
): Promise<HeldPost[]> => {
  const reaching = offices && { OR: [{ region: true }, { officeIds: { hasSome: offices } }] }
  const posts = await tx.prisma.post.findMany({
    where: { role: { in: roles }, person: { disabledAt: null }, AND: [holdsOn(day), reaching ?? {}] },
    orderBy: [{ person: { name: 'asc' } }, { id: 'asc' }],
    include: { person: { select: { name: true, phone: true } } },
  })
  return posts.map(typed.post).map(({ person, personId, officeIds, ...post }) => ({
    ...post,
    person: personId,
    ...person,
    offices: officeIds,
  }))
}
