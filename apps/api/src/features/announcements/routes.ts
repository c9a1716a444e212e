import { listAnnouncements, reader } from '@sepakat/db'
import { handlers } from '#http/route.ts'
import { publish } from './publish.ts'
import { remove } from './remove.ts'
import { announcementView } from './view.ts'

export const announcementHandlers = handlers({
  'GET /announcements': async ({ actor, db, today }) => {
    const manages = actor.region && actor.permissions.has('plan.manage')
    const items = await listAnnouncements(reader(db), today)
    return { items: items.filter(({ from }) => manages || from <= today).map(announcementView) }
  },
  'POST /announcements': asked => asked.write(tx => publish(tx, asked)),
  'DELETE /announcements/:id': asked => asked.write(tx => remove(tx, asked)),
})
