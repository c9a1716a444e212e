import { api as contract, type Endpoint, problems } from '@sepakat/contract'
import { eventTypes, kinds, roles } from '@sepakat/rules'
import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { openapi } from '#http/openapi/openapi.ts'
import { exactWords } from '#http/openapi/words/exactWords.ts'
import { wordsOfEditions } from '#http/openapi/words/wordsOfEditions.ts'
import { wordsOfReports } from '#http/openapi/words/wordsOfReports.ts'
import { wordsOfShapes } from '#http/openapi/words/wordsOfShapes.ts'
import { wordsOfWork } from '#http/openapi/words/wordsOfWork.ts'
import { fits } from '#testing/fits.ts'

interface Named {
  enum?: string[]
  properties: Record<string, Named>
}
interface Operation {
  operationId: string
  description?: string
  parameters?: { name: string; description?: string }[]
  security?: object[]
  requestBody?: { content: Record<string, { schema: object; example?: unknown }> }
  responses: Record<string, { headers?: Record<string, object>; content?: Record<string, { schema: object }> }>
}
interface Document {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, object>; securitySchemes: object }
}

const document: Document = JSON.parse(JSON.stringify(openapi('https://sepakat.example.go.id')))

const operations = () => Object.values(document.paths).flatMap(path => Object.values(path))
const routes = () =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.keys(item).map(method => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  )

describe('the document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(document as object as Record<string, unknown>)
    expect(result).toEqual({ valid: true })
    expect(document.openapi).toBe('3.1.0')
  })

  it('has every route of the contract and no other', () => {
    expect(routes().sort()).toEqual(Object.keys(contract).sort())
  })

  it('points at nothing that is not there, and keeps nothing unused', () => {
    const text = JSON.stringify(document)
    const pointed = new Set(
      [...text.matchAll(/"#\/components\/(\w+)\/([^"]+)"/g)].map(([, kind, name]) => `${kind}/${name}`),
    )
    const kept = Object.entries(document.components).flatMap(([kind, all]) =>
      Object.keys(all).map(name => `${kind}/${name}`),
    )
    expect([...pointed].filter(name => !kept.includes(name))).toEqual([])
    const alone = kept.filter(name => !pointed.has(name) && !name.startsWith('securitySchemes/'))
    expect(alone).toEqual([])
  })

  it('names each operation once', () => {
    const ids = operations().map(operation => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('answers problems as application/problem+json, and asks for a key or a session unless open', () => {
    for (const { responses } of operations())
      for (const [status, { content }] of Object.entries(responses))
        if (Number(status) >= 400) expect(Object.keys(content ?? {})).toEqual(['application/problem+json'])
    const open = operations().filter(operation => operation.security?.length === 0)
    expect(open.map(operation => operation.operationId).sort()).toEqual([
      'checkPaper',
      'getDataset',
      'getOpenData',
      'getPublicInfo',
      'getPublishedFile',
      'listDatasets',
      'signIn',
      'signInWithCode',
    ])
    expect(Object.keys(document.components.securitySchemes)).toEqual(['key', 'session'])
  })

  it('holds the answers of every form', () => {
    const named = Object.keys(document.components.schemas).filter(name => /^Answers\w/.test(name))
    expect(named).toHaveLength(Object.keys(kinds).length)
  })

  it('describes every property, every parameter and every shape', () => {
    const silent = new Set<string>()
    const visit = (value: unknown, place: string): void => {
      if (typeof value !== 'object' || value === null) return
      if ('properties' in value)
        for (const [name, property] of Object.entries(value.properties as Record<string, object>))
          if (!('$ref' in property) && !('description' in property)) silent.add(`${place}.${name}`)
      for (const [key, inner] of Object.entries(value)) if (!key.startsWith('example')) visit(inner, place)
    }
    for (const [name, schema] of Object.entries(document.components.schemas)) {
      if (!('description' in schema)) silent.add(name)
      visit(schema, name)
    }
    for (const operation of operations()) {
      visit(operation, operation.operationId)
      for (const parameter of operation.parameters ?? [])
        if (!('$ref' in parameter) && !parameter.description) silent.add(`${operation.operationId}?${parameter.name}`)
    }
    expect([...silent]).toEqual([])
  })

  it('keeps no word that nothing needs', () => {
    const text = JSON.stringify(document)
    const words = [exactWords, wordsOfEditions, wordsOfReports, wordsOfShapes, wordsOfWork].flatMap(each =>
      Object.entries(each),
    )
    expect(words.filter(([, said]) => !text.includes(JSON.stringify(said))).map(([name]) => name)).toEqual([])
  })

  it('gives each body an example that the contract takes', () => {
    const taken = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).flatMap(([method, { requestBody }]) =>
        Object.entries(requestBody?.content ?? {})
          .filter(([media]) => media !== 'application/offset+octet-stream')
          .map(([, content]) => ({
            route: `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
            example: content.example as Record<string, unknown> | undefined,
          })),
      ),
    )
    const bodies = Object.values<Endpoint>(contract).filter(({ body }) => body)
    expect(taken).toHaveLength(bodies.length)
    for (const { route, example } of taken) {
      const { body, multipart } = contract[route as 'POST /people'] as Endpoint
      const { file: _, ...fields } = example ?? {}
      expect(body?.safeParse(multipart ? fields : example).error, route).toBeUndefined()
    }
  })

  it('shows of each answer in JSON what was really answered, and it still fits (else: node …/matrix/recordAnswers.ts)', () => {
    for (const [path, item] of Object.entries(document.paths))
      for (const [method, { responses }] of Object.entries(item)) {
        const route = `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`
        const { response, binary, events, status } = contract[route as 'POST /people'] as Endpoint
        if (binary || events || status === 204) continue
        const content = responses[status]?.content?.['application/json'] as { example?: unknown } | undefined
        expect(fits(response, content?.example), route).toBe(true)
      }
  })

  it('names what is known beforehand: problems, findings, events, roles', () => {
    const schemas = document.components.schemas as Record<string, Named>
    expect(schemas.ProblemCode?.enum).toEqual(Object.keys(problems))
    expect(schemas.FindingCode?.enum).toContain('too-large')
    for (const { findings } of Object.values(kinds))
      expect(schemas.FindingCode?.enum).toEqual(expect.arrayContaining(Object.keys(findings)))
    expect(schemas.Event?.properties.type?.enum).toEqual(eventTypes)
    expect(JSON.stringify(document.paths['/session/events']?.get)).toContain(JSON.stringify(eventTypes))
    expect(schemas.Post?.properties.role?.enum).toEqual(roles)
  })

  it('says what a file is, and what JSON among them looks like', () => {
    const mediaOf = (path: string) => Object.keys(document.paths[path]?.get?.responses['200']?.content ?? {})
    expect(mediaOf('/submissions/{id}/revisions/{n}/pdf')).toEqual(['application/pdf'])
    expect(mediaOf('/submissions/{id}/attachments/{attachment}/content')).toContain('image/png')
    const file = document.paths['/offices/{id}/export']?.get?.responses['200']?.content
    expect(Object.keys(file ?? {})).toEqual(['application/json', 'text/csv'])
    expect(file?.['text/csv']?.schema).toEqual({ type: 'string' })
    expect(file?.['application/json']?.schema).toEqual({ $ref: '#/components/schemas/Export' })
  })

  it('tells when to ask again wherever it says to wait, and where what was made is read', () => {
    for (const { responses } of operations())
      for (const [status, { headers, content }] of Object.entries(responses)) {
        // What waits for a second person is answered with what waits: clients must not poll it.
        const isMade = JSON.stringify(content ?? {}).includes('being-made')
        const passes = ['429', '503'].includes(status) || (status === '202' && isMade)
        expect(Object.keys(headers ?? {}).includes('Retry-After')).toBe(passes)
      }
    const made = operations().filter(({ responses }) => responses['201']?.headers?.Location)
    expect(made.map(({ operationId }) => operationId).sort()).toEqual([
      'addOffice',
      'addPerson',
      'beginSubmission',
      'openEdition',
      'startUpload',
    ])
  })

  it('says that issuing a key takes no Idempotency-Key', () =>
    expect(document.paths['/keys']?.post?.description).toContain('Tidak menerima `Idempotency-Key`'))
})
