import { api, type Endpoint } from '@sepakat/contract'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { features } from '#features/features.ts'
import { reaches } from './auth/acting.ts'
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

describe('reaches', () => {
  const officePath = ['unit', 'dinas']
  const actor = { region: false, officeIds: ['dinas'], reportTypes: [] }

  it('takes an office as itself and below', () => {
    expect(reaches(actor, { officePath })).toBe(true)
    expect(reaches(actor, { officePath: ['dinas'] })).toBe(true)
    expect(reaches({ ...actor, officeIds: ['unit'] }, { officePath: ['dinas'] })).toBe(false)
    expect(reaches({ ...actor, officeIds: [] }, { officePath })).toBe(false)
    expect(reaches({ ...actor, officeIds: [], region: true }, { officePath })).toBe(true)
  })

  it('takes no report type as all of them', () => {
    expect(reaches(actor, { officePath, reportType: 'spm' })).toBe(true)
    expect(reaches({ ...actor, reportTypes: ['sakip'] }, { officePath, reportType: 'spm' })).toBe(false)
    expect(reaches({ ...actor, region: true, reportTypes: ['sakip'] }, { officePath, reportType: 'sakip' })).toBe(true)
  })
})
