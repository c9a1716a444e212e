import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Chain, indicatorId, measure, objectiveId } from '#test/sakipChain.ts'
import { exact } from '../../numbers/decimal.ts'
import type { Figure } from '../../types/Figure.ts'

const decimal = (min: number, max: number) => fc.integer({ min: min * 100, max: max * 100 }).map(n => String(n / 100))
const positive = decimal(0.01, 9999)
const figureOf = (chain: Chain, code: string, row = ''): Figure =>
  measure(chain).figures.find(one => one.code === code && one.row === row)!
const single = (target: string, realized: string, register = {}, rules: Chain['rules'] = {}) => {
  const chain: Chain = { indicators: { a: { target, realized: [null, null, null, realized], register } }, rules }
  return figureOf(chain, 'sakip.achievement', indicatorId(chain, 'a'))
}
const number = (figure: Figure) => exact(figure.value!)
const near = (a: ReturnType<typeof number>, b: ReturnType<typeof number>) =>
  expect(a.minus(b).abs().lt(exact('0.00000000000000000001'))).toBe(true)
const lower = { direction: 'lower' }
const ways = fc.constantFrom<['higher' | 'lower', '2T-R' | 'T/R']>(
  ['higher', '2T-R'],
  ['lower', '2T-R'],
  ['lower', 'T/R'],
)
const runs = { numRuns: 60 }

it('reaching the target exactly is 100, whatever the direction and formula', () => {
  fc.assert(
    fc.property(positive, ways, (target, [direction, formula]) => {
      expect(single(target, target, { direction }, { lower: formula }).value).toBe('100')
    }),
    runs,
  )
})

it('units do not matter: a thousand times target and realization is the same achievement', () => {
  fc.assert(
    fc.property(positive, positive, ways, (target, realized, [direction, formula]) => {
      const grown = (text: string) => exact(text).times('1000').toFixed()
      near(
        number(single(target, realized, { direction }, { lower: formula })),
        number(single(grown(target), grown(realized), { direction }, { lower: formula })),
      )
    }),
    runs,
  )
})

it('more is better or worse by the direction', () => {
  fc.assert(
    fc.property(positive, positive, positive, ways, (target, realized, more, [direction, formula]) => {
      const next = exact(realized).plus(more).toFixed()
      const [first, second] = [realized, next].map(one =>
        number(single(target, one, { direction }, { lower: formula })),
      )
      expect(direction === 'higher' ? second!.gt(first!) : second!.lt(first!)).toBe(true)
    }),
    runs,
  )
})

it('T/R is never less than (2T-R)/T', () => {
  fc.assert(
    fc.property(positive, positive, (target, realized) => {
      const [difference, quotient] = (['2T-R', 'T/R'] as const).map(formula =>
        number(single(target, realized, lower, { lower: formula })),
      )
      expect(quotient!.plus('0.0000000001').gte(difference!)).toBe(true)
    }),
    runs,
  )
})

it('a cap and a floor bound the value and leave the raw one alone', () => {
  fc.assert(
    fc.property(positive, positive, (target, realized) => {
      const free = single(target, realized, lower)
      const bound = single(target, realized, lower, { cap: '100', floor: '0' })
      expect(bound.raw).toBe(free.raw)
      expect(number(bound).lte('100') && number(bound).gte('0')).toBe(true)
    }),
    runs,
  )
})

it('summed quarters are the achievement of their totals; an unfilled quarter changes nothing', () => {
  const quarter = fc.record({ target: positive, realized: fc.option(positive) })
  fc.assert(
    fc.property(fc.array(quarter, { minLength: 4, maxLength: 4 }), quarters => {
      fc.pre(quarters.some(one => one.realized !== null))
      const chain: Chain = {
        indicators: {
          a: {
            target: '1',
            targets: quarters.map(one => one.target),
            realized: quarters.map(one => one.realized),
            register: { quarterly: 'sum' },
          },
        },
      }
      const filled = quarters.filter(one => one.realized !== null)
      const total = (side: 'target' | 'realized') =>
        filled.reduce((sum, one) => sum.plus(exact(one[side]!)), exact('0')).toFixed()
      near(
        number(figureOf(chain, 'sakip.achievement', indicatorId(chain, 'a'))),
        number(single(total('target'), total('realized'))),
      )
    }),
    runs,
  )
})

it('an objective lies between its worst and its best indicator', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(positive, positive), { minLength: 1, maxLength: 6 }), pairs => {
      const indicators = Object.fromEntries(
        pairs.map(([target, realized], n) => [`i${n}`, { target, realized: [null, null, null, realized] }]),
      )
      const chain: Chain = { indicators }
      const all = Object.keys(indicators).map(name =>
        number(figureOf(chain, 'sakip.achievement', indicatorId(chain, name))),
      )
      const mean = number(figureOf(chain, 'sakip.objective', objectiveId(chain, 'Sasaran A')))
      const room = '0.00000000000000000001'
      expect(all.some(one => one.minus(room).lte(mean)) && all.some(one => one.plus(room).gte(mean))).toBe(true)
    }),
    runs,
  )
})
