import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLate } from './lateness.ts'
import { type DueReport, moveDue } from './moveDue.ts'
import { isWithOffice, statuses } from './statuses.ts'

const day = (n: number): Date => new Date(Date.UTC(2026, 3, n))
const report = (over: Partial<DueReport> = {}): DueReport => ({
  status: 'draft',
  number: 1,
  dueAt: day(20),
  returnDueAt: null,
  submittedAt: null,
  firstAt: null,
  ...over,
})
const submitted = (on: number, over: Partial<DueReport> = {}): DueReport =>
  report({ status: 'submitted', submittedAt: day(on), firstAt: day(on), ...over })

describe('a deadline that moves', () => {
  it('into the past makes what was not submitted late', () => {
    for (const status of ['not-begun', 'draft', 'signing'] as const)
      expect(moveDue(report({ status }), day(10), false, day(15))).toEqual({ moves: true, becomes: 'late' })
  })
  it('does not judge submitted ones again, unless it applies to those too', () => {
    expect(moveDue(submitted(12), day(10), false, day(15))).toEqual({ moves: false, becomes: null })
    expect(moveDue(submitted(12), day(10), true, day(15))).toEqual({ moves: true, becomes: 'late' })
    expect(moveDue(submitted(22), day(25), false, day(23))).toEqual({ moves: false, becomes: null })
    expect(moveDue(submitted(22), day(25), true, day(23))).toEqual({ moves: true, becomes: 'on-time' })
  })
  it('applies to one withdrawn after it was submitted in time', () => {
    const withdrawn = submitted(12, { status: 'draft' })
    expect(moveDue(withdrawn, day(25), false, day(22))).toEqual({ moves: true, becomes: 'on-time' })
    expect(moveDue(withdrawn, day(10), false, day(15))).toEqual({ moves: false, becomes: null })
  })
  it('moves nothing where it stays', () =>
    expect(moveDue(report(), day(20), true, day(22))).toEqual({ moves: false, becomes: null }))

  it('never changes how a submitted report is judged, now or when it is submitted again', () => {
    const instant = fc.integer({ min: 1, max: 28 }).map(day)
    fc.assert(
      fc.property(
        fc.record({
          status: fc.constantFrom(...statuses),
          number: fc.constantFrom(1, 2),
          dueAt: instant,
          returnDueAt: fc.option(instant),
          submittedAt: instant,
          firstAt: instant,
        }),
        instant,
        instant,
        (one, to, now) => {
          const { moves } = moveDue(one, to, false, now)
          const later = { ...one, status: 'submitted' as const }
          expect(isLate(moves ? { ...later, dueAt: to } : later, now)).toBe(isLate(later, now))
          if (!isWithOffice(one.status)) expect(moves).toBe(false)
        },
      ),
    )
  })
})
