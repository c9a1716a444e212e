import { type ReportType, titleOfPost } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { dateOf } from '../days.ts'
import { typed } from '../typed.ts'

/** A post that may approve rule sets today, and who holds it. */
export interface Approver {
  post: string
  name: string
  /** Empty: all of them. */
  reportTypes: ReportType[]
}

/** Who may approve a rule set on a day: the posts of the region in force, of people who can sign in. */
export const approversOn = async (tx: Queryable, today: string): Promise<Approver[]> => {
  const day = dateOf(today)
  const posts = await tx.prisma.post.findMany({
    where: {
      role: 'approver',
      region: true,
      from: { lte: day },
      OR: [{ to: null }, { to: { gte: day } }],
      person: { disabledAt: null },
    },
    select: { title: true, role: true, acting: true, reportTypes: true, person: { select: { name: true } } },
    orderBy: [{ person: { name: 'asc' } }, { id: 'asc' }],
  })
  return posts.map(typed.post).map(({ title, role, acting, reportTypes, person }) => ({
    post: titleOfPost({ title, role, acting }),
    name: person.name,
    reportTypes,
  }))
}
