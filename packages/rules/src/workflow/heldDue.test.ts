import { describe, expect, it } from 'vitest'
import { extendsOwnDate, heldDue, shownDue } from './heldDue.ts'
import { isLate } from './lateness.ts'

const day = (n: number) => new Date(Date.UTC(2026, 3, n))
const none = { number: 1, dueAt: day(1), returnDueAt: null, firstAt: null }
const answered = { number: 1, dueAt: day(1), returnDueAt: day(20), firstAt: day(-5), submittedAt: day(10) }

describe('the due date that holds', () => {
  it('is that of the report until it was returned', () => {
    const { firstAt: _, ...owed } = none
    for (const status of ['not-begun', 'draft', 'signing'] as const)
      expect(heldDue({ ...owed, status }), status).toEqual(day(1))
    expect(heldDue({ ...owed, status: 'submitted' })).toBeNull()
  })

  it('is that of the answer from the return until the answer is signed', () => {
    for (const status of ['returned', 'signing'] as const) {
      expect(heldDue({ ...answered, status }), status).toEqual(day(20))
      expect(heldDue({ ...answered, status, number: 2 }), status).toEqual(day(20))
      expect(isLate({ ...answered, status }, day(12)), status).toBe(false)
      expect(isLate({ ...answered, status }, day(21)), status).toBe(true)
    }
  })

  it('is its own of what was late, withdrawn and extended, which stays late once it is sent again', () => {
    const withdrawn = { ...none, status: 'draft' as const, firstAt: day(5), submittedAt: null }
    expect(extendsOwnDate(withdrawn)).toBe(true)
    expect(extendsOwnDate({ ...withdrawn, firstAt: day(-5) })).toBe(false)
    expect(extendsOwnDate({ ...withdrawn, firstAt: null })).toBe(false)
    const extended = { ...withdrawn, returnDueAt: day(20) }
    expect(heldDue(extended)).toEqual(day(20))
    expect(extendsOwnDate({ ...extended, dueAt: day(20) })).toBe(true)
    expect(isLate(extended, day(12))).toBe(false)
    expect(isLate({ ...extended, status: 'submitted', submittedAt: day(12) }, day(12))).toBe(true)
    expect(isLate({ ...extended, status: 'approved', returnDueAt: null, submittedAt: day(12) }, day(12))).toBe(true)
  })

  it('is shown also once it was sent, as the date it was sent by', () => {
    expect(shownDue({ ...none, status: 'submitted' })).toEqual(day(1))
    expect(shownDue({ ...answered, status: 'in-review' })).toEqual(day(20))
    expect(shownDue({ ...answered, status: 'signing' })).toEqual(day(20))
    expect(shownDue({ ...none, status: 'draft', number: 2 })).toBeNull()
  })

  it('is none of a Perubahan that was not returned', () => {
    expect(heldDue({ ...none, status: 'draft', number: 2 })).toBeNull()
    expect(isLate({ ...none, status: 'signing', number: 2, submittedAt: null }, day(30))).toBe(false)
  })
})
