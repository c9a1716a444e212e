import { eventHeaders } from '#http/live-updates/eventStream.ts'
import { problem } from '#http/problem.ts'
import { handlers, reply } from '#http/route.ts'
import { hearing } from './hearing.ts'
import { listen } from './listen.ts'
import { showPresence } from './showPresence.ts'

export const liveUpdateHandlers = handlers({
  'GET /submissions/:id/bell': async ({ params: { id }, actor, db, deps, request }) => {
    const first = await hearing(db, id, actor)
    if (first === null) throw problem('not-found')
    const body = listen({ id, actor, first, request, deps })
    return reply(body as never, { headers: eventHeaders })
  },

  'PUT /submissions/:id/presence': showPresence,
})
