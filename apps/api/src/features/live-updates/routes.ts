import { findSubmission, reader } from '@sepakat/db'
import { capacityOf } from '@sepakat/rules'
import { eventHeaders } from '#http/live-updates/eventStream.ts'
import { problem } from '#http/problem.ts'
import { type Context, handlers, reply } from '#http/route.ts'
import { mayTo } from '#submissions/asker.ts'
import { hearing, meetsOthers } from './hearing.ts'
import { listen } from './listen.ts'

/** Shows the others who fill in the report where somebody is in it. @throws not-found, no-right for who does not fill it in */
const showPresence = async ({ params: { id }, body, actor, db, deps }: Context<'PUT /submissions/:id/presence'>) => {
  const submission = await findSubmission(reader(db), id)
  const capacity = submission && capacityOf(actor, submission)
  if (!submission || !(capacity || mayTo(actor, 'submission.read', submission))) throw problem('not-found')
  if (!capacity || !meetsOthers(actor)) throw problem('no-right')
  const { id: person, name } = actor.person
  deps.liveUpdates.say(id, { about: 'sign', person, name, at: body.at })
  return null
}

export const liveUpdateHandlers = handlers({
  'GET /submissions/:id/bell': async ({ params: { id }, actor, db, deps, request }) => {
    const first = await hearing(db, id, actor)
    if (first === null) throw problem('not-found')
    const body = listen({ id, actor, first, request, deps })
    return reply(body as never, { headers: eventHeaders })
  },

  'PUT /submissions/:id/presence': showPresence,
})
