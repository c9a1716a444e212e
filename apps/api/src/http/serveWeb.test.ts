import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApi, testApi } from '#testing/testApi.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'sepakat-web-'))
const script = 'export const x = 1\n'.repeat(20)
let api: TestApi
beforeAll(async () => {
  mkdirSync(path.join(folder, 'assets'))
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>SEPAKAT</title>')
  writeFileSync(path.join(folder, 'sw.js'), script)
  writeFileSync(path.join(folder, 'assets/main-1a2b3c.js'), script)
  writeFileSync(path.join(folder, 'assets/main-1a2b3c.js.br'), brotliCompressSync(script))
  api = await testApi({}, { env: { SERVE_WEB: folder } })
})
afterAll(async () => {
  await api.close()
  rmSync(folder, { recursive: true })
})

const get = (url: string, headers: Record<string, string> = {}) => api.app.inject({ url, headers })

describe('the built web', () => {
  it.each([
    '/',
    '/laporan',
    '/laporan/0199f5a0?tab=catatan',
    '/pengelolaan/paket-aturan/2026.1',
    '/pengelolaan/katalog/jenis/formulir/baris.anak',
  ])('is the page at %s', async url => {
    const answer = await get(url, { accept: 'text/html' })
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-cache'])
    expect(answer.body).toContain('<title>SEPAKAT</title>')
  })

  it('runs no script and takes no style but its own', async () => {
    const policy = String((await get('/')).headers['content-security-policy'])
    expect(policy).toContain("script-src 'self';")
    expect(policy).toMatch(/style-src 'self' 'sha256-[\w+/=]+';/)
    expect(policy).not.toContain('unsafe')
    expect(policy).toContain("frame-ancestors 'none'")
  })

  it('keeps for a year what has its hash in its name, compressed beforehand', async () => {
    const answer = await get('/assets/main-1a2b3c.js', { 'accept-encoding': 'br' })
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(answer.headers['content-encoding']).toBe('br')
    // a page is held by its own policy: with each of its files it would only cost time on a slow line
    expect(answer.headers['content-security-policy']).toBeUndefined()
    expect(answer.rawPayload.equals(brotliCompressSync(script))).toBe(true)
    expect((await get('/sw.js')).headers['cache-control']).toBe('no-cache')
    expect((await get('/assets/main-1a2b3c.js')).body).toBe(script)
  })

  it.each([
    '/assets/old-999.js',
    '/favicon.png',
    '/../package.json',
    '/%2e%2e/package.json',
    '/assets/..%2f..%2fpackage.json',
  ])('has no %s', async url => {
    const answer = await get(url)
    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(answer.statusCode).toBeLessThan(500)
  })

  it('is not what an unknown address of the API answers', async () => {
    const answer = await get('/api/v1/nowhere', { accept: 'text/html' })
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'not-found'])
  })
})

describe('an installation without the web', () => {
  it('has no page', async () => {
    const bare = await testApi({})
    const answer = await bare.app.inject('/')
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'not-found'])
    await bare.close()
  })
})
