import { keyScopes } from '@sepakat/rules/access/permissions.ts'
import { isBlank } from '@sepakat/rules/text/isBlank.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { api } from './index.ts'
import { problems } from './problems.ts'
import { anchor, changedAddress, periodKey, text } from './wire.ts'

const routes = Object.entries(api) as [string, (typeof api)[keyof typeof api]][]

/** Codes that were given out, with their status: one is added, none is changed or reused. */
const given: Record<string, number> = {
  'bad-json': 400,
  'bad-request': 400,
  'not-signed-in': 401,
  'bad-credentials': 401,
  'second-factor-required': 401,
  'second-factor-wrong': 401,
  'no-right': 403,
  'origin-refused': 403,
  'password-change-required': 403,
  'second-factor-setup-required': 403,
  'not-found': 404,
  'upload-gone': 404,
  'method-not-allowed': 405,
  'acting-elsewhere': 409,
  'wrong-status': 409,
  'needs-unmet': 409,
  exists: 409,
  incomplete: 409,
  'in-use': 409,
  'key-reused': 409,
  'feed-restart': 410,
  stale: 412,
  'too-large': 413,
  'uploads-full': 413,
  'quota-reached': 413,
  'wrong-media': 415,
  invalid: 422,
  'no-obligation': 422,
  'file-refused': 422,
  'hash-differs': 422,
  'precondition-required': 428,
  'too-many': 429,
  internal: 500,
  busy: 503,
}

/** What looks over many reports, and what everybody may ask for without signing in. */
const ofMany = new Set([
  'GET /recap',
  'GET /overview',
  'GET /leader',
  'GET /dashboards',
  'GET /figures/trace',
  'GET /offices/:id/reporting',
  'GET /search',
  'GET /open',
  'GET /open/datasets',
  'GET /open/datasets/:year/:dataset',
  'GET /open/editions/:year/:file',
])

describe('problems', () => {
  it('keep the codes and statuses that were given out', () => {
    expect(Object.fromEntries(Object.entries(problems).map(([code, { status }]) => [code, status]))).toEqual(given)
  })
  it('say what it is and what to do, in whole sentences', () => {
    for (const { title, detail } of Object.values(problems)) {
      expect(title).toMatch(/^[A-Z].*[^.]$/)
      expect(detail).toMatch(/^[A-Z].*\.$/)
    }
  })
})

describe.each(routes)('%s', (route, endpoint) => {
  const [method, path = ''] = route.split(' ')
  it('declares its need, its rate, and what a write leaves in history', () => {
    expect(endpoint.need).toBeTruthy()
    expect(endpoint.rate).toBeTruthy()
    if (method === 'GET') expect(endpoint.audit).toBeNull()
    else {
      expect(endpoint.audit).toBeTruthy()
      expect('once' in endpoint && endpoint.once).toBeTruthy()
    }
  })
  it('can wait if it computes, goes on page by page or looks over many reports, and no other', () => {
    const isPaged = 'query' in endpoint && 'cursor' in endpoint.query.shape
    expect('canWait' in endpoint).toBe(endpoint.rate === 'compute' || isPaged || ofMany.has(route))
  })
  it('parses exactly the parameters of its path', () => {
    const named = [...path.matchAll(/:([a-z]+)/gi)].map(found => found[1] ?? '')
    const parsed = 'params' in endpoint ? Object.keys(endpoint.params.shape) : []
    expect(parsed.sort()).toEqual(named.sort())
  })
  it('takes nothing it does not know', () => {
    if (!('body' in endpoint)) return
    const schema = JSON.stringify(z.toJSONSchema(endpoint.body, { unrepresentable: 'any', io: 'input' }))
    expect(schema).toContain('"additionalProperties":false')
  })
})

it('every scope that a key may be given is asked for by a route', () => {
  const needed = new Set<string>(routes.map(([, { need }]) => need))
  expect(keyScopes.filter(scope => !needed.has(scope))).toEqual([])
})

describe('texts', () => {
  it('are trimmed, bounded, and can be stored and hashed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), written => {
        const read = text(40).safeParse(written)
        const fits = !isBlank(written) && written.trim().length <= 40
        const kept = !written.includes('\u0000') && written.isWellFormed()
        expect(read.success).toBe(fits && kept)
        if (read.success) expect(read.data).toBe(written.trim())
      }),
    )
  })
  it('say something where they must', () => {
    for (const blank of ['', ' \n ', '\u00a0', '\u200b', '\u3164'])
      expect(
        text(40)
          .safeParse(blank)
          .error?.issues.map(({ message }) => message),
      ).toEqual(['Isian ini wajib diisi.'])
    expect(text(40, 0).safeParse(' ').data).toBe('')
  })
})

describe('keys and addresses', () => {
  it.each(['2026', '2026-TW1', '2026-TW4-latihan', '2026-latihan'])('%s is a period', key => {
    expect(periodKey.safeParse(key).success).toBe(true)
  })
  it.each(['26', '2026-TW5', '2026-tw1', '2026-TW1 ', '2026-TW1-uji'])('%s is none', key => {
    expect(periodKey.safeParse(key).success).toBe(false)
  })
  it('an anchor is a pointer or its beginning', () => {
    for (const address of ['', '/a', '/a/b', '/a/b/c']) expect(anchor.safeParse(address).success).toBe(true)
    for (const address of ['a', '/', '/a/', '/a/b/c/d', '/a b']) expect(anchor.safeParse(address).success).toBe(false)
    for (const address of ['', '/a', '/a/b/c/d']) expect(changedAddress.safeParse(address).success).toBe(false)
    for (const address of ['/a/b', '/a/b/c']) expect(changedAddress.safeParse(address).success).toBe(true)
  })
})

describe('a body', () => {
  const bodies = routes.flatMap(([route, endpoint]) => ('body' in endpoint ? [[route, endpoint.body] as const] : []))
  it.each(bodies)('of %s is judged without a throw, whatever it is', (_, body) => {
    const inside = fc.oneof(fc.constantFrom([], {}, null, '', [[]]), fc.jsonValue({ maxDepth: 2 }))
    const fields = body instanceof z.ZodObject ? Object.keys(body.shape) : []
    const known = fields.length > 0 ? fc.dictionary(fc.constantFrom(...fields), inside) : inside
    fc.assert(
      fc.property(fc.oneof(inside, known), sent => {
        expect(() => body.safeParse(sent)).not.toThrow()
      }),
    )
  })
})
