import type { Endpoint } from '@sepakat/contract'
import { may } from '@sepakat/rules'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Acting, askerOf } from './acting.ts'
import type { Deps } from './deps.ts'
import { problem } from './problem.ts'
import { createRates } from './rates.ts'
import { createRecognize } from './recognize.ts'
import { isOfSession } from './session-routes.ts'

declare module 'fastify' {
  interface FastifyRequest {
    acting: Acting | null
    now: Date
    today: string
  }
}

/**
 * A page says as whom it acts (`person/post`): tabs of a browser share one session, and what was typed as one person must not go
 * under the name of whoever signed in beside. Programs say nothing.
 */
const isMeant = (acting: Acting, { headers }: FastifyRequest): boolean => {
  const meant = headers['sepakat-acting']
  if (meant === undefined || acting.session === null) return true
  return meant === `${acting.person.id}/${acting.id.startsWith('post:') ? acting.id.slice('post:'.length) : ''}`
}

/**
 * Asks, before a byte of the body is read: who is it, not too often, password not overdue, and the route's permission.
 * Whether the thing itself is within reach is asked by the handler, which alone knows it.
 */
export const createGuard = ({ db, credentials, region, config, clock }: Deps) => {
  const recognize = createRecognize(db, credentials, config.demo)
  const rates = createRates(config.rates)
  return ({ need, of, rate }: Endpoint, path: string) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
      const now = clock()
      request.now = now
      const encoding = request.headers['content-encoding']
      if (encoding !== undefined && encoding !== 'identity') throw problem('wrong-media')
      request.today = await region.today(now)
      const count = (asker: string) => {
        const left = rates(rate, asker, now.getTime())
        if (left !== null) reply.header('ratelimit', left)
      }
      if (need === 'public') return count(request.ip)
      const acting = await recognize(request, now, request.today)
      if (acting === null) throw problem('not-signed-in')
      if (!isOfSession(path) && !isMeant(acting, request)) throw problem('acting-elsewhere')
      count(askerOf(acting))
      if (acting.session?.mustChangePassword && !isOfSession(path)) throw problem('password-change-required')
      const target = { today: request.today, ...(of === 'region' && { office: [] }) }
      if (need !== 'signed-in' && !may(acting.access, need, target)) throw problem('no-right')
      request.acting = acting
    }
}
