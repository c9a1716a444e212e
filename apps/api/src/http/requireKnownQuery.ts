import type { Endpoint } from '@sepakat/contract'
import { pointerOf } from '@sepakat/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { problem } from './problem.ts'

const longestName = 40

/**
 * Refuses parameters that the route does not have: a filter that is misspelt, or does not exist, would else answer the full list as
 * if it had been heeded.
 */
export const requireKnownQuery = ({ query }: Pick<Endpoint, 'query'>) => {
  const known = Object.keys(query?.shape ?? {})
  const there =
    known.length > 0 ? `Yang ada di alamat ini: ${known.join(', ')}.` : 'Alamat ini tidak mengenal parameter.'
  return ({ query: sent }: Pick<FastifyRequest, 'query'>, _reply: FastifyReply, done: () => void): void => {
    const unknown = Object.keys(sent as object).filter(name => !known.includes(name))
    if (unknown.length === 0) {
      done()
      return
    }
    const errors = unknown.slice(0, 50).map(name => ({
      pointer: pointerOf([name.slice(0, longestName)]),
      code: 'unrecognized_keys',
      message: `Parameter ${name.slice(0, longestName)} tidak dikenal. ${there}`,
    }))
    throw problem('invalid', { detail: errors[0]?.message, errors })
  }
}
