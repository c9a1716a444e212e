import { describe, expect, it } from 'vitest'
import { isReviewing } from '#submissions/reportAction.ts'
import type { Submission } from '#sync/apiTypes.ts'
import { isMine, tried } from './reviewing.ts'

const by = { actor: 'post:p1', name: 'Budi', title: 'Verifikator' }
const need = (code: string, message = code) => ({ code, message })
const submission = (moves: Submission['moves'], claimedBy: Submission['claimedBy'] = null) =>
  ({ moves, claimedBy }) as Submission

describe('tried', () => {
  it('is null for a user to whom the move is not offered', () => expect(tried(submission([]), 'approve')).toBeNull())
  it('is possible where nothing is missing', () =>
    expect(tried(submission([{ move: 'claim', needs: [] }]), 'claim')).toEqual({ whyNot: null }))
  it('names everything missing', () =>
    expect(tried(submission([{ move: 'approve', needs: [need('a', 'Satu.'), need('b', 'Dua.')] }]), 'approve')).toEqual(
      {
        whyNot: 'Satu. Dua.',
      },
    ))
  it('names who has claimed it instead of asking to claim it', () =>
    expect(tried(submission([{ move: 'approve', needs: [need('own-claim')] }], by), 'approve')).toEqual({
      whyNot: 'Budi sedang memeriksanya.',
    }))
})

describe('isReviewing', () => {
  it('is true while the report is claimed, whatever else a return needs', () =>
    expect(isReviewing(submission([{ move: 'return', needs: [need('open-note')] }], by))).toBe(true))
  it.each(['own-claim', 'clean-hands'])('is not so with %s lacking', code =>
    expect(isReviewing(submission([{ move: 'return', needs: [need(code)] }]))).toBe(false),
  )
  it('is false for a user who may not return it', () => expect(isReviewing(submission([]))).toBe(false))
})

describe('isMine', () => {
  it('is true for any post of the person', () => {
    expect(isMine(submission([], by), [{ id: 'p2' }, { id: 'p1' }])).toBe(true)
    expect(isMine(submission([], by), [{ id: 'p2' }])).toBe(false)
    expect(isMine(submission([]), [{ id: 'p1' }])).toBe(false)
  })
})
