import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recompute } from '../../figures/recompute.ts'
import type { Cell } from '../../types/Answers.ts'
import type { RuleSet } from '../../types/RuleSet.ts'
import { answersOf, evaluate, figureOf, form, type Leaf, type Tree } from './lkpj.fixture.ts'

const amount = fc.bigInt({ min: 0n, max: 10n ** 12n }).map(String)
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null, freq: 6 })
const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 8, arbitrary: amount },
  { weight: 1, arbitrary: fc.constantFrom<Cell>({ asTyped: '12,5x' }, 'WTP', '0', '-3', '12.5') },
)
const anyAim = fc.tuple(maybe(cell), maybe(cell))
const anyLeaf: fc.Arbitrary<Leaf> = fc.record({
  cells: fc.record({ before: amount, after: amount, spent: amount }, { requiredKeys: [] }),
  aims: fc.array(anyAim, { maxLength: 3 }),
})
const some = <T>(one: fc.Arbitrary<T>, code: (at: number) => string): fc.Arbitrary<Record<string, T>> =>
  fc
    .array(one, { minLength: 1, maxLength: 3 })
    .map(all => Object.fromEntries(all.map((own, at) => [code(at + 1), own])))
const anyTree: fc.Arbitrary<Tree> = some(
  some(
    some(anyLeaf, n => `s${n}`),
    n => `a${n}`,
  ),
  n => `p${n}`,
).map(programs => named(programs))
const anyRule = fc.constantFrom<RuleSet['lkpj']['physical']>('mean', 'weighted-by-budget')

/** Codes made of their place, so that every row has its own. */
const named = (programs: Tree): Tree =>
  Object.fromEntries(
    Object.entries(programs).map(([p, activities]) => [
      p,
      Object.fromEntries(
        Object.entries(activities).map(([a, leaves]) => [
          `${p}.${a}`,
          Object.fromEntries(Object.entries(leaves).map(([s, leaf]) => [`${p}.${a}.${s}`, leaf])),
        ]),
      ),
    ]),
  )
const reversed = <T>(record: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).reverse())

describe('over any tree', () => {
  it('every figure follows from its derivation alone', () => {
    fc.assert(
      fc.property(anyTree, anyRule, (tree, rule) => {
        for (const { value, raw, why, numerator, denominator, derivation } of evaluate(tree, rule).figures)
          expect(recompute(JSON.parse(JSON.stringify(derivation)))).toEqual({ value, raw, why, numerator, denominator })
      }),
    )
  })

  it('no figure depends on the order of rows', () => {
    fc.assert(
      fc.property(anyTree, anyRule, (tree, rule) => {
        const turned = reversed(
          Object.fromEntries(
            Object.entries(tree).map(([p, activities]) => [
              p,
              reversed(Object.fromEntries(Object.entries(activities).map(([a, leaves]) => [a, reversed(leaves)]))),
            ]),
          ),
        )
        const values = (of: Tree) =>
          evaluate(of, rule)
            .figures.map(one => `${one.code}/${one.row} ${one.value?.slice(0, 30)}`)
            .sort()
        expect(values(turned)).toEqual(values(tree))
      }),
    )
  })

  it('the whole is the sum of its lowest rows, whatever levels are between', () => {
    fc.assert(
      fc.property(anyTree, tree => {
        const done = evaluate(tree)
        const leaves = Object.values(tree).flatMap(activities =>
          Object.values(activities).flatMap(own => Object.values(own)),
        )
        const spent = leaves.flatMap(({ cells }) => (typeof cells?.spent === 'string' ? [BigInt(cells.spent)] : []))
        const sum = spent.reduce((all, one) => all + one, 0n)
        expect(figureOf(done, 'spent').value).toBe(spent.length > 0 ? String(sum) : null)
      }),
    )
  })

  it('a row without target never changes a mean', () => {
    fc.assert(
      fc.property(anyTree, anyRule, maybe(cell), (tree, rule, realization) => {
        const more: Tree = structuredClone(tree)
        for (const activities of Object.values(more))
          for (const leaves of Object.values(activities))
            for (const leaf of Object.values(leaves)) leaf.aims = [...(leaf.aims ?? []), [null, realization]]
        const physical = (of: Tree) =>
          evaluate(of, rule).figures.flatMap(one => (one.code === 'lkpj.physical' ? [`${one.row} ${one.value}`] : []))
        expect(physical(more)).toEqual(physical(tree))
      }),
    )
  })

  it('a mean lies between the least and the greatest of the level below', () => {
    fc.assert(
      fc.property(anyTree, anyRule, (tree, rule) => {
        const done = evaluate(tree, rule)
        const whole = figureOf(done, 'physical').value
        const below = Object.keys(tree).flatMap(p => figureOf(done, 'physical', p).value ?? [])
        if (whole === null) return
        const [least, most] = [Math.min(...below.map(Number)), Math.max(...below.map(Number))]
        const slack = 1e-9 * Math.max(1, Math.abs(least), Math.abs(most))
        expect(Number(whole)).toBeGreaterThanOrEqual(least - slack)
        expect(Number(whole)).toBeLessThanOrEqual(most + slack)
      }),
    )
  })
})

it('300 sub-activities are evaluated in less than 50 ms', () => {
  const many = (count: number, code: (n: number) => string) => Array.from({ length: count }, (_, at) => code(at + 1))
  const two = (n: number) => String(n).padStart(2, '0')
  const leaf: Leaf = {
    cells: { fund: 'PAD', before: '125000000', after: '130000000', spent: '121345678.5' },
    aims: [['12', '11']],
  }
  const tree: Tree = Object.fromEntries(
    many(6, n => `2.11.${two(n)}`).map(p => [
      p,
      Object.fromEntries(
        many(10, n => `${p}.2.${two(n)}`).map(a => [
          a,
          Object.fromEntries(many(5, n => `${a}.00${two(n)}`).map(s => [s, leaf])),
        ]),
      ),
    ]),
  )
  const answers = answersOf(tree)
  const built = form()
  expect(built.rows(answers).subactivities).toHaveLength(300)
  // processor time, which other processes on a shared machine affect far less than wall time
  const spent = Array.from({ length: 9 }, () => {
    const start = process.cpuUsage()
    built.evaluate(answers)
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  })
  const [, , , , median = 0] = spent.sort((a, b) => a - b)
  expect(median).toBeLessThan(50)
})
