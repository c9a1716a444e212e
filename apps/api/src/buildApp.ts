import type { IncomingMessage } from 'node:http'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import { isReachable } from '@sepakat/db'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { acceptJsonOnly } from '#http/acceptJsonOnly.ts'
import { answerDocs } from '#http/answerDocs.ts'
import { checkOrigin } from '#http/checkOrigin.ts'
import { depsOn, type Ground } from '#http/deps.ts'
import { answerBrokenRequest, answerErrors, answerRouterErrors } from '#http/errors.ts'
import { answerUnchanged } from '#http/etag.ts'
import { createLog, logRequests } from '#http/log.ts'
import { registerRoutes } from '#http/registerRoutes.ts'
import { requestId } from '#http/requestId.ts'
import type { Handlers } from '#http/route.ts'
import { securityHeaders } from '#http/securityHeaders.ts'
import { serveWeb } from '#http/serveWeb.ts'
import { shedLoad } from '#http/shedLoad.ts'
import { serializerCompiler, validatorCompiler } from '#http/validate.ts'
import { features } from './features/features.ts'
import type { Deps } from './http/deps.ts'

/** Stable addresses of open data, which outlive versions of the API: `/open/v1/…` is answered as `/api/v1/open/…`. */
const openAddress = ({ url = '/' }: IncomingMessage): string => url.replace(/^\/open\/v1(?=[/?]|$)/, '/api/v1/open')

/** Tells whether the process is stopping; what it still answers then closes its connection, which would else hold it back. */
const trackShutdown = (app: FastifyInstance): (() => boolean) => {
  let stopping = false
  app.addHook('preClose', async () => {
    stopping = true
  })
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (stopping) reply.header('connection', 'close')
    done(null, payload)
  })
  return () => stopping
}

/** `/healthz`: the process answers. `/readyz`: it has its database and is not stopping, so a proxy may send it work. */
const answerHealth = (app: FastifyInstance, { db }: Deps, isStopping: () => boolean): void => {
  const plain = { 'cache-control': 'no-store' }
  app.get('/healthz', async (_request, reply) => reply.headers(plain).send({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    const database = await isReachable(db)
    const stopping = isStopping()
    const ready = database && !stopping
    return reply
      .code(ready ? 200 : 503)
      .headers(plain)
      .send({ status: ready ? 'ok' : 'unavailable', database, stopping })
  })
}

/** The API over `handlers` (all features unless a test names a few), the web and its health. It does not listen. */
export const buildApp = async (
  ground: Ground,
  handlers: Handlers = features(),
  log: FastifyBaseLogger = createLog(ground.config.logLevel),
): Promise<FastifyInstance> => {
  const deps = await depsOn(ground)
  const { config, region, liveUpdates } = deps
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestId,
    requestIdHeader: false,
    rewriteUrl: openAddress,
    trustProxy: config.trustProxy.length > 0 ? config.trustProxy : false,
    requestTimeout: 120_000,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: answerRouterErrors(region),
    clientErrorHandler: answerBrokenRequest,
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  acceptJsonOnly(app)
  answerErrors(app, deps)
  logRequests(app)

  const addHeaders = securityHeaders({ secure: config.publicUrl.startsWith('https:') })
  app.addHook('onRequest', (request, reply, done) => {
    addHeaders(request.url, request.id, reply)
    done()
  })
  app.addHook('onRequest', checkOrigin(config.origins))
  const isStopping = trackShutdown(app)
  app.addHook('onListen', async () => liveUpdates.open())
  app.addHook('preClose', () => liveUpdates.close())
  app.addHook('onSend', answerUnchanged)
  await app.register(cookie, { secret: config.secret })
  await app.register(compress, {
    threshold: 1024,
    encodings: ['br', 'gzip'],
    globalDecompression: false,
    brotliOptions: { params: { 1: 4 } },
  })

  registerRoutes(app, deps, handlers, await shedLoad(app, deps.db))
  answerHealth(app, deps, isStopping)
  answerDocs(app, config.publicUrl)
  serveWeb(app, config.web)
  await app.ready()
  return app
}
