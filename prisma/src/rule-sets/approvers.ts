import { type ReportType, type Role, titleOfPost } from '@sepakat/rules'
import type { Queryable } from '../database.ts'

/** A post that may approve rule sets today, and who holds it. */
export interface Approver {
  post: string
  name: string
  /** Empty: all of them. */
  reportTypes: ReportType[]
}

/** Who may approve a rule set on a day: the posts of the region in force, of people who can sign in. */
export const approversOn = async (tx: Queryable, today: string): Promise<Approver[]> => {
  const rows = await tx.query<
    Pick<Approver, 'name' | 'reportTypes'> & { title: string; role: Role; acting: string | null }
  >(
    'rule-set-approvers',
    `SELECT p.name, t.title, t.role, t.acting, t.report_types AS "reportTypes" FROM post t JOIN person p ON p.id = t.person_id
     WHERE t.role = 'approver' AND t.region AND t."from" <= $1::date AND (t."to" IS NULL OR t."to" >= $1::date)
       AND p.disabled_at IS NULL ORDER BY p.name, t.id`,
    [today],
  )
  return rows.map(({ name, reportTypes, ...post }) => ({ post: titleOfPost(post), name, reportTypes }))
}
