import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isPeriodKey,
  isPractice,
  parsePeriod,
  periodEnd,
  periodKey,
  periodStart,
  periodTitle,
  periodYear,
  previousPeriod,
  quartersBefore,
  quarterTitle,
} from './period.ts'

describe('a period', () => {
  it.each([
    ['2026-TW3', 'Triwulan III 2026', '2026-TW2', '2026-07-01', '2026-09-30'],
    ['2026-TW1', 'Triwulan I 2026', '2025-TW4', '2026-01-01', '2026-03-31'],
    ['2026-TW4-latihan', 'Triwulan IV 2026 (latihan)', '2026-TW3-latihan', '2026-10-01', '2026-12-31'],
    ['2026', 'Tahun 2026', '2025', '2026-01-01', '2026-12-31'],
    ['2026-latihan', 'Tahun 2026 (latihan)', '2025-latihan', '2026-01-01', '2026-12-31'],
  ])('%s is %s, after %s, from %s to %s', (key, title, previous, start, end) => {
    expect(periodTitle(key)).toBe(title)
    expect(previousPeriod(key)).toBe(previous)
    expect(periodStart(key)).toBe(start)
    expect(periodEnd(key)).toBe(end)
  })

  it('names the quarters of its year before it', () => {
    expect(quartersBefore('2026-TW3')).toEqual(['2026-TW1', '2026-TW2'])
    expect(quartersBefore('2026-TW1')).toEqual([])
    expect(quartersBefore('2026')).toEqual([])
    expect(quartersBefore('2026-TW2-latihan')).toEqual(['2026-TW1-latihan'])
  })

  it('knows its year, quarter and whether it is practice', () => {
    expect(periodYear('2026-TW3')).toBe(2026)
    expect(quarterTitle('2026-TW3')).toBe('Triwulan III')
    expect(quarterTitle('2026')).toBeNull()
    expect(isPractice('2026-TW3-latihan')).toBe(true)
    expect(isPractice('2026-TW3')).toBe(false)
  })

  it('is refused when it is none', () => {
    for (const text of ['2026-TW5', '26', '2026-Q1', '2026-TW1-', '2026-tw1', '2026-latihan-TW1', ' 2026', '']) {
      expect(isPeriodKey(text)).toBe(false)
      expect(() => parsePeriod(text)).toThrow(RangeError)
    }
  })

  it('has a key that says all there is to know', () => {
    const period = fc.record({
      year: fc.integer({ min: 1000, max: 9999 }),
      quarter: fc.constantFrom(null, 1 as const, 2 as const, 3 as const, 4 as const),
      practice: fc.boolean(),
    })
    fc.assert(
      fc.property(period, so => {
        const key = periodKey(so)
        expect(parsePeriod(key)).toEqual({ ...so, key })
        expect(periodEnd(previousPeriod(key)) < periodStart(key)).toBe(true)
      }),
    )
  })
})
