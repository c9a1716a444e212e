import type { FastifyInstance } from 'fastify'

/** Tells whether the process is stopping; what it still answers then closes its connection, which would else hold it back. */
export const trackShutdown = (app: FastifyInstance): (() => boolean) => {
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
