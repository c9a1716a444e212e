import { api as contract } from '@sepakat/contract'
import { kinds } from '@sepakat/rules'
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApi, testApi } from '../../testing/test-api.ts'

interface Operation {
  operationId: string
  security?: object[]
  requestBody?: { content: Record<string, { schema: object; example?: unknown }> }
  responses: Record<string, { content?: Record<string, { schema: object }> }>
}
interface Document {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, object>; securitySchemes: object }
}

let api: TestApi
let document: Document
beforeAll(async () => {
  api = await testApi({})
  document = (await api.app.inject('/api/openapi.json')).json()
})
afterAll(() => api.close())

const operations = () => Object.values(document.paths).flatMap(path => Object.values(path))
const routes = () =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.keys(item).map(method => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  )

describe('GET /api/openapi.json', () => {
  it('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(JSON.parse(JSON.stringify(document)))
    expect(result).toEqual({ valid: true })
    expect(document.openapi).toBe('3.1.0')
  })

  it('has every route of the contract and no other', () => {
    expect(routes().sort()).toEqual(Object.keys(contract).sort())
  })

  it('points at nothing that is not there, and keeps nothing that nobody points at', () => {
    const text = JSON.stringify(document)
    const pointed = new Set(
      [...text.matchAll(/"#\/components\/(\w+)\/([^"]+)"/g)].map(([, kind, name]) => `${kind}/${name}`),
    )
    const kept = Object.entries(document.components).flatMap(([kind, all]) =>
      Object.keys(all).map(name => `${kind}/${name}`),
    )
    expect([...pointed].filter(name => !kept.includes(name))).toEqual([])
    const alone = kept.filter(name => !pointed.has(name) && !/^(securitySchemes\/|schemas\/Answers\w)/.test(name))
    expect(alone.filter(name => !name.startsWith('examples/'))).toEqual([])
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
    expect(open.map(operation => operation.operationId).sort()).toEqual(['getPublic', 'postSession', 'postSessionCode'])
    expect(Object.keys(document.components.securitySchemes)).toEqual(['key', 'session'])
  })

  it('holds the answers of every form', () => {
    const named = Object.keys(document.components.schemas).filter(name => /^Answers\w/.test(name))
    expect(named).toHaveLength(Object.keys(kinds).length)
  })

  it('gives examples that the contract takes', () => {
    const given = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).flatMap(([method, { requestBody }]) => {
        const example = requestBody?.content['application/json']?.example
        return example === undefined
          ? []
          : [{ route: `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`, example }]
      }),
    )
    expect(given.length).toBeGreaterThan(6)
    for (const { route, example } of given) {
      const { body } = contract[route as 'POST /people']
      expect(body.safeParse(example).success, route).toBe(true)
    }
  })
})

describe('GET /api/docs', () => {
  it('is one page in Indonesian with every route, no script and nothing from elsewhere', async () => {
    const answer = await api.app.inject('/api/docs')
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.body).toContain('<html lang="id">')
    for (const operation of operations()) expect(answer.body).toContain(`id="${operation.operationId}"`)
    expect(answer.body).not.toMatch(/<script|src=|https?:\/\/(?!www\.w3\.org)/)
    const ids = [...answer.body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const links = [...answer.body.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    expect(links.filter(id => !ids.includes(id))).toEqual([])
  })

  it('is where the type of a problem leads', async () => {
    const answer = await api.app.inject('/problems/not-found')
    expect([answer.statusCode, answer.headers.location]).toEqual([302, '/api/docs#masalah-not-found'])
  })
})
