import { listSecondings, reader } from '@sepakat/db'
import { secondingViews } from '#duties/secondingView.ts'
import { pageOf, readCursor, writeCursor } from '#http/cursor.ts'
import { handlers } from '#http/route.ts'
import { approve } from './approve.ts'
import { decline } from './decline.ts'

export const secondingHandlers = handlers({
  'GET /secondings': async ({ query: { waiting, person, limit, cursor }, db, ...asks }) => {
    const tx = reader(db)
    const after = cursor === undefined ? undefined : readCursor(cursor, 1)[0]
    const page = pageOf(await listSecondings(tx, { waiting, person, after, limit }), limit, ({ id }) => writeCursor(id))
    return { ...page, items: await secondingViews(tx, page.items, asks) }
  },
  'POST /secondings/:id/approve': async asked => {
    const view = await asked.write(tx => approve(tx, asked))
    asked.deps.region.forget()
    return view
  },
  'POST /secondings/:id/decline': asked => asked.write(tx => decline(tx, asked)),
})
