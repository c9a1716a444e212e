import { createHash } from 'node:crypto'
import type { Endpoint } from '@sepakat/contract'
import { claimKey, conclude, type Database, keepAnswer, type Transaction, transaction, type Written } from '@sepakat/db'
import type { ActorId, EventType } from '@sepakat/rules'
import type { FastifyRequest } from 'fastify'
import { invalid, problem } from './problem.ts'

type Run = (tx: Transaction) => Promise<Written<unknown>>

/** What the key was first used for: a repetition must ask for the very same. */
const digestOf = ({ method, routeOptions, params, query, body }: FastifyRequest): string =>
  createHash('sha256')
    .update(JSON.stringify([method, routeOptions.url, params, query, body]))
    .digest('hex')

const keyOf = (request: FastifyRequest): string | undefined => {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key))
    throw invalid(
      '',
      'Idempotency-Key terdiri atas 1 sampai 200 huruf, angka, atau tanda tanpa spasi.',
      'idempotency-key',
    )
  return key
}

/** @throws where a type was returned that the route does not declare */
const requireDeclared = (route: string, { audit, also = [] }: Pick<Endpoint, 'audit' | 'also'>, types: EventType[]) => {
  const strange = types.filter(type => type !== audit && !also.includes(type))
  if (strange.length > 0) throw new Error(`${route} does not declare ${strange.join(', ')}`)
}

/**
 * The `write` of a request: work and events are one transaction. With an Idempotency-Key on a route that declares one, so are its
 * claim and the answer: after a failure the key is free, after success the first answer is given again, and of two at once the
 * second waits for the first.
 */
export const writerOf = (
  db: Database,
  request: FastifyRequest,
  endpoint: Pick<Endpoint, 'once' | 'status' | 'audit' | 'also'>,
  { actor, now }: { actor: ActorId; now: Date },
) => {
  const { status } = endpoint
  const key = endpoint.once === 'idempotency-key' ? keyOf(request) : undefined
  const route = `${request.method} ${request.routeOptions.url}`
  const work = async (tx: Transaction, run: Run): Promise<unknown> => {
    const came = await run(tx)
    requireDeclared(
      route,
      endpoint,
      came.events.map(({ type }) => type),
    )
    return conclude(tx, { actor, at: now }, came)
  }
  const once = async (tx: Transaction, run: Run, used: string): Promise<unknown> => {
    const digest = digestOf(request)
    const first = await claimKey(tx, { actor, key: used, request: digest, now })
    if (first === null) {
      const body = await work(tx, run)
      keepAnswer(tx, { actor, key: used, status, body })
      return body
    }
    if (first.request !== digest) throw problem('key-reused')
    return first.body
  }
  let started = false
  const writer = {
    pending: key !== undefined,
    write: async (run: Run): Promise<unknown> => {
      if (started) throw new Error(`${route} writes twice`)
      started = true
      const answer = await transaction(db, tx => (key === undefined ? work(tx, run) : once(tx, run, key)))
      writer.pending = false
      return answer
    },
    writeApart: (run: Run): Promise<unknown> => transaction(db, tx => work(tx, run)),
  }
  return writer
}
