import type { NewPost, ReportType, Role } from '@sepakat/rules'
import { v7 } from 'uuid'
import type { Queryable } from '../database.ts'
import { dateOf, datesOf } from '../days.ts'
import { col, statement } from '../statement.ts'

/** A post with the names of its offices. Days as 2026-03-31, both included. */
export interface PostRow {
  id: string
  role: Role
  title: string
  reportTypes: ReportType[]
  region: boolean
  offices: { id: string; name: string; shortName: string }[]
  from: string
  to: string | null
  acting: string | null
  actingFor: string | null
}
/** A post `t` as JSON; a statement that reads many at once joins it. By SQL: names of today are a view. */
export const postJson = `json_build_object('id', t.id, 'role', t.role, 'title', t.title, 'reportTypes', t.report_types,
  'region', t.region, 'from', t."from", 'to', t."to", 'acting', t.acting, 'actingFor', t.acting_for,
  'offices', COALESCE((SELECT json_agg(json_build_object('id', o.id, 'name', o.name, 'shortName', o.short_name) ORDER BY o.name)
                       FROM office_now o WHERE o.id = ANY (t.office_ids)), '[]'))`

const postRead = statement(
  'post-read',
  `SELECT ${postJson} AS post, t.person_id AS "personId" FROM post t WHERE t.id = $1`,
  { post: col.json.as<PostRow>().notNull('an object'), personId: col.uuid },
)

export const readPost = async (tx: Queryable, id: string): Promise<(PostRow & { personId: string }) | null> => {
  const [row] = await tx.query(postRead, [id])
  return row ? { ...row.post, personId: row.personId } : null
}

export const addPost = async (tx: Queryable, personId: string, post: NewPost): Promise<string> => {
  const id = v7()
  const { role, title, reportTypes, offices: officeIds, region, acting, actingFor } = post
  const data = { id, personId, role, title, reportTypes, officeIds, region, ...datesOf(post), acting, actingFor }
  await tx.prisma.post.create({ data })
  return id
}

export const endPost = async (tx: Queryable, id: string, to: string): Promise<void> => {
  await tx.prisma.post.update({ where: { id }, data: { to: dateOf(to) } })
}
