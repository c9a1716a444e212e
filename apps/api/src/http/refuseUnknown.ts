import { api } from '@sepakat/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { problem } from './problem.ts'

const paths = Map.groupBy(
  Object.keys(api).map(route => route.split(' ') as [string, string]),
  ([, path]) => path,
)
const known = [...paths].map(([path, routes]) => {
  const methods = routes.map(([method]) => method)
  return {
    pattern: new RegExp(`^/api/v1${path.replace(/:\w+/g, '[^/]+')}/?$`),
    methods: methods.includes('GET') ? [...methods, 'HEAD'] : methods,
  }
})

/** Methods that the contract has for this path, none where it has no such path. */
const methodsOf = (url: string): string[] => {
  const path = url.split('?', 1)[0] ?? ''
  return known.find(({ pattern }) => pattern.test(path))?.methods ?? []
}

/** 405 with what is allowed where the path is known, else 404. */
export const refuseUnknown = (request: FastifyRequest, reply: FastifyReply): never => {
  const methods = methodsOf(request.url)
  if (methods.length === 0) throw problem('not-found')
  reply.header('allow', methods.join(', '))
  throw problem('method-not-allowed')
}
