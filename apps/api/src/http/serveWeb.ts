import path from 'node:path'
import files from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { problem } from './problem.ts'
import { refuseUnknown } from './refuseUnknown.ts'

const year = 'public, max-age=31536000, immutable'

/** Names with a hash in them never change; everything else is asked for again each time (304 where it is the same). */
const keepingOf = (file: string, root: string): string =>
  path.relative(root, file).startsWith(`assets${path.sep}`) ? year : 'no-cache'

/** Steps, empty parts, backslashes and NUL, encoded too: nothing that the application links to, and what else reads as another place. */
const leadsAway = /^[^?]*?(?:\/|%2f)(?:\.|%2e){1,2}(?:\/|%2f|\?|$)|^[^?]*?(?:\/\/|\\|%5c|%00)/i

/**
 * A page address of the application: no file, not of the API. The browser's router shows it or says that it is not there. Ids of
 * rows and rule sets have dots in them, so that only who asks for a page by name is given one there.
 */
const isPage = (url: string, accept: string | undefined): boolean => {
  if (/^\/(api|assets)\//.test(url) || leadsAway.test(url)) return false
  return accept?.includes('text/html') || (!/\.\w+($|\?)/.test(url) && (accept === undefined || accept.includes('*/*')))
}

/** Serves the built web, compressed beforehand where the build made `.br` or `.gz` beside a file, and answers unknown paths. */
export const serveWeb = (app: FastifyInstance, root: string | null): void => {
  if (root !== null) {
    app.register(files, {
      root,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, file) => void reply.header('cache-control', keepingOf(file, root)),
    })
  }
  app.setNotFoundHandler((request, reply) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    if (root !== null && isRead && isPage(request.url, request.headers.accept)) return reply.sendFile('index.html')
    if (request.url.startsWith('/api/')) return refuseUnknown(request, reply)
    throw problem('not-found')
  })
}
