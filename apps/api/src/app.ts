import Fastify, { type FastifyInstance } from 'fastify'
import type { Deps } from './http/deps.ts'
import { registerRoutes } from './http/register-routes.ts'
import { checkWhole, collect, type Handlers } from './http/route.ts'

/** Every feature answers its routes of the contract; each engineer's folder is one line here. */
export const features = (): Handlers => {
  const all = collect()
  checkWhole(all)
  return all
}

/** The API over `handlers` (all of them unless a test names a few). It does not listen. */
export const buildApp = async (deps: Deps, handlers: Handlers = features()): Promise<FastifyInstance> => {
  const app = Fastify({ logger: false })
  registerRoutes(app, deps, handlers)
  return app
}
