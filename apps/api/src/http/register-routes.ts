import type { FastifyInstance } from 'fastify'
import type { Deps } from './deps.ts'
import type { Handlers } from './route.ts'

/** Mounts the contract's routes under /api/v1. */
export const registerRoutes = (_app: FastifyInstance, _deps: Deps, _handlers: Handlers): void => {}
