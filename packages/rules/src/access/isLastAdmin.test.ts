import { describe, expect, it } from 'vitest'
import { type AdminPost, isLastAdmin } from './isLastAdmin.ts'

const today = '2026-03-31'
const post = (id: string, more: Partial<AdminPost> = {}): AdminPost => ({
  ...{ id, personId: `of ${id}`, from: '2026-01-01', to: null, isDisabled: false },
  ...more,
})

describe('isLastAdmin', () => {
  it('holds for the only one, by the post and by the person', () => {
    expect(isLastAdmin([post('a')], { post: 'a' }, today)).toBe(true)
    expect(isLastAdmin([post('a')], { person: 'of a' }, today)).toBe(true)
  })

  it.each([
    ['is disabled', { isDisabled: true }],
    ['has a last day', { to: '2099-12-31' }],
    ['begins tomorrow', { from: '2026-04-01' }],
    ['is the same person', { personId: 'of a' }],
  ])('holds where the other %s', (_, more) => {
    expect(isLastAdmin([post('a'), post('b', more)], { person: 'of a' }, today)).toBe(true)
  })

  it('does not hold beside one who stays', () => {
    expect(isLastAdmin([post('a'), post('b', { from: today })], { post: 'a' }, today)).toBe(false)
    expect(isLastAdmin([post('a'), post('b', { personId: 'of a' })], { post: 'a' }, today)).toBe(false)
  })

  it('does not hold for a post that is over, or for who has none', () => {
    expect(isLastAdmin([post('a', { to: '2026-03-30' })], { post: 'a' }, today)).toBe(false)
    expect(isLastAdmin([post('a', { to: today })], { post: 'a' }, today)).toBe(true)
    expect(isLastAdmin([post('a')], { person: 'somebody else' }, today)).toBe(false)
  })
})
