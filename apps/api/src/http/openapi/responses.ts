import { type Endpoint, type ProblemCode, problems } from '@sepakat/contract'
import { z } from 'zod'
import { described } from './describe.ts'
import { headerAt, problemExampleAt } from './parts.ts'
import { fileBytes } from './requests.ts'
import type { Schemas } from './schemas.ts'

const requestId = { 'X-Request-Id': headerAt('RequestId') }
const limit = { RateLimit: headerAt('RateLimit') }
const wait = { 'Retry-After': headerAt('RetryAfter') }
/** Statuses that pass by themselves. */
const passing = [429, 503]

/** The answers to what goes wrong, one a status. */
export const problemResponses = (codes: ProblemCode[]) =>
  Object.fromEntries(
    [...Map.groupBy(codes, code => problems[code].status)].map(([status, all]) => [
      status,
      {
        description: all.map(code => `\`${code}\`: ${problems[code].title}`).join('\n\n'),
        headers: { ...requestId, ...limit, ...(passing.includes(status) ? wait : {}) },
        content: {
          'application/problem+json': {
            schema: { $ref: '#/components/schemas/Problem' },
            examples: Object.fromEntries(all.map(code => [code, problemExampleAt(code)])),
          },
        },
      },
    ]),
  )

const fileOf = (media: string) => (media.startsWith('text/') ? { type: 'string' } : fileBytes)

interface Around {
  method: string
  name: string
  schemas: Schemas
  example: unknown
}

const contentOf = ({ response, binary, events }: Endpoint, { name, schemas, example }: Around) => {
  const shape = (schema: z.ZodType) => ({ schema: described(schemas.answer(schema), name) })
  if (events) return { 'text/event-stream': shape(response) }
  if (!binary) return { 'application/json': { ...shape(response), ...(example !== undefined && { example }) } }
  return Object.fromEntries(
    Object.entries(binary).map(([media, schema]) => [media, schema ? shape(schema) : { schema: fileOf(media) }]),
  )
}

/** The answers to what goes well, and to who knows it already. */
export const successOf = (endpoint: Endpoint, around: Around) => {
  const { method, name, schemas } = around
  const { response, status, events, pending, waits, location, tus } = endpoint
  const isList = response instanceof z.ZodObject && 'next' in response.shape
  const isRead = method === 'GET' && !events
  const headers = {
    ...requestId,
    ...limit,
    ...(isRead ? { ETag: headerAt('ETag') } : {}),
    ...(isList ? { Link: headerAt('Next') } : {}),
    ...(location ? { Location: headerAt('Location') } : {}),
    ...(tus ? { 'Upload-Offset': headerAt('UploadOffset') } : {}),
  }
  const content = status === 204 ? {} : { content: contentOf(endpoint, around) }
  return {
    [status]: { description: 'Berhasil', headers, ...content },
    ...(pending
      ? {
          202: {
            description: 'Sedang dibuat; tanya lagi',
            headers: { ...requestId, ...limit, ...wait },
            content: { 'application/json': { schema: described(schemas.answer(pending), name) } },
          },
        }
      : {}),
    ...(waits
      ? {
          202: {
            description: 'Menunggu persetujuan kedua; belum berlaku',
            headers: { ...requestId, ...limit },
            content: { 'application/json': { schema: described(schemas.answer(waits), name) } },
          },
        }
      : {}),
    ...(isRead
      ? {
          304: {
            description: 'Tidak berubah sejak ETag yang disebut di If-None-Match',
            headers: { ...requestId, ...limit, ETag: headerAt('ETag') },
          },
        }
      : {}),
  }
}
