import { isReachable } from '@sepakat/db'
import type { FastifyInstance } from 'fastify'
import type { Deps } from './deps.ts'

/** `/healthz`: the process answers. `/readyz`: it has its database and is not stopping, so a proxy may send it work. */
export const answerHealth = (app: FastifyInstance, { db }: Deps, isStopping: () => boolean): void => {
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
