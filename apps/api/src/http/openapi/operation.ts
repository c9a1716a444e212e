import { type Endpoint, type ProblemCode, problems } from '@sepakat/contract'
import { z } from 'zod'
import { isOfSession } from '../session-routes.ts'
import type { Json, Schemas } from './schemas.ts'
import { tagOf } from './tags.ts'

const problemMedia = 'application/problem+json'

/** `GET /submissions/:id/answers` → getSubmissionsIdAnswers */
export const operationIdOf = (method: string, path: string): string =>
  method.toLowerCase() +
  path
    .split(/[/:-]+/)
    .map(part => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')

/** What a route can answer besides what it names itself: it follows from what the route is. */
const allProblems = (endpoint: Endpoint, method: string, path: string): ProblemCode[] => {
  const isWrite = method !== 'GET'
  const { need, body, params, query, ifMatch, once } = endpoint
  return [
    ...new Set<ProblemCode>([
      ...(need === 'public' ? [] : (['not-signed-in'] as const)),
      ...(need === 'public' || isOfSession(path) ? [] : (['password-change-required', 'acting-elsewhere'] as const)),
      ...(need === 'public' || need === 'signed-in' ? [] : (['no-right'] as const)),
      ...(isWrite ? (['origin-refused'] as const) : []),
      ...(params ? (['not-found'] as const) : []),
      ...(body ? (['bad-json', 'wrong-media', 'too-large', 'invalid'] as const) : []),
      ...(query ? (['invalid'] as const) : []),
      ...(ifMatch ? (['stale'] as const) : []),
      ...(once === 'idempotency-key' ? (['key-reused'] as const) : []),
      ...endpoint.problems,
      'too-many',
      'internal',
      'busy',
    ]),
  ]
}

/** Each problem once, as it is answered. */
export const problemExamples = () =>
  Object.fromEntries(
    Object.entries(problems).map(([code, { status, title, detail }]) => [
      code,
      { summary: title, value: { type: `/problems/${code}`, title, status, code, detail, instance: 'K7QM2-X9D4T' } },
    ]),
  )

const exampleAt = (code: ProblemCode) => ({ $ref: `#/components/examples/${code}` })

const problemResponses = (codes: ProblemCode[], schema: Json) =>
  Object.fromEntries(
    [...Map.groupBy(codes, code => problems[code].status)].map(([status, all]) => [
      status,
      {
        description: all.map(code => `\`${code}\`: ${problems[code].title}`).join('\n\n'),
        headers: { 'X-Request-Id': { $ref: '#/components/headers/RequestId' } },
        content: {
          [problemMedia]: { schema, examples: Object.fromEntries(all.map(code => [code, exampleAt(code)])) },
        },
      },
    ]),
  )

/** What the protocol of tus asks in headers. */
const tusHeaders = (method: string) =>
  ['Tus-Resumable', ...(method === 'POST' ? ['Upload-Length', 'Upload-Metadata'] : ['Upload-Offset'])].map(name => ({
    name,
    in: 'header',
    required: true,
    schema: { type: 'string' },
  }))

const parametersOf = (
  { params, query, ifMatch, once, tus }: Endpoint,
  { method, schemas }: { method: string; schemas: Schemas },
) => {
  const each = (object: z.ZodObject | undefined, where: 'path' | 'query') =>
    Object.entries(object?.shape ?? {}).map(([name, schema]) => ({
      name,
      in: where,
      required: where === 'path' || !(schema as z.ZodType).safeParse(undefined).success,
      schema: schemas.request(schema as z.ZodType),
    }))
  return [
    ...each(params, 'path'),
    ...each(query, 'query'),
    ...(ifMatch ? [{ $ref: '#/components/parameters/IfMatch' }] : []),
    ...(once === 'idempotency-key' ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
    ...(tus ? tusHeaders(method) : []),
  ]
}

const fileBytes = { type: 'string', contentMediaType: 'application/octet-stream' }

const bodyOf = ({ body, multipart, tus }: Endpoint, schemas: Schemas, example: unknown) => {
  if (tus)
    return { requestBody: { required: false, content: { 'application/offset+octet-stream': { schema: fileBytes } } } }
  if (body === undefined) return {}
  const required = !body.safeParse({}).success
  if (!multipart) {
    const content = { schema: schemas.request(body), ...(example === undefined ? {} : { example }) }
    return { requestBody: { required, content: { 'application/json': content } } }
  }
  const fields = schemas.request(body) as { properties?: Json; required?: string[] }
  const file = { ...fileBytes, description: 'Isi berkas' }
  const schema = {
    ...fields,
    properties: { ...fields.properties, file },
    required: [...(fields.required ?? []), 'file'],
  }
  return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } }
}

const successOf = ({ response, status, binary, events, pending }: Endpoint, method: string, schemas: Schemas) => {
  const isList = response instanceof z.ZodObject && 'next' in response.shape
  const isRead = method === 'GET' && !events
  const headers = {
    'X-Request-Id': { $ref: '#/components/headers/RequestId' },
    ...(isRead ? { ETag: { $ref: '#/components/headers/ETag' } } : {}),
    ...(isList ? { Link: { $ref: '#/components/headers/Next' } } : {}),
  }
  const content = binary
    ? { 'application/octet-stream': { schema: fileBytes } }
    : { [events ? 'text/event-stream' : 'application/json']: { schema: schemas.answer(response) } }
  return {
    [status]: { description: 'Berhasil', headers, ...(status === 204 ? {} : { content }) },
    ...(pending ? { 202: { description: 'Sedang dibuat; tanya lagi sesudah detik yang disebut di Retry-After' } } : {}),
    ...(isRead ? { 304: { description: 'Tidak berubah sejak ETag yang disebut di If-None-Match' } } : {}),
  }
}

/** One operation of the document, out of the route's own declaration. */
export const operationOf = (method: string, path: string, endpoint: Endpoint, schemas: Schemas, example: unknown) => {
  const { summary, need, audit, rate } = endpoint
  const parameters = parametersOf(endpoint, { method, schemas })
  return {
    operationId: operationIdOf(method, path),
    summary,
    description: need.includes('.')
      ? `Wewenang: \`${need}\``
      : need === 'public'
        ? 'Terbuka untuk siapa saja'
        : 'Untuk siapa saja yang masuk',
    tags: [tagOf(path)],
    ...(need === 'public' ? { security: [] } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...bodyOf(endpoint, schemas, example),
    responses: {
      ...successOf(endpoint, method, schemas),
      ...problemResponses(allProblems(endpoint, method, path), { $ref: '#/components/schemas/Problem' }),
    },
    'x-need': need,
    'x-audit': audit,
    'x-rate': rate,
  }
}
