import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApi, testApi } from '#testing/testApi.ts'
import { openapi } from './openapi.ts'
import { operationIds } from './operationIds.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi({})
})
afterAll(() => api.close())

describe('GET /api/openapi.json', () => {
  it('is the document, with the address of this installation', async () => {
    const answer = await api.app.inject('/api/openapi.json')
    expect(answer.json()).toEqual(JSON.parse(JSON.stringify(openapi(api.config.publicUrl))))
    expect(answer.json().servers[0].url).toBe(`${api.config.publicUrl}/api/v1`)
  })
})

describe('GET /api/docs', () => {
  it('is one page in Indonesian with every route, no script and nothing from elsewhere', async () => {
    const answer = await api.app.inject('/api/docs')
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.body).toContain('<html lang="id">')
    for (const name of Object.values(operationIds)) expect(answer.body).toContain(`id="${name}"`)
    expect(answer.body).toContain('<i>// Hari terakhir berlakunya</i>')
    expect(answer.body).not.toMatch(/<script|src=|@import|(href=|url\()["']?https?:/)
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
