import { createHash } from 'node:crypto'
import type { Endpoint } from '@sepakat/contract'
import { claimKey, type Database, keepAnswer, type Queryable, transaction } from '@sepakat/db'
import type { FastifyRequest } from 'fastify'
import { invalid, problem } from './problem.ts'

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

/**
 * The `write` of a request. With an Idempotency-Key on a route that declares one, claim, work and answer are one transaction: after a failure the key is
 * free, after success the first answer is given again, and of two at once the second waits for the first.
 */
export const writerOf = (
  db: Database,
  request: FastifyRequest,
  { once, status }: Pick<Endpoint, 'once' | 'status'>,
  { actor, now }: { actor: string; now: Date },
) => {
  const key = once === 'idempotency-key' ? keyOf(request) : undefined
  const writer = {
    pending: key !== undefined,
    write: async <T>(run: (tx: Queryable) => Promise<T>): Promise<T> => {
      if (key === undefined) return transaction(db, run)
      const digest = digestOf(request)
      const answer = await transaction(db, async tx => {
        const first = await claimKey(tx, { actor, key, request: digest, now })
        if (first !== null) {
          if (first.request !== digest) throw problem('key-reused')
          return first.body as T
        }
        const body = await run(tx)
        await keepAnswer(tx, { actor, key, status, body })
        return body
      })
      writer.pending = false
      return answer
    },
  }
  return writer
}
