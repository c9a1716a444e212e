import { describe, expect, it } from 'vitest'
import { wrongFields } from '#testing/wrongFields.ts'
import { newPost, type PostDraft, postBody, postUnread, withRole } from './postDraft.ts'

const dinkes = '0193a7a0-0000-7000-8000-000000000001'
const named = async (post: PostDraft) =>
  Object.keys(await wrongFields('POST /people/:id/posts', postBody(post), postUnread(post)))
const operator = newPost('2026-11-24', { role: 'operator', offices: [dinkes] })

describe('a post that is being written', () => {
  it('lacks a role and a place at first', async () =>
    expect(await named(newPost('2026-11-24'))).toEqual(['role', 'offices']))
  it('is valid with role, place and first day', async () => expect(await named(operator)).toEqual([]))
  it.each([
    ['from', { from: null }],
    ['from', { from: '' }],
    ['to', { to: null }],
    ['to', { to: '2026-11-23' }],
    ['reportTypes', { allTypes: false }],
  ])('names %s when it is %o', async (field, more) => expect(await named({ ...operator, ...more })).toEqual([field]))
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
    expect(withRole(operator, 'verifier')).toMatchObject({ region: false, offices: [dinkes] }))
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
