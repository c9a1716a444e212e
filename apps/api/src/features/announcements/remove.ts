import { type Queryable, readAnnouncement, removeAnnouncement, written } from '@sepakat/db'
import { requireReportTypes } from '#http/auth/acting.ts'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'

type Asked = Pick<Context<'DELETE /announcements/:id'>, 'params' | 'actor'>

/** @throws not-found; no-right where it concerns report types that are not the post's own */
export const remove = async (tx: Queryable, { params: { id }, actor }: Asked) => {
  const known = await readAnnouncement(tx, id)
  if (known === null) throw problem('not-found')
  requireReportTypes(actor, known.reportTypes)
  await removeAnnouncement(tx, id)
  const data = { announcement: id, removed: true }
  return written(null, { stream: 'rights', type: 'announcement.changed', data })
}
