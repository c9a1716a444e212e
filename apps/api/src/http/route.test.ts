import { api, type Endpoint } from '@sepakat/contract'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { features } from '#features/features.ts'
import { collect, flaws, handlers } from './route.ts'

const endpoint = (more: Partial<Record<keyof Endpoint, unknown>> = {}) =>
  ({
    summary: 'x',
    need: 'public',
    audit: null,
    rate: 'read',
    status: 200,
    response: z.null(),
    problems: [],
    ...more,
  }) as Endpoint

describe('the boot', () => {
  it('finds the API whole', () => {
    expect(flaws(api, features())).toEqual([])
  })

  it('stops at a route without a handler, and at a handler without a route', () => {
    expect(flaws({ 'GET /a': endpoint() }, {})).toEqual(['GET /a has no handler'])
    expect(flaws({}, { 'GET /a': () => null })).toEqual(['GET /a is not in the contract'])
  })

  it('stops at a route that asks for no permission, and at a writing one that leaves nothing in history', () => {
    const table = { 'GET /a': endpoint({ need: undefined }), 'POST /b': endpoint() }
    expect(flaws(table, { 'GET /a': 1, 'POST /b': 1 })).toEqual([
      'GET /a declares no need',
      'POST /b writes and declares no audit event',
    ])
  })

  it('stops at two handlers for one route', () => {
    const one = handlers({ 'GET /offices': async () => ({ items: [] }) })
    expect(() => collect(one, one)).toThrow('GET /offices')
  })
})
