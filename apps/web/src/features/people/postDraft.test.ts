import { describe, expect, it } from 'vitest'
import { newPost, postBody, postErrors, withRole } from './postDraft.ts'

const named = (errors: Record<string, string | undefined>) => Object.keys(errors).filter(name => errors[name])
const operator = newPost('2026-11-24', { role: 'operator', offices: ['dinkes'] })

describe('a post that is being written', () => {
  it('lacks a role and a place at first', () =>
    expect(named(postErrors(newPost('2026-11-24')))).toEqual(['role', 'offices']))
  it('is valid with role, place and first day', () => expect(named(postErrors(operator))).toEqual([]))
  it.each([
    ['from', { from: null }],
    ['from', { from: '' }],
    ['to', { to: null }],
    ['to', { to: '2026-11-23' }],
    ['reportTypes', { allTypes: false }],
  ])('names %s when it is %o', (field, more) => expect(named(postErrors({ ...operator, ...more }))).toEqual([field]))
  it('covers the region where the role usually does', () => {
    expect(withRole(newPost('2026-11-24'), 'leader').region).toBe(true)
    expect(withRole(newPost('2026-11-24', { region: true }), 'head').region).toBe(false)
  })
  it('of a system administrator covers the whole region', () =>
    expect(withRole({ ...operator, allTypes: false, reportTypes: ['spm'] }, 'admin')).toMatchObject({
      region: true,
      offices: [],
      allTypes: true,
    }))
  it('keeps chosen offices when the role changes', () =>
    expect(withRole(operator, 'verifier')).toMatchObject({ region: false, offices: ['dinkes'] }))
})

describe('a post as it is sent', () => {
  it('has no report types for all of them, and no end for none', () =>
    expect(postBody({ ...operator, reportTypes: ['spm'] })).toMatchObject({ reportTypes: [], to: null, acting: null }))
  it('has no offices for the whole region', () =>
    expect(postBody({ ...operator, region: true })).toMatchObject({ region: true, offices: [] }))
  it('names the substituted person only for an acting post', () => {
    expect(postBody({ ...operator, actingFor: 'Siti' }).actingFor).toBeNull()
    expect(postBody({ ...operator, acting: 'plt', actingFor: ' Siti ' }).actingFor).toBe('Siti')
    expect(postBody({ ...operator, acting: 'plh', actingFor: '' }).actingFor).toBeNull()
  })
})
