import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  answered,
  byCode,
  criteriaOf,
  evaluate,
  figure,
  graded,
  subcomponents,
  together,
} from '#test/evaluationWorksheet.ts'
import { recompute } from '../../figures/recompute.ts'
import { exact } from '../../numbers/decimal.ts'
import { defaultRuleSet } from '../../rule-sets/defaultRuleSet.ts'
import { bandOf } from '../../scales/bandOf.ts'
import { grades, gradeValue } from './grades.ts'

const code = fc.constantFrom(...subcomponents.map(row => row.code))
const allGrades = fc.record(Object.fromEntries(subcomponents.map(row => [row.code, fc.constantFrom(...grades)])))
const worth = (grade: string) => exact(gradeValue(defaultRuleSet, grade) ?? '-1')

describe('an evaluation', () => {
  it('never proposes a lower grade for a criterion more', () => {
    const two = code.chain(of =>
      fc.tuple(fc.constant(of), fc.integer({ min: 0, max: criteriaOf(byCode(of)).length - 1 })),
    )
    fc.assert(
      fc.property(two, ([of, met]) => {
        const proposed = (count: number) =>
          figure(evaluate(answered('met', { [of]: count })), 'sakip.ownShare', byCode(of)).band?.id ?? ''
        expect(worth(proposed(met + 1)).gte(worth(proposed(met)))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('proposes E for none, BB for all, and nothing above', () => {
    fc.assert(
      fc.property(code, of => {
        const proposed = (count: number) =>
          figure(evaluate(answered('verified', { [of]: count })), 'sakip.share', byCode(of)).band?.id
        expect([proposed(0), proposed(criteriaOf(byCode(of)).length)]).toEqual(['E', 'BB'])
      }),
      { numRuns: 20 },
    )
  })

  it('scores between 0 and 100, a better grade never less, and follows from its derivations', () => {
    fc.assert(
      fc.property(allGrades, code, fc.constantFrom(...grades), (given, of, other) => {
        const one = evaluate(graded(given))
        const score = exact(figure(one, 'sakip.score').value ?? '-1')
        expect(score.gte('0') && score.lte('100')).toBe(true)
        const changed = exact(figure(evaluate(graded({ ...given, [of]: other })), 'sakip.score').value ?? '-1')
        expect(worth(other).gte(worth(given[of]!)) ? changed.gte(score) : changed.lt(score)).toBe(true)
        for (const { derivation, value } of one.figures) expect(recompute(derivation).value).toBe(value)
      }),
      { numRuns: 60 },
    )
  })

  it('has a predicate whose lower bound is exclusive and whose upper bound is inclusive, at two decimals', () => {
    const bounds = {
      '90': ['AA', 'A'],
      '80': ['A', 'BB'],
      '70': ['BB', 'B'],
      '60': ['B', 'CC'],
      '50': ['CC', 'C'],
      '30': ['C', 'D'],
    }
    const predicate = (value: string) => bandOf(defaultRuleSet.sakip.predicate, value).id
    for (const [bound, [above, below]] of Object.entries(bounds)) {
      expect([
        predicate(`${bound}.01`),
        predicate(`${bound}.005`),
        predicate(`${bound}.004`),
        predicate(bound),
      ]).toEqual([above, above, below, below])
    }
  })

  it('the evaluator’s cells never keep it from being submitted', () => {
    fc.assert(
      fc.property(allGrades, given => {
        const own = answered('met')
        const blocking = (answers: Parameters<typeof evaluate>[0]) =>
          evaluate(answers).findings.filter(({ blocks }) => blocks)
        expect(blocking(together(own, graded(given)))).toEqual(blocking(own))
      }),
      { numRuns: 30 },
    )
  })
})
