import { describe, expect, it } from 'vitest'
import { heldDue } from './heldDue.ts'
import { isLate } from './lateness.ts'

const day = (n: number) => new Date(Date.UTC(2026, 3, n))
const none = { number: 1, dueAt: day(1), returnDueAt: null, firstAt: null }
const answered = { number: 1, dueAt: day(1), returnDueAt: day(20), firstAt: day(-5), submittedAt: day(10) }

describe('the due date that holds', () => {
  it('is that of the report until it was returned', () => {
    for (const status of ['not-begun', 'draft', 'signing'] as const)
      expect(heldDue({ ...none, status }), status).toEqual(day(1))
    expect(heldDue({ ...none, status: 'signing', firstAt: day(1) })).toEqual(day(1))
    expect(heldDue({ ...none, status: 'submitted', firstAt: day(1) })).toBeNull()
  })

  it('is that of the answer from the return until the answer is signed', () => {
    for (const status of ['returned', 'signing'] as const) {
      expect(heldDue({ ...answered, status }), status).toEqual(day(20))
      expect(heldDue({ ...answered, status, number: 2 }), status).toEqual(day(20))
      expect(isLate({ ...answered, status }, day(12)), status).toBe(false)
      expect(isLate({ ...answered, status }, day(21)), status).toBe(true)
    }
  })

  it('is none of a Perubahan that was not returned', () => {
    expect(heldDue({ ...none, status: 'draft', number: 2 })).toBeNull()
    expect(isLate({ ...none, status: 'signing', number: 2, submittedAt: null }, day(30))).toBe(false)
  })
})
