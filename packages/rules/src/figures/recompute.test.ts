import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exact } from '../numbers/decimal.ts'
import { roundShown } from '../numbers/formatNumber.ts'
import { defaultRuleSet } from '../rule-sets/defaultRuleSet.ts'
import type { Derivation, Input } from '../types/Figure.ts'
import { makeFigure } from './makeFigure.ts'
import { recompute } from './recompute.ts'

type Short = [name: string, value: string | null, more?: Partial<Input>]
const derivation = (formula: string, inputs: Short[], more: Partial<Derivation> = {}): Derivation => ({
  formula,
  inputs: inputs.map(([name, value, rest], at) => ({ name, at: `/t/r${at}/f`, value, ...rest })),
  left: [],
  params: {},
  cap: null,
  floor: null,
  ruleSet: '2021.1',
  legal: null,
  ...more,
})
const raw = (...of: Parameters<typeof derivation>) => recompute(derivation(...of)).raw

describe('a formula', () => {
  it.each<[string, Short[], Partial<Derivation>, string]>([
    ['value.1', [['a', '7.5']], {}, '7.5'],
    [
      'sum.1',
      [
        ['a', '1'],
        ['b', '2.5'],
        ['c', '-4'],
      ],
      {},
      '-0.5',
    ],
    [
      'difference.1',
      [
        ['a', '10'],
        ['b', '2'],
        ['c', '3'],
      ],
      {},
      '5',
    ],
    [
      'ratio.1',
      [
        ['numerator', '4512'],
        ['denominator', '4800'],
      ],
      {},
      '94',
    ],
    [
      'ratio.1',
      [
        ['numerator', '1'],
        ['denominator', '4'],
      ],
      { params: { factor: '1' } },
      '0.25',
    ],
    [
      'ratio.1',
      [
        ['numerator', '1'],
        ['denominator', '8'],
      ],
      { params: { factor: '100000' } },
      '12500',
    ],
    [
      'ratio.1',
      [
        ['numerator', '30', { group: 'a' }],
        ['denominator', '10', { group: 'a' }],
        ['numerator', '5', { group: 'b' }],
        ['denominator', '10', { group: 'b' }],
      ],
      { params: { capEach: '100' } },
      '75',
    ],
    [
      'mean.1',
      [
        ['a', '1'],
        ['b', '2'],
        ['c', '6'],
      ],
      {},
      '3',
    ],
    [
      'group-mean.1',
      [
        ['a', '100', { group: 'x' }],
        ['b', '50', { group: 'y' }],
        ['c', '70', { group: 'y' }],
      ],
      {},
      '80',
    ],
    [
      'weighted.1',
      [
        ['a', '94', { weight: '80' }],
        ['b', '50', { weight: '20' }],
      ],
      {},
      '85.2',
    ],
    [
      'lower-2t-r.1',
      [
        ['target', '10'],
        ['realization', '12'],
      ],
      {},
      '80',
    ],
    [
      'lower-2t-r.1',
      [
        ['realization', '25'],
        ['target', '10'],
      ],
      {},
      '-50',
    ],
    [
      'lower-t-r.1',
      [
        ['target', '10'],
        ['realization', '12.5'],
      ],
      {},
      '80',
    ],
    [
      'growth.1',
      [
        ['current', '110'],
        ['previous', '100'],
      ],
      {},
      '10',
    ],
    [
      'growth.1',
      [
        ['current', '90'],
        ['previous', '100'],
      ],
      { params: { sign: '-1' } },
      '10',
    ],
    [
      'growth.1',
      [
        ['current', '100'],
        ['previous', '100'],
      ],
      { params: { sign: '-1' } },
      '0',
    ],
    [
      'deviation.1',
      [
        ['planned', '80'],
        ['realized', '100'],
      ],
      {},
      '25',
    ],
    [
      'deviation.1',
      [
        ['planned', '80'],
        ['realized', '60'],
      ],
      {},
      '25',
    ],
  ])('%s of %j %j is %s %s', (formula, inputs, more, value) => {
    expect(raw(formula, inputs, more)).toBe(value)
  })

  it.each<[string, Short[]]>([
    [
      'ratio.1',
      [
        ['numerator', '5'],
        ['denominator', '0'],
      ],
    ],
    ['weighted.1', [['a', '5', { weight: '0' }]]],
    [
      'lower-2t-r.1',
      [
        ['target', '0'],
        ['realization', '50'],
      ],
    ],
    [
      'lower-t-r.1',
      [
        ['target', '5'],
        ['realization', '0'],
      ],
    ],
    [
      'growth.1',
      [
        ['current', '5'],
        ['previous', '0'],
      ],
    ],
    [
      'deviation.1',
      [
        ['planned', '0'],
        ['realized', '5'],
      ],
    ],
  ])('%s over zero cannot be computed: neither 0 nor 100', (formula, inputs) => {
    expect(recompute(derivation(formula, inputs))).toMatchObject({ value: null, raw: null, why: 'zero-denominator' })
  })

  it('is known, and gets the inputs it needs', () => {
    expect(() => raw('mode.1', [['a', '1']])).toThrow('no formula mode.1')
    expect(() => raw('growth.1', [['current', '1']])).toThrow('previous')
    expect(() => raw('weighted.1', [['a', '1']])).toThrow('weight')
  })
})

describe('a figure', () => {
  it('keeps the value before cap and floor', () => {
    const ratio = (served: string) =>
      derivation(
        'ratio.1',
        [
          ['numerator', served],
          ['denominator', '4800'],
        ],
        { cap: '100', floor: '0' },
      )
    expect(recompute(ratio('5100'))).toMatchObject({
      raw: '106.25',
      value: '100',
      numerator: '5100',
      denominator: '4800',
    })
    expect(recompute(ratio('-48'))).toMatchObject({ raw: '-1', value: '0' })
    expect(recompute(ratio('4800'))).toMatchObject({ raw: '100', value: '100' })
  })

  it('is null for a missing input with the reason, the first if there are several', () => {
    const missing: Short[] = [
      ['a', '1'],
      ['b', null, { state: 'unread' }],
      ['c', null, { state: 'empty' }],
    ]
    expect(recompute(derivation('mean.1', missing))).toMatchObject({ value: null, raw: null, why: 'unread' })
  })

  it('without inputs is null: nil if all were nil, else the first other reason', () => {
    const left = (...why: Derivation['left'][number]['why'][]) =>
      recompute(derivation('mean.1', [], { left: why.map(one => ({ at: '/t/r/f', why: one })) })).why
    expect(left('nil', 'nil')).toBe('nil')
    expect(left('nil', 'unread', 'empty')).toBe('unread')
    expect(left('notApplicable')).toBe('notApplicable')
    expect(left()).toBe('no-inputs')
  })

  it('treats a 100 in place of nil as a value, and says it was nil', () => {
    const figure = makeFigure(
      {
        code: 'spm.index',
        formula: 'mean.1',
        inputs: [{ name: 'a', at: 'figure:x/a', value: '100', state: 'nil' }],
        unit: '',
        band: defaultRuleSet.spm.scale,
      },
      '2021.1',
    )
    expect(figure).toMatchObject({
      value: '100',
      why: null,
      row: '',
      band: { scale: 'spm', id: 'paripurna', label: 'Tuntas Paripurna' },
    })
    expect(figure.derivation.inputs[0]?.state).toBe('nil')
  })
})

describe('properties of formulas', () => {
  const decimal = fc.integer({ min: 0, max: 1_000_000 }).map(n => String(n / 4))
  const values = fc.array(decimal, { minLength: 1, maxLength: 8 })
  const named = (list: string[]): Short[] => list.map((value, at) => [`i${at}`, value])

  it('sum, mean and group mean do not depend on the order of their inputs', () => {
    const pair = fc.tuple(values, fc.infiniteStream(fc.constantFrom('x', 'y', 'z')))
    fc.assert(
      fc.property(pair, fc.constantFrom('sum.1', 'mean.1', 'group-mean.1'), ([list, groups], formula) => {
        const inputs = list.map((value, at): Short => [`i${at}`, value, { group: groups.next().value }])
        const rounded = (of: Short[]) => roundShown(raw(formula, of) ?? '', 30)
        expect(rounded([...inputs].reverse())).toBe(rounded(inputs))
      }),
    )
  })

  it('a mean lies between its smallest and its largest input', () => {
    fc.assert(
      fc.property(values, list => {
        const mean = exact(raw('mean.1', named(list)) ?? '').round(30)
        const inOrder = list.map(exact).sort((a, b) => a.cmp(b))
        expect(mean.gte(inOrder[0]!)).toBe(true)
        expect(mean.lte(inOrder[inOrder.length - 1]!)).toBe(true)
      }),
    )
  })

  it('a ratio adds numerators and denominators and divides once', () => {
    const positive = fc.integer({ min: 1, max: 100_000 }).map(String)
    fc.assert(
      fc.property(fc.array(fc.tuple(positive, positive), { minLength: 1, maxLength: 6 }), pairs => {
        const inputs = pairs.flatMap(([n, d]): Short[] => [
          ['numerator', n],
          ['denominator', d],
        ])
        const sum = (side: 0 | 1) => String(pairs.reduce((total, pair) => total + Number(pair[side]), 0))
        const once = derivation('ratio.1', [
          ['numerator', sum(0)],
          ['denominator', sum(1)],
        ])
        expect(recompute(derivation('ratio.1', inputs))).toEqual(recompute(once))
      }),
    )
  })

  it('null inputs give null, never 0', () => {
    const formula = fc.constantFrom('value.1', 'sum.1', 'difference.1', 'mean.1', 'group-mean.1')
    const state = fc.constantFrom('empty', 'unread', 'nil', 'notApplicable', 'notYetAvailable', 'zero-denominator')
    fc.assert(
      fc.property(values, state, formula, fc.nat(8), (list, why, name, at) => {
        const inputs = named(list)
        inputs.splice(Math.min(at, inputs.length), 0, ['gap', null, { state: why }])
        expect(recompute(derivation(name, inputs))).toMatchObject({ value: null, raw: null, why })
      }),
    )
  })
})
