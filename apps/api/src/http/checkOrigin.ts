import type { FastifyReply, FastifyRequest } from 'fastify'
import { problem } from './problem.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a change that a page of another origin asks for with the person's cookie. All of `*.<daerah>.go.id` is one site to
 * a browser, so SameSite does not protect from a sibling; this does. A key in Authorization is no ambient right: it passes.
 */
export const checkOrigin =
  (origins: ReadonlySet<string>) =>
  ({ method, headers }: FastifyRequest, _reply: FastifyReply, done: () => void): void => {
    if (!safe.has(method) && headers.authorization === undefined) {
      const { origin, cookie } = headers
      const site = headers['sec-fetch-site']
      const own = origin !== undefined ? origins.has(origin) : site !== undefined ? site === 'same-origin' : !cookie
      if (!own) throw problem('origin-refused')
    }
    done()
  }
