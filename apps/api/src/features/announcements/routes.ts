import {
  type AnnouncementRow,
  addAnnouncement,
  listAnnouncements,
  type Queryable,
  readAnnouncement,
  reader,
  removeAnnouncement,
  written,
} from '@sepakat/db'
import { requireReportTypes } from '#http/auth/acting.ts'
import { invalid, problem } from '#http/problem.ts'
import { type Context, handlers } from '#http/route.ts'

const announcementView = ({ at, ...announcement }: AnnouncementRow) => ({
  ...announcement,
  at: at.toISOString(),
})

/** @throws no-right for report types that are not the post's own, invalid where its last day is over */
const publish = async (tx: Queryable, { body, actor, now, today }: Context<'POST /announcements'>) => {
  requireReportTypes(actor, body.reportTypes)
  if (body.to < today) throw invalid('/to', 'Hari terakhir sudah lewat. Tulis hari ini atau sesudahnya.')
  const id = await addAnnouncement(tx, body, { by: actor.id, at: now })
  const announcement = announcementView((await readAnnouncement(tx, id))!)
  const data = { announcement: id, ...body }
  return written(announcement, { stream: 'rights', type: 'announcement.changed', data })
}

/** @throws not-found; no-right where it concerns report types that are not the post's own */
const remove = async (tx: Queryable, { params: { id }, actor }: Context<'DELETE /announcements/:id'>) => {
  const known = await readAnnouncement(tx, id)
  if (known === null) throw problem('not-found')
  requireReportTypes(actor, known.reportTypes)
  await removeAnnouncement(tx, id)
  const data = { announcement: id, removed: true }
  return written(null, { stream: 'rights', type: 'announcement.changed', data })
}

export const announcementHandlers = handlers({
  'GET /announcements': async ({ actor, db, today }) => {
    const manages = actor.region && actor.permissions.has('plan.manage')
    const items = await listAnnouncements(reader(db), today)
    return { items: items.filter(({ from }) => manages || from <= today).map(announcementView) }
  },
  'POST /announcements': asked => asked.write(tx => publish(tx, asked)),
  'DELETE /announcements/:id': asked => asked.write(tx => remove(tx, asked)),
})
