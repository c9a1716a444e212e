// A worked example of each index, and the property that makes them sums: where an index is linear, what its parts cost adds up to
// all that it lacks.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeOf } from '../figures/placeOf.ts'
import { recompute } from '../figures/recompute.ts'
import { regionOfServices, served } from '../kinds/spm-triwulan/spm.fixture.ts'
import { decimalText, exact, zero } from '../numbers/decimal.ts'
import { roundShown } from '../numbers/formatNumber.ts'
import type { Decimal } from '../types/Decimal.ts'
import type { Derivation, Figure } from '../types/Figure.ts'
import { type Shortfall, shortfallsIn } from './shortfallsIn.ts'

const figure = (code: string, row: string, derivation: Pick<Derivation, 'formula' | 'inputs'>): Figure => {
  const whole = { left: [], params: {}, cap: null, floor: null, ruleSet: '2021.1', legal: null, ...derivation }
  return { code, row, unit: '', band: null, basis: null, ...recompute(whole), derivation: whole }
}
const ofServices = (figures: readonly Figure[]): Shortfall[] => {
  const top = figures.find(({ code }) => code === 'spm.regionIndex')
  return top ? shortfallsIn(top, figures, ({ at }) => (at.startsWith('figure:spm.index/') ? '100' : null)) : []
}
const costs = (all: readonly Shortfall[]): Record<string, Decimal> =>
  Object.fromEntries(all.map(({ at, costs }) => [at, roundShown(costs, 4)]))
const sum = (all: readonly Shortfall[]) => all.reduce((total, one) => total.plus(exact(one.costs)), zero)

describe('what each service costs the index of the region', () => {
  // health: (90 + 60) ÷ 2 = 75; housing: 50; the region: (75 + 50) ÷ 2 = 62,5
  const region = regionOfServices([
    served('a', 'kesehatan', '90'),
    served('b', 'kesehatan', '60'),
    served('c', 'perumahan', '50'),
  ])

  it('is its distance from 100, by its weight in its urusan and that of the urusan in the region', () => {
    expect(costs(ofServices(region.figures))).toEqual({
      'figure:spm.index/a': '2.5', // (100 − 90) ÷ 2 ÷ 2
      'figure:spm.index/b': '10', // (100 − 60) ÷ 2 ÷ 2
      'figure:spm.index/c': '25', // (100 − 50) ÷ 1 ÷ 2
    })
  })

  it('adds up to all that the index lacks, by whichever tree it is averaged', () => {
    const group = fc.constantFrom('kesehatan', 'perumahan', 'trantibumlinmas.bencana', 'trantibumlinmas.kebakaran')
    const value = fc.integer({ min: 0, max: 400 }).map(n => String(n / 4))
    const urusan = fc.constantFrom('services' as const, 'subgroups' as const)
    fc.assert(
      fc.property(fc.array(fc.tuple(group, value), { minLength: 1 }), urusan, (services, by) => {
        const { figures } = regionOfServices(
          services.map(([at, index], n) => served(`s${n}`, at, index)),
          { urusan: by },
        )
        const top = figures.find(({ code }) => code === 'spm.regionIndex')
        const lacks = exact('100').minus(exact(top?.value ?? '0'))
        expect(sum(ofServices(figures)).minus(lacks).abs().lt(exact('1e-28'))).toBe(true)
      }),
    )
  })

  it('is nothing where the index has no value', () => {
    expect(ofServices(regionOfServices([]).figures)).toEqual([])
  })
})

describe('what unspent money costs the absorption of the region', () => {
  /** The absorption of one office in one urusan. */
  const pair = (office: string, urusan: string, spent: Decimal, budget: Decimal) =>
    (
      [
        ['numerator', spent],
        ['denominator', budget],
      ] as const
    ).map(([name, value]) => ({ name, at: placeOf(office, 'lkpj.absorption', urusan), value }))
  const regionOf = (parts: [office: string, urusan: string, spent: Decimal, budget: Decimal][]) => {
    const urusan = [...new Set(parts.map(([, row]) => row))].map(row =>
      figure('lkpj.absorption', row, {
        formula: 'ratio.1',
        inputs: parts.filter(([, own]) => own === row).flatMap(part => pair(...part)),
      }),
    )
    const inputs = urusan.flatMap(({ row, numerator, denominator }) => [
      { name: 'numerator', at: `figure:lkpj.absorption/${row}`, value: numerator },
      { name: 'denominator', at: `figure:lkpj.absorption/${row}`, value: denominator },
    ])
    const top = figure('lkpj.absorption', '', { formula: 'ratio.1', inputs })
    const all = shortfallsIn(top, [...urusan, top], ({ at, name }, of) =>
      at.startsWith('figure:') || name !== 'numerator'
        ? null
        : (of.inputs.find(input => input.at === at && input.name === 'denominator')?.value ?? null),
    )
    return { top, all }
  }

  it('is its share of the budget of the region', () => {
    const { top, all } = regionOf([
      ['dinkes', '1.02', '60', '120'],
      ['rsud', '1.02', '290', '300'],
      ['dinkes', '2.14', '40', '40'],
    ])
    expect(roundShown(top.value ?? '', 4)).toBe('84.7826') // 390 ÷ 460
    expect(costs(all)).toEqual({
      'dinkes:figure:lkpj.absorption/1.02': '13.0435', // 60 ÷ 460
      'rsud:figure:lkpj.absorption/1.02': '2.1739', // 10 ÷ 460
      'dinkes:figure:lkpj.absorption/2.14': '0',
    })
  })

  it('adds up to all that was not spent', () => {
    const money = fc.tuple(fc.nat({ max: 1000 }), fc.integer({ min: 1, max: 1000 }))
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('1.02', '2.14'), money), { minLength: 1 }), parts => {
        const { top, all } = regionOf(
          parts.map(([row, [spent, budget]], n) => [`o${n}`, row, String(spent), String(budget)]),
        )
        const lacks = exact('100').minus(exact(top.value ?? '0'))
        expect(sum(all).minus(lacks).abs().lt(exact('1e-28'))).toBe(true)
      }),
    )
  })
})

it('recomputes through whatever formula, capped ones too', () => {
  const below = figure('lkpj.physical', 'x', {
    formula: 'weighted.1',
    inputs: [
      { name: '', at: 'a:figure:lkpj.physical/x', value: '50', weight: '3' },
      { name: '', at: 'b:figure:lkpj.physical/x', value: '90', weight: '1' },
    ],
  })
  const top = figure('lkpj.physical', '', {
    formula: 'mean.1',
    inputs: [{ name: '', at: 'figure:lkpj.physical/x', value: below.value }],
  })
  const all = shortfallsIn(top, [below, top], ({ at }) => (at.startsWith('figure:') ? null : '100'))
  expect(all.map(({ costs }) => decimalText(exact(costs)))).toEqual(['37.5', '2.5'])
})
