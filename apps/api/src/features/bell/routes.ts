import { eventHeaders } from '../../http/bells/event-stream.ts'
import { problem } from '../../http/problem.ts'
import { handlers, reply } from '../../http/route.ts'
import { hearing, requireFilling } from './hearing.ts'
import { listen } from './listen.ts'

export const bellHandlers = handlers({
  'GET /submissions/:id/bell': async ({ params: { id }, actor, db, today, deps, request }) => {
    const first = await hearing(db, id, { ...actor, today })
    if (first === null) throw problem('not-found')
    const body = listen({ id, actor, first, request, deps })
    return reply(body as never, { headers: eventHeaders })
  },

  'PUT /submissions/:id/presence': async ({ params: { id }, body, actor, db, today, deps }) => {
    await requireFilling(db, id, { ...actor, today })
    const { id: person, name } = actor.person
    deps.bells.say(id, { about: 'sign', person, name, at: body.at })
    return null
  },
})
