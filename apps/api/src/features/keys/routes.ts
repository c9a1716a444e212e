import { listKeys, reader } from '@sepakat/db'
import { answerOf } from '#duties/secondingView.ts'
import { pageOf, readCursor, writeCursor } from '#http/cursor.ts'
import { handlers } from '#http/route.ts'
import { handOver } from './handOver.ts'
import { issue, newKey } from './issue.ts'
import { revoke } from './revoke.ts'
import { keyView } from './view.ts'

export const keyHandlers = handlers({
  'GET /keys': async ({ query: { limit, cursor }, db, today }) => {
    const after = cursor === undefined ? undefined : readCursor(cursor, 1)[0]
    const rows = await listKeys(reader(db), { limit, after, today })
    return pageOf(rows.map(keyView), limit, last => writeCursor(last.id))
  },
  'POST /keys': async asked => {
    const made = newKey()
    return answerOf(await asked.write(tx => issue(tx, asked, made)), { key: made.key })
  },
  'PATCH /keys/:id': async asked => answerOf(await asked.write(tx => handOver(tx, asked))),
  'DELETE /keys/:id': asked => asked.write(tx => revoke(tx, asked)),
})
