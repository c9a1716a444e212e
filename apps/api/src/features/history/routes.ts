import { actorNames, findSubmission, listEvents, mayTo, reader, submissionStream } from '@sepakat/db'
import type { ActorId } from '@sepakat/rules'
import { pageOf } from '../../http/cursor.ts'
import { invalid, problem } from '../../http/problem.ts'
import { handlers } from '../../http/route.ts'

const before = (cursor: string | undefined): number | null => {
  if (cursor === undefined) return null
  if (!/^\d{1,9}$/.test(cursor)) throw invalid('/cursor', 'Penanda halaman ini tidak dikenal. Mulai lagi dari awal.')
  return Number(cursor)
}

export const historyHandlers = handlers({
  'GET /submissions/:id/events': async ({ params, query, actor, db, today }) => {
    const tx = reader(db)
    const submission = await findSubmission(tx, params.id)
    if (!submission || !mayTo({ ...actor, today }, 'submission.read', submission)) throw problem('not-found')
    const events = await listEvents(tx, submissionStream(submission.id), before(query.cursor), query.limit)
    const { items, next } = pageOf(events, query.limit, ({ seq }) => String(seq))
    const nameOf = await actorNames(
      tx,
      items.map(event => event.actor as ActorId),
    )
    return {
      items: items.map(({ actor: by, at, ...event }) => ({
        ...event,
        at: at.toISOString(),
        by: nameOf(by as ActorId),
      })),
      next,
    }
  },
})
