import { addAnnouncement, type Queryable, readAnnouncement, written } from '@sepakat/db'
import { requireReportTypes } from '#http/auth/acting.ts'
import { invalid } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { announcementView } from './view.ts'

type Asked = Pick<Context<'POST /announcements'>, 'body' | 'actor' | 'now' | 'today'>

/** @throws no-right for report types that are not the post's own, invalid where its last day is over */
export const publish = async (tx: Queryable, { body, actor, now, today }: Asked) => {
  requireReportTypes(actor, body.reportTypes)
  if (body.to < today) throw invalid('/to', 'Hari terakhir sudah lewat. Tulis hari ini atau sesudahnya.')
  const id = await addAnnouncement(tx, body, { by: actor.id, at: now })
  const announcement = announcementView((await readAnnouncement(tx, id))!)
  const data = { announcement: id, ...body }
  return written(announcement, { stream: 'rights', type: 'announcement.changed', data })
}
