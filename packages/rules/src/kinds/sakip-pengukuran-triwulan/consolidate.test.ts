import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figureOfRegion, type Given, regionOfOffices } from '#test/regionOfOffices.ts'
import { recompute } from '../../figures/recompute.ts'
import type { Recap } from '../../form/recapOf.ts'
import { roundShown } from '../../numbers/formatNumber.ts'
import { kind as report } from '../sakip-lkjip/kind.ts'
import { kind as agreement } from '../sakip-perjanjian-kinerja/kind.ts'
import { kind } from './kind.ts'

const office = (achieved: string, budget: string, spent: string): Given => ({
  'sakip.office': achieved,
  'sakip.budget': budget,
  'sakip.spent': spent,
  'sakip.remaining': String(Number(budget) - Number(spent)),
  'sakip.absorption': [spent, budget],
})
/** By hand: (100,12 + 85,38 + 62) ÷ 3 = 82,5; by budget (100,12 × 300 + 85,38 × 500 + 62 × 200) ÷ 1.000 = 85,126. */
const three = {
  klungkung: office('100.12', '300', '291'),
  manggarai: office('85.38', '500', '400'),
  third: office('62', '200', '150'),
}
const value = (recap: Recap, key: string) => figureOfRegion(recap, key).value

describe.each([kind, report])('offices together in $form', of => {
  it.each([
    ['mean', '82.5', 'Tinggi'],
    ['weighted-by-budget', '85.126', 'Tinggi'],
  ] as const)('average their achievement by %s: %s', (region, mean, category) => {
    const figure = figureOfRegion(regionOfOffices(of, three, { region }), 'sakip.region')
    expect([figure.value, figure.band?.label]).toEqual([mean, category])
  })

  it('add their budgets and divide what was spent once', () => {
    const recap = regionOfOffices(of, three)
    expect(value(recap, 'sakip.budget')).toBe('1000')
    expect(value(recap, 'sakip.absorption')).toBe('84.1') // 841 of 1.000, not the mean of 97, 80 and 75
    if (of === report) expect([value(recap, 'sakip.spent'), value(recap, 'sakip.remaining')]).toEqual(['841', '159'])
  })

  it('are counted by category, and named in each', () => {
    const recap = regionOfOffices(of, three)
    const counts = recap.figures.filter(({ code }) => code === 'sakip.officesIn')
    expect(counts.map(({ row, value: many }) => [recap.labels.get(row), many])).toEqual([
      ['Sangat Tinggi', '1'],
      ['Tinggi', '1'],
      ['Sedang', '0'],
      ['Rendah', '1'],
      ['Sangat Rendah', '0'],
    ])
    expect(counts[0]?.derivation.inputs.map(({ at, weight }) => [at, weight])).toEqual([
      ['klungkung:figure:sakip.office/', '1'],
      ['manggarai:figure:sakip.office/', '0'],
      ['third:figure:sakip.office/', '0'],
    ])
  })

  it('name an office without a report, or without a budget where it weighs', () => {
    const some = regionOfOffices(of, { ...three, late: null, poor: { 'sakip.office': '10' } }, {}, 'provisional')
    expect(value(some, 'sakip.region')).toBe('64.375')
    expect(figureOfRegion(some, 'sakip.region')).toMatchObject({
      band: null,
      derivation: { left: [{ at: 'late:figure:sakip.office/', why: 'empty' }] },
    })
    expect([some.coverage, some.standing]).toEqual([{ owed: 5, reported: 4, approved: 0 }, 'incomplete'])
    const weighed = regionOfOffices(of, { ...three, poor: { 'sakip.office': '10' } }, { region: 'weighted-by-budget' })
    expect(figureOfRegion(weighed, 'sakip.region')).toMatchObject({
      value: '85.126',
      derivation: { left: [{ at: 'poor:figure:sakip.office/', why: 'empty' }] },
    })
  })
})

it('of an agreement add what was agreed to spend', () => {
  expect(value(regionOfOffices(agreement, three), 'sakip.budget')).toBe('1000')
})

it('how much is filled in is of all items, not a mean of shares', () => {
  const recap = regionOfOffices(kind, { few: { completeness: ['12', '28'] }, many: { completeness: ['0', '173'] } })
  // 12 of 201 items, as the centre printed it: 5,97, not 21,43
  expect(roundShown(value(recap, 'completeness') ?? '', 2)).toBe('5.97')
})

describe('a recap of offices', () => {
  const number = fc.integer({ min: 0, max: 20_000 }).map(n => String(n / 100))
  const money = fc.integer({ min: 1, max: 1e9 }).map(String)
  const given = fc.record({ achieved: number, budget: money, spent: money })
  const offices = fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), given, { minKeys: 1, maxKeys: 6 })
  const rule = fc.constantFrom('mean' as const, 'weighted-by-budget' as const)
  const filed = (all: Record<string, { achieved: string; budget: string; spent: string }>) =>
    Object.fromEntries(
      Object.entries(all).map(([id, { achieved, budget, spent }]) => [id, office(achieved, budget, spent)]),
    )

  it('of one office is that office', () => {
    fc.assert(
      fc.property(given, rule, ({ achieved, budget, spent }, region) => {
        const recap = regionOfOffices(kind, { only: office(achieved, budget, spent) }, { region })
        expect(value(recap, 'sakip.region')).toBe(achieved)
        expect(value(recap, 'sakip.budget')).toBe(budget)
        expect(figureOfRegion(recap, 'sakip.absorption')).toMatchObject({ numerator: spent, denominator: budget })
      }),
    )
  })

  it('does not depend on their order, and follows from its derivations', () => {
    fc.assert(
      fc.property(offices, rule, (all, region) => {
        const one = regionOfOffices(kind, filed(all), { region })
        const turned = regionOfOffices(kind, Object.fromEntries(Object.entries(filed(all)).reverse()), { region })
        const values = (recap: Recap) => recap.figures.map(figure => [figure.code, figure.row, figure.value])
        expect(values(turned)).toEqual(values(one))
        for (const { derivation, value: own, why, raw, numerator, denominator } of one.figures)
          expect(recompute(derivation)).toEqual({ value: own, why, raw, numerator, denominator })
      }),
    )
  })

  it('is less covered for each that is missing, and the same in value as without it', () => {
    fc.assert(
      fc.property(offices, rule, fc.integer({ min: 1, max: 5 }), (all, region, missing) => {
        const known = regionOfOffices(kind, filed(all), { region })
        const none = Object.fromEntries(Array.from({ length: missing }, (_, n) => [`NONE${n}`, null]))
        const some = regionOfOffices(kind, { ...filed(all), ...none }, { region })
        expect(some.figures.map(figure => figure.value)).toEqual(known.figures.map(figure => figure.value))
        expect(some.coverage).toEqual({ ...known.coverage, owed: known.coverage.owed + missing })
        expect([known.standing, some.standing]).toEqual(['final', 'incomplete'])
        for (const { derivation } of some.figures) expect(derivation.left).toHaveLength(missing)
      }),
    )
  })
})
