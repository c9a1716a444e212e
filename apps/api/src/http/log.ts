import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { type DestinationStream, pino } from 'pino'

/** Where it happened, without the message: messages of a database or of a validator quote what people wrote. */
const framesOf = (error: Error): string[] =>
  (error.stack ?? '')
    .split('\n')
    .filter(line => line.startsWith('    at '))
    .slice(0, 12)
    .map(line => line.trim())

const isQuoting = (error: Error): boolean =>
  'severity' in error || 'meta' in error || 'clientVersion' in error || error.cause !== undefined

const fieldOf = (error: Error, field: string): unknown => (error as Error & Record<string, unknown>)[field]

/** An error as the log keeps it: kind, code, place, and its message where that cannot quote anybody's data. */
export const describeError = (thrown: unknown): Record<string, unknown> =>
  thrown instanceof Error
    ? {
        type: thrown.name,
        code: fieldOf(thrown, 'code'),
        constraint: fieldOf(thrown, 'constraint'),
        message: isQuoting(thrown) ? undefined : thrown.message,
        at: framesOf(thrown),
      }
    : { type: typeof thrown }

/** No header, address, query or body is ever logged; an act is known by its request id and its post. */
export const createLog = (level: string, to?: DestinationStream): FastifyBaseLogger => {
  const nothing = () => undefined
  return pino({ level, base: null, serializers: { err: describeError, req: nothing, res: nothing } }, to)
}

/** One line per request: writes always, reads when the level asks for them. */
export const logRequests = (app: FastifyInstance): void => {
  app.addHook('onResponse', (request, reply, done) => {
    const line = {
      method: request.method,
      route: request.routeOptions.url,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      actor: request.acting?.id,
    }
    if (request.method === 'GET' || request.method === 'HEAD') request.log.debug(line, 'read')
    else request.log.info(line, 'write')
    done()
  })
}
