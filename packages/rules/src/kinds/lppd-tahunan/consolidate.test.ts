import { describe, expect, it } from 'vitest'
import { catalogue, evaluate, idOf, told } from '#test/lppdForms.ts'
import { recompute } from '../../figures/recompute.ts'
import { recapOf } from '../../form/recapOf.ts'
import { roundShown } from '../../numbers/formatNumber.ts'
import { defaultRuleSet } from '../../rule-sets/defaultRuleSet.ts'
import type { Answers } from '../../types/Answers.ts'
import { kind } from './kind.ts'

/** The recap of one indicator, by what each office reported; null: nothing yet. */
function region(code: string, offices: Record<string, Answers | null>) {
  const row = idOf(code)
  const recap = recapOf(kind, {
    period: '2026',
    rules: { ...defaultRuleSet, id: '2026.1' },
    catalogue,
    owners: new Map([[row, Object.keys(offices)]]),
    counted: Object.entries(offices).flatMap(([office, answers]) => {
      const { figures } = evaluate(answers ?? {}, { rows: [row] })
      return answers === null ? [] : figures.map(figure => ({ office, standing: 'final' as const, figure }))
    }),
  })
  const [figure, ...more] = recap.figures.filter(one => one.code !== 'completeness')
  if (!figure || more.length > 0) throw new Error(`one figure of ${code} expected`)
  const { derivation, value, raw, why, numerator, denominator } = figure
  expect(recompute(derivation)).toEqual({ value, raw, why, numerator, denominator })
  return { figure, rows: recap.coverage }
}
const counts = (code: string, numerator: string, denominator: string) => told(code, { numerator, denominator })

describe('an indicator of the region', () => {
  it('is that of its only office as it was frozen', () => {
    const { figure, rows } = region('1.a.1', { disdik: counts('1.a.1', '6129', '6704') })
    expect(figure).toMatchObject({ numerator: '6129', denominator: '6704', derivation: { ruleSet: defaultRuleSet.id } })
    expect(rows).toEqual({ owed: 1, reported: 1, approved: 1 })
    const step = region('P.1.6', { bpkad: told('P.1.6', { step: 'WTP' }) })
    expect(step.figure).toMatchObject({ value: '4', band: { id: 'WTP' } })
  })

  it('of several offices is added and divided once', () => {
    const { figure } = region('1.a.1', { barat: counts('1.a.1', '90', '100'), timur: counts('1.a.1', '100', '400') })
    expect(figure).toMatchObject({ value: '38', unit: '%', derivation: { ruleSet: '2026.1' } }) // not the mean of 90 and 25
    const rate = region('2.b.3', { a: counts('2.b.3', '5', '50000'), b: counts('2.b.3', '7', '46500') })
    expect(rate.figure).toMatchObject({ numerator: '12', denominator: '96500', unit: 'per 100.000' })
  })

  it('comes to what Gorontalo printed of it, whatever offices share its counts', () => {
    // 2020: 6.129 of 6.704 children of 5 and 6 years, real/lppd-ikk.csv
    const shown = (code: string, one: [string, string], other: [string, string]) => {
      const { figure } = region(code, { barat: counts(code, ...one), timur: counts(code, ...other) })
      return roundShown(figure.value ?? '', 2)
    }
    expect(shown('1.a.1', ['6129', '6704'], ['0', '0'])).toBe('91.42')
    expect(shown('1.a.1', ['1129', '704'], ['5000', '6000'])).toBe('91.42')
    expect(shown('1.a.1', ['3000', '3352'], ['3129', '3352'])).toBe('91.42')
  })

  it('names an office that has not reported, or left it empty', () => {
    const full = counts('1.a.1', '90', '100')
    for (const other of [null, told('1.a.1', { numerator: '4' })]) {
      const { figure, rows } = region('1.a.1', { barat: full, timur: other })
      expect(figure).toMatchObject({ value: '90', derivation: { left: [{ why: 'empty' }] } })
      expect(figure.derivation.left[0]?.at).toBe(`timur:figure:lppd.ikk/${idOf('1.a.1')}`)
      expect(rows).toEqual({ owed: 1, reported: 0, approved: 0 })
    }
    expect(region('1.a.1', { disdik: null }).figure).toMatchObject({ value: null, why: 'empty' })
  })

  it('of several offices has no value where values cannot be added', () => {
    const measured = told('2.e.1', { value: '78.45' })
    expect(region('2.e.1', { a: measured, b: measured }).figure).toMatchObject({ value: null, why: 'no-inputs' })
  })
})
