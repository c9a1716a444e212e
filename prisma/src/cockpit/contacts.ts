import { holdersOf, type ReportType, type Role, titleOfPost } from '@sepakat/rules'
import type { HeldPost } from '../notices/postsToTell.ts'

/** Somebody who can be called about a report, at the post that makes it so. */
export interface Contact {
  post: string
  role: Role
  title: string
  name: string
  /** As it was entered. */
  phone: string | null
  reportTypes: ReportType[]
}

export const contactOf = ({ id: post, role, title, acting, name, phone, reportTypes }: HeldPost): Contact => ({
  ...{ post, role, name, phone, reportTypes },
  title: titleOfPost({ role, title, acting }),
})

/**
 * Who moves on what an office owes of these report types, those whom a reminder tells: its operators, then its head; each of the nearest
 * office that has one.
 */
export const contactsFor = (
  { officePath, reportTypes }: { officePath: readonly string[]; reportTypes: readonly ReportType[] },
  posts: readonly HeldPost[],
): Contact[] =>
  (['operator', 'head'] as const).flatMap(role => {
    const held = new Set(reportTypes.flatMap(reportType => holdersOf(role, { officePath, reportType }, posts)))
    return posts.filter(post => held.has(post)).map(contactOf)
  })
