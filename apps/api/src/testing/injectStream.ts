import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'

/** As `app.inject`, of a route that may go on for ever: where it does, it is left once it has started. */
export const injectStream = async (app: FastifyInstance, options: InjectOptions): Promise<LightMyRequestResponse> => {
  const answer = await app.inject({ ...options, payloadAsStream: true })
  const stream = answer.stream()
  const chunks: Buffer[] = []
  if (String(answer.headers['content-type']).startsWith('text/event-stream')) answer.raw.res.destroy()
  else for await (const chunk of stream) chunks.push(chunk)
  const body = Buffer.concat(chunks).toString()
  return Object.assign(answer, { body, payload: body, json: () => JSON.parse(body) })
}
