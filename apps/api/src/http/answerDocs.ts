import { problems } from '@sepakat/contract'
import type { FastifyInstance } from 'fastify'
import { docsPage } from './docs/page.ts'
import { openapi } from './openapi/openapi.ts'
import { problem } from './problem.ts'

const kept = { 'cache-control': 'public, no-cache' }

/** The contract as OpenAPI and as a page to read, made when they are first asked for. Problem types lead to their line there. */
export const answerDocs = (app: FastifyInstance, publicUrl: string): void => {
  let made: { json: string; page: string } | null = null
  const make = () => {
    if (made === null) {
      const document = openapi(publicUrl)
      made = { json: JSON.stringify(document), page: docsPage(document) }
    }
    return made
  }
  app.get('/api/openapi.json', async (_request, reply) =>
    reply.headers(kept).type('application/json; charset=utf-8').send(make().json),
  )
  app.get('/api/docs', async (_request, reply) =>
    reply.headers(kept).type('text/html; charset=utf-8').send(make().page),
  )
  app.get<{ Params: { code: string } }>('/problems/:code', async ({ params: { code } }, reply) => {
    if (!Object.hasOwn(problems, code)) throw problem('not-found')
    return reply.redirect(`/api/docs#masalah-${code}`)
  })
}
