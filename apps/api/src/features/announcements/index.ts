import {
  type AnnouncementRow,
  addAnnouncement,
  appendEvent,
  listAnnouncements,
  readAnnouncement,
  reader,
  removeAnnouncement,
} from '@sepakat/db'
import { requireReportTypes } from '../../http/acting.ts'
import { invalid, problem } from '../../http/problem.ts'
import { handlers } from '../../http/route.ts'

const shown = ({ at, ...announcement }: AnnouncementRow) => ({ ...announcement, at: at.toISOString() })

export const announcementHandlers = handlers({
  'GET /announcements': async ({ actor, db, today }) => {
    const manages = actor.region && actor.permissions.has('plan.manage')
    const items = await listAnnouncements(reader(db), today)
    return { items: items.filter(({ from }) => manages || from <= today).map(shown) }
  },

  'POST /announcements': ({ body, actor, write, now, today }) =>
    write(async tx => {
      requireReportTypes(actor, body.reportTypes)
      if (body.to < today) throw invalid('/to', 'Hari terakhir sudah lewat. Tulis hari ini atau sesudahnya.')
      const id = await addAnnouncement(tx, body, { by: actor.id, at: now })
      const data = { announcement: id, ...body }
      await appendEvent(tx, { stream: 'rights', type: 'announcement.changed', actor: actor.id, at: now, data })
      return shown((await readAnnouncement(tx, id))!)
    }),

  'DELETE /announcements/:id': ({ params: { id }, actor, write, now }) =>
    write(async tx => {
      const known = await readAnnouncement(tx, id)
      if (known === null) throw problem('not-found')
      requireReportTypes(actor, known.reportTypes)
      await removeAnnouncement(tx, id)
      const data = { announcement: id, removed: true }
      await appendEvent(tx, { stream: 'rights', type: 'announcement.changed', actor: actor.id, at: now, data })
      return null
    }),
})
