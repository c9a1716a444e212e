import type { Endpoint } from '@sepakat/contract'
import type { z } from 'zod'
import { described, wordsFor } from './describe.ts'
import type { Json, Schemas } from './schemas.ts'

/** What the protocol of tus asks in headers. */
const tusWords: Record<string, string> = {
  'Tus-Resumable': 'Versi tus: `1.0.0`',
  'Upload-Length': 'Besar berkas, dalam bita',
  'Upload-Metadata': '`id` lampiran, sebagai base64: `id MDE5OWY1…`',
  'Upload-Offset': 'Dari bita ke berapa potongan ini',
}
const tusHeaders = (method: string) =>
  ['Tus-Resumable', ...(method === 'POST' ? ['Upload-Length', 'Upload-Metadata'] : ['Upload-Offset'])].map(name => ({
    name,
    in: 'header',
    required: true,
    description: tusWords[name],
    schema: { type: 'string' },
  }))

export const parametersOf = (
  { params, query, ifMatch, once, tus }: Endpoint,
  { method, name: operation, schemas }: { method: string; name: string; schemas: Schemas },
) => {
  const each = (object: z.ZodObject | undefined, where: 'path' | 'query') =>
    Object.entries(object?.shape ?? {}).map(([name, schema]) => {
      const { description = wordsFor(where === 'path' ? where : operation, name), ...json } = schemas.request(
        schema as z.ZodType,
      )
      return {
        name,
        in: where,
        required: where === 'path' || !(schema as z.ZodType).safeParse(undefined).success,
        ...(description === undefined ? {} : { description }),
        schema: json,
      }
    })
  return [
    ...each(params, 'path'),
    ...each(query, 'query'),
    ...(ifMatch ? [{ $ref: '#/components/parameters/IfMatch' }] : []),
    ...(once === 'idempotency-key' ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
    ...(tus ? tusHeaders(method) : []),
  ]
}

/** Bytes as the body: OpenAPI 3.1 knows them by their media type alone, and a client takes whatever it calls a file. */
export const fileBytes = { type: 'string', contentMediaType: 'application/octet-stream' }
const filePart = { contentMediaType: 'application/octet-stream' }

export const bodyOf = (
  { body, multipart, tus }: Endpoint,
  { name, schemas, example }: { name: string; schemas: Schemas; example: unknown },
) => {
  if (tus)
    return { requestBody: { required: false, content: { 'application/offset+octet-stream': { schema: fileBytes } } } }
  if (body === undefined) return {}
  const schema = described(schemas.request(body), name)
  const given = example === undefined ? {} : { example }
  if (!multipart) {
    const required = !body.safeParse({}).success
    return { requestBody: { required, content: { 'application/json': { schema, ...given } } } }
  }
  const { properties, required = [] } = schema as { properties: Json; required?: string[] }
  const parts = {
    ...schema,
    properties: { ...properties, file: { description: wordsFor(name, 'file'), ...filePart } },
    required: [...required, 'file'],
  }
  return { requestBody: { required: true, content: { 'multipart/form-data': { schema: parts, ...given } } } }
}
