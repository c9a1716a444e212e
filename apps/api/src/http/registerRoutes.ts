import multipart from '@fastify/multipart'
import { api, type Endpoint } from '@sepakat/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import { mostFileBytes } from '#storage/fileStore.ts'
import { createGuard } from './createGuard.ts'
import { createTurns } from './createTurns.ts'
import type { Deps } from './deps.ts'
import { ifMatchOf, versionTag } from './etag.ts'
import { JsonText } from './JsonText.ts'
import { nextLink } from './nextLink.ts'
import { invalid, problem } from './problem.ts'
import { requireKnownQuery } from './requireKnownQuery.ts'
import { type Handlers, isReply, type Reply, reply } from './route.ts'
import type { shedLoad } from './shedLoad.ts'
import { writerOf } from './writerOf.ts'

const KiB = 1024
const bodyLimits: Record<Endpoint['rate'], number> = {
  read: 64 * KiB,
  open: 1 * KiB,
  'sign-in': 16 * KiB,
  write: 4096 * KiB,
  compute: 4096 * KiB,
  upload: 64 * KiB,
}

/** The handler of a route, whose precise types its table has checked. */
type Run = (context: object) => Promise<unknown>

/** The address of what was made: each `:name` is filled in from the answer, else from the parameters. */
const madeAt = (pattern: string, { params }: FastifyRequest, body: unknown): string =>
  `/api/v1${pattern.replace(/:(\w+)/g, (_, name) => ({ ...(params as object), ...(body as object) })[name as never])}`

const setHeaders = (
  endpoint: Endpoint,
  request: FastifyRequest,
  response: FastifyReply,
  given: Reply<unknown>,
  era: string | null,
): void => {
  const { body, immutable, version, headers, cookies = [] } = given
  const location = given.location ?? (endpoint.location && madeAt(endpoint.location, request, body))
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  // What a person reads must not be in a browser's cache in clear: the web keeps it encrypted, and asks with its ETag
  response.header('cache-control', isRead && immutable ? 'private, max-age=31536000, immutable' : 'no-store')
  if (version !== undefined) response.header('etag', versionTag(version, era))
  if (location !== undefined) response.header('location', location)
  if (headers !== undefined) response.headers(headers)
  for (const { name, value, options } of cookies) response.setCookie(name, value, options)
  const next = nextLink(request, body)
  if (next !== null) response.header('link', next)
}

/** Live updates of a submission tell of every write to it or to what belongs to it, once it is committed. */
const ringFor = (
  { audit }: Endpoint,
  { method, params, routeOptions }: FastifyRequest,
  given: Reply<unknown>,
  deps: Deps,
) => {
  const isWrite = method !== 'GET' && method !== 'HEAD' && audit !== 'stores-nothing'
  if (!isWrite || !routeOptions.url?.startsWith('/api/v1/submissions/:id')) return
  const { id } = params as { id: string }
  if (audit === 'answers.changed') deps.liveUpdates.say(id, { about: 'answers', version: Number(given.version) })
  else deps.liveUpdates.say(id, { about: 'report' })
}

/** What ends or changes somebody's being here. */
const endsAccess = new Set<Endpoint['audit']>([
  'session.ended',
  'session.switched',
  'password.changed',
  'second-factor.set-up',
  'second-factor.reset',
  'person.changed',
])

/** Rare, and of posts and keys whose people the address does not name: everybody is asked for. */
const endsAccessOfOthers = new Set<Endpoint['audit']>([
  'post.ended',
  'key.revoked',
  'key.handed-over',
  'second.approved',
])

/** Ends the open streams of a session, post, key or account that was ended. */
const checkAccess = (
  { audit }: Endpoint,
  { acting, params, routeOptions }: FastifyRequest,
  { liveUpdates }: Deps,
): void => {
  if (endsAccessOfOthers.has(audit)) liveUpdates.checkAccess(null)
  if (!endsAccess.has(audit)) return
  const { id } = params as { id: string }
  const person = routeOptions.url?.startsWith('/api/v1/people/:id') ? id : acting?.person.id
  if (person !== undefined) liveUpdates.checkAccess(person)
}

const answering =
  (endpoint: Endpoint, run: Run, deps: Deps) => async (request: FastifyRequest, response: FastifyReply) => {
    const { acting, now, today, params, query, body } = request
    const writer = writerOf(deps.db, request, endpoint, { actor: acting?.id ?? 'system', now })
    const { write, writeApart } = writer
    const ifMatch = endpoint.ifMatch ? ifMatchOf(request, deps.era) : undefined
    const asked = { params, query, body, actor: acting, now, today, ifMatch, request }
    const context = { ...asked, db: deps.db, write, writeApart, deps }
    const answer = await run(context)
    if (writer.pending)
      throw new Error(`${request.method} ${request.routeOptions.url} must write through the context's write`)
    if (answer instanceof JsonText) {
      setHeaders(endpoint, request, response, reply(null, { headers: { etag: answer.etag } }), deps.era)
      return response.type('application/json; charset=utf-8').send(answer.bytes)
    }
    const given: Reply<unknown> = isReply(answer) ? answer : reply(answer)
    setHeaders(endpoint, request, response, given, deps.era)
    ringFor(endpoint, request, given, deps)
    checkAccess(endpoint, request, deps)
    response.code(given.pending ? 202 : endpoint.status)
    return endpoint.status === 204 ? response.send() : given.body
  }

/**
 * The parts of an upload are read by its handler, so no digest of the request could tell one file from another under the same
 * Idempotency-Key: an upload is known by the id it carries.
 */
const requireUpload = async (request: FastifyRequest): Promise<void> => {
  if (!request.isMultipart()) throw problem('wrong-media')
  if (request.headers['idempotency-key'] !== undefined)
    throw invalid(
      '',
      'Unggahan dikenali dari id lampirannya: kirim ulang dengan id yang sama, tanpa Idempotency-Key.',
      'idempotency-key',
    )
}

type Taken = 'json' | 'multipart' | 'tus'
const takenBy = ({ multipart: parts, tus }: Endpoint): Taken => (parts ? 'multipart' : tus ? 'tus' : 'json')

/** Bytes that a handler takes from the request itself. */
const acceptPieces = (scope: FastifyInstance): void => {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('application/offset+octet-stream', (_request, _body, done) => done(null))
}

/** Mounts the contract's routes that have a handler under /api/v1. */
export const registerRoutes = (
  app: FastifyInstance,
  deps: Deps,
  handlers: Handlers,
  shed: Awaited<ReturnType<typeof shedLoad>>,
): void => {
  const guard = createGuard(deps)
  const turns = createTurns()
  app.decorateRequest('acting', null)
  app.decorateRequest('today', '')
  app.decorateRequest('now')
  const routeOf = ([route, endpoint]: [string, Endpoint], run: Run): RouteOptions => {
    const [method = '', path = ''] = route.split(' ')
    const { params, query, body, response, waits, status, multipart: parts, binary, events, rate } = endpoint
    return {
      method,
      url: `/api/v1${path}`,
      bodyLimit: bodyLimits[rate],
      schema: {
        ...(params && { params }),
        ...(query && { querystring: query }),
        ...(body && !parts && { body }),
        ...(!binary && !events && status !== 204 && { response: { [status]: response, ...(waits && { 202: waits }) } }),
      },
      onRequest: [shed(endpoint), guard(endpoint, path)],
      // judging what was sent is part of the work of which few take turns
      preValidation: [
        requireKnownQuery(endpoint),
        ...(parts ? [requireUpload] : []),
        ...(rate === 'compute' ? [turns.preValidation] : []),
      ],
      ...(rate === 'compute' && { onSend: turns.onSend }),
      handler: answering(endpoint, run, deps),
    }
  }
  const routes = Object.entries<Endpoint>(api).flatMap(entry => {
    const run = handlers[entry[0] as keyof Handlers] as Run | undefined
    return run ? [{ taken: takenBy(entry[1]), route: routeOf(entry, run) }] : []
  })
  const mount = (scope: FastifyInstance, by: Taken) => {
    for (const { taken, route } of routes) if (taken === by) scope.route(route)
  }
  mount(app, 'json')
  app.register(async scope => {
    acceptPieces(scope)
    mount(scope, 'tus')
  })
  app.register(async scope => {
    scope.register(multipart, {
      limits: { fileSize: mostFileBytes, files: 1, fields: 16, fieldSize: 8 * KiB, parts: 18 },
    })
    scope.after(() => mount(scope, 'multipart'))
  })
}
