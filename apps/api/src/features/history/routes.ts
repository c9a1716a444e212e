import { findSubmission, listEvents, reader, submissionStream } from '@sepakat/db'
import { pageOf } from '#http/cursor.ts'
import { invalid } from '#http/problem.ts'
import { handlers } from '#http/route.ts'
import { requireMay } from '#submissions/asker.ts'
import { eventViews } from './view.ts'

const before = (cursor: string | undefined): number | null => {
  if (cursor === undefined) return null
  if (!/^\d{1,9}$/.test(cursor)) throw invalid('/cursor', 'Penanda halaman ini tidak dikenal. Mulai lagi dari awal.')
  return Number(cursor)
}

export const historyHandlers = handlers({
  'GET /submissions/:id/events': async ({ params, query, actor, db }) => {
    const tx = reader(db)
    const { id } = requireMay(actor, 'submission.read', await findSubmission(tx, params.id))
    const events = await listEvents(tx, submissionStream(id), before(query.cursor), query.limit)
    const { items, next } = pageOf(events, query.limit, ({ seq }) => String(seq))
    return { items: await eventViews(tx, items), next }
  },
})
