import type { Endpoint } from '@sepakat/contract'
import { may } from '@sepakat/rules'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Acting, askerOf } from './auth/acting.ts'
import { createRecognizer } from './auth/createRecognizer.ts'
import { createRateLimiter } from './createRateLimiter.ts'
import type { Deps } from './deps.ts'
import { ProblemError, problem } from './problem.ts'
import { isOfSession, owedFirst } from './sessionRoutes.ts'

const charsets = /;\s*charset\*?\s*=\s*("[^"]*"|[^;,\s]*)/gi

/**
 * Bytes are judged as they came and as UTF-8: what is compressed could be a bomb, and text in another encoding says one thing to us
 * and another to a later reader.
 * @throws wrong-media
 */
const requireReadable = ({ headers }: FastifyRequest): void => {
  const encoding = headers['content-encoding']
  if (encoding !== undefined && encoding !== 'identity') throw problem('wrong-media')
  for (const [, charset = ''] of (headers['content-type'] ?? '').matchAll(charsets))
    if (!/^"?utf-?8"?$/i.test(charset))
      throw problem('wrong-media', {
        detail: 'Tulis isi permintaan dalam UTF-8, dan sebut charset=utf-8 atau tidak sama sekali.',
      })
}

declare module 'fastify' {
  interface FastifyRequest {
    acting: Acting | null
    now: Date
    today: string
  }
}

/** The part of a key that its list shows. */
const prefixOf = (authorization: string | undefined): string | null =>
  /^[Bb]earer spk_([0-9A-Z]{8})_/.exec(authorization ?? '')?.[1] ?? null

/**
 * A page says as whom it acts (`person/post`): tabs of a browser share one session, and what was typed as one person must not go
 * under the name of another who signed in beside. Programs say nothing.
 */
const isMeant = (acting: Acting, { headers }: FastifyRequest): boolean => {
  const meant = headers['sepakat-acting']
  if (meant === undefined || acting.session === null) return true
  return meant === `${acting.person.id}/${acting.id.startsWith('post:') ? acting.id.slice('post:'.length) : ''}`
}

/**
 * Asks, before a byte of the body is read: who is it, not too often, nothing of sign-in overdue, and the route's permission.
 * Whether the thing itself is within reach is asked by the handler, which alone knows it.
 */
export const createGuard = ({ db, credentials, region, config, clock }: Deps) => {
  const recognize = createRecognizer(db, credentials, config.demo)
  const rates = createRateLimiter(config.rates)

  /** A key that is good is never held up by those that are not: these are counted by their address, and noted. */
  const identify = (request: FastifyRequest, now: Date): Promise<Acting | null> =>
    recognize(request, { now, today: request.today }).catch((error: unknown) => {
      if (!(error instanceof ProblemError)) throw error
      rates('sign-in', `key ${request.ip}`, now.getTime())
      const data = { prefix: prefixOf(request.headers.authorization) }
      throw error.recorded({ type: 'key.refused', person: null, by: request.ip, data })
    })

  return ({ need, of, rate }: Endpoint, path: string) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
      const now = clock()
      request.now = now
      requireReadable(request)
      request.today = await region.today(now)
      const count = (asker: string) => {
        const left = rates(rate, asker, now.getTime())
        if (left !== null) reply.header('ratelimit', left)
      }
      if (need === 'public') {
        // Behind the address of an office that somebody floods, devices that are known go on
        return count(credentials.knownDevices.any(request, now) ?? request.ip)
      }
      const acting = await identify(request, now)
      if (acting === null) throw problem('not-signed-in')
      request.acting = acting
      if (!isOfSession(path) && !isMeant(acting, request)) throw problem('acting-elsewhere')
      count(askerOf(acting))
      const owed = owedFirst(acting, config)
      if (owed !== null && !isOfSession(path)) throw problem(owed)
      const target = { today: request.today, ...(of === 'region' && { office: [] }) }
      if (need !== 'signed-in' && !may(acting.access, need, target)) throw problem('no-right')
    }
}
