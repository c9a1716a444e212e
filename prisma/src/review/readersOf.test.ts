import { kinds, parsePeriod, periodKey } from '@sepakat/rules'
import { expect, it } from 'vitest'
import { readingOf, yearsBack } from './readersOf.ts'

const quarters = [1, 2, 3, 4] as const
const all = Object.values(kinds).flatMap(kind =>
  [2019, 2026, 2031].flatMap(year =>
    [true, false].flatMap(practice =>
      (kind.period === 'year' ? [null] : quarters).map(quarter => ({
        kind,
        period: periodKey({ year, quarter, practice }),
      })),
    ),
  ),
)

it('no form reads another of later, of longer ago than is looked back, or of practice beside what counts', () => {
  for (const { kind, period } of all) {
    const { year, practice } = parsePeriod(period)
    for (const source of Object.values(kind.sources(period))) {
      const read = parsePeriod(source.period)
      expect([year - read.year, read.practice], `${kind.form} ${period}`).toEqual([
        expect.toSatisfy((back: number) => back >= 0 && back <= yearsBack),
        practice,
      ])
    }
  }
})

it('whatever a form reads knows that it does', () => {
  for (const { kind, period } of all)
    for (const { form, period: read, of } of Object.values(kind.sources(period)))
      expect(readingOf(form, read)).toContainEqual(
        of === 'region'
          ? { form: kind.form, period, region: true }
          : expect.objectContaining({ form: kind.form, period }),
      )
})

it('the last year there is has no later ones', () => {
  expect(readingOf('spm/triwulan', '9999-TW4')).toEqual([])
  expect(readingOf('spm/triwulan', '9999-TW1')).toEqual([{ form: 'spm/triwulan', period: '9999-TW2', region: false }])
})
