import type { Socket } from 'node:net'
import { problems } from '@sepakat/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { asProblem } from './asProblem.ts'
import type { Deps } from './deps.ts'
import { noteRefusal } from './noteRefusal.ts'
import { ProblemError, problem, problemBody } from './problem.ts'
import type { RegionSettings } from './region.ts'
import { requestId } from './requestId.ts'

const media = 'application/problem+json'

/** Seconds after which to come again where nothing else was said. */
const busyFor = 2

/** Whom to ask. What is refused for want of room asks the database for nothing. */
const contactOf = async (region: RegionSettings, { code }: ProblemError) =>
  (code === 'busy' ? region.known() : await region.get().catch(() => undefined))?.contact

/** Answers a problem. People are told whom to ask; a program that sent a key is not. */
const send = async (region: RegionSettings, error: ProblemError, request: FastifyRequest, reply: FastifyReply) => {
  const contact = request.headers.authorization === undefined ? await contactOf(region, error) : undefined
  const body = problemBody(error, request.id, contact)
  if (error.code === 'busy') body.retryAfter ??= busyFor
  if (body.retryAfter !== undefined) reply.header('retry-after', body.retryAfter)
  return reply
    .code(body.status)
    .headers({ 'content-type': `${media}; charset=utf-8`, 'cache-control': 'no-store' })
    .serializer(JSON.stringify)
    .send(body)
}

/** One place that turns whatever is thrown into an answer; only an unexpected error is written to the log with its stack. */
export const answerErrors = (app: FastifyInstance, deps: Pick<Deps, 'region' | 'refusals' | 'clock'>): void => {
  app.setErrorHandler(async (thrown, request, reply) => {
    const error = asProblem(thrown)
    const isGone = request.raw.aborted || request.socket.destroyed
    // Who hangs up before the answer is noted all the same; a database that is away must not turn a refusal into another answer
    if (!isGone || error.refusal !== null)
      await noteRefusal(deps, error, request).catch((err: unknown) => request.log.error({ err }, 'refusal not noted'))
    if (isGone) return reply.hijack()
    if (error.code === 'internal' || (error.code === 'busy' && !(thrown instanceof ProblemError)))
      request.log.error({ err: thrown }, error.code)
    return send(deps.region, error, request, reply)
  })
}

/** Errors of the router, before any route is known. */
export const answerRouterErrors =
  (region: RegionSettings) =>
  (thrown: Error, request: FastifyRequest, reply: FastifyReply): void => {
    void send(region, asProblem(thrown), request, reply)
  }

/** What cannot even be read as HTTP is answered on the bare socket. */
export const answerBrokenRequest = (error: Error & { code?: string }, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return void socket.destroy()
  const code = error.code === 'HPE_HEADER_OVERFLOW' ? 'too-large' : 'bad-request'
  const body = JSON.stringify(problemBody(problem(code), requestId(), undefined))
  socket.end(
    `HTTP/1.1 ${problems[code].status} ${code}\r\ncontent-type: ${media}\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  )
}
