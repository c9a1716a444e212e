import fc from 'fast-check'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { isDay } from './isDay.ts'

it.each(['2026-03-31', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s is a day', text =>
  expect(isDay(text)).toBe(true),
)
it.each(['2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-4-1', '31-03-2026', ''])(
  '%j is none',
  text => expect(isDay(text)).toBe(false),
)

it('is what ISO 8601 calls a calendar date', () => {
  const day = z.iso.date()
  const part = (most: number) => fc.integer({ min: 0, max: most }).map(n => String(n).padStart(2, '0'))
  const text = fc
    .tuple(fc.integer({ min: 0, max: 9999 }), part(14), part(33))
    .map(([year, month, date]) => `${String(year).padStart(4, '0')}-${month}-${date}`)
  fc.assert(
    fc.property(text, one => {
      expect(isDay(one)).toBe(day.safeParse(one).success)
    }),
    { numRuns: 2000 },
  )
})
