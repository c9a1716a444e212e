import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalText, exact } from '../numbers/decimal.ts'
import { bandOf } from '../scales/bandOf.ts'
import type { Scale } from '../types/RuleSet.ts'
import { defaultRuleSet } from './defaultRuleSet.ts'
import { mergeRuleSet } from './mergeRuleSet.ts'
import { ruleSetOverridesSchema, ruleSetSchema } from './ruleSetSchema.ts'
import { typesThatDiffer } from './typesThatDiffer.ts'

const { spm, sakip, ordinals } = defaultRuleSet
const band = (scale: Scale, value: string) => bandOf(scale, value).id

describe('a scale', () => {
  it.each([
    ['100', 'paripurna'],
    ['99.9992', 'utama'],
    ['90', 'utama'],
    ['89.9999', 'madya'],
    ['89.6', 'madya'],
    ['71.4', 'pratama'],
    ['69.999', 'muda'],
    ['60', 'muda'],
    ['59.99', 'belum'],
    ['0', 'belum'],
    ['-5', 'belum'],
    ['106.25', 'paripurna'],
  ])('places an SPM index of %s in %s', (value, id) => {
    expect(band(spm.scale, value)).toBe(id)
  })

  it('keeps an exclusive bound outside', () => {
    expect(band(sakip.scale, '90')).toBe('tinggi')
    expect(band(sakip.scale, '90.0000000001')).toBe('sangat-tinggi')
    expect(band(sakip.scale, '120')).toBe('sangat-tinggi')
    expect(band(sakip.scale, '50')).toBe('sangat-rendah')
    expect(['100', '87.5', '75', '25', '0.1', '0'].map(share => band(sakip.grade, share))).toEqual([
      'BB',
      'B',
      'CC',
      'D',
      'D',
      'E',
    ])
  })

  it('compares what is rounded to two decimals only where the scale says so', () => {
    expect(band(sakip.predicate, '90')).toBe('A')
    expect(band(sakip.predicate, '90.004')).toBe('A')
    expect(band(sakip.predicate, '90.005')).toBe('AA')
    expect(band(sakip.predicate, '30')).toBe('D')
    expect(band({ ...sakip.predicate, bandOn: 'exact' }, '90.004')).toBe('AA')
  })

  it('loses no bound to repeated division', () => {
    const third = fc.integer({ min: 1, max: 1_000_000 })
    fc.assert(
      fc.property(third, third, third, (a, b, c) => {
        // three quotients whose mean is exactly 80
        const whole = exact(String(a + b + c))
        const parts = [a, b, c].map(part => exact(String(part)).times(exact('240')).div(whole))
        const mean = parts.reduce((sum, part) => sum.plus(part), exact('0')).div(exact('3'))
        expect(band(spm.scale, decimalText(mean))).toBe('madya')
      }),
      { numRuns: 500 },
    )
  })
})

describe('a rule set', () => {
  it('is whole by default', () => {
    expect(ruleSetSchema.parse(defaultRuleSet)).toEqual(defaultRuleSet)
    expect(spm).toMatchObject({
      weights: { recipients: '80', quality: '20' },
      quality: 'mean',
      caps: { recipients: '100', qualityRow: '100', quality: '100' },
      nil: 'exclude',
      urusan: 'services',
    })
    expect(sakip).toMatchObject({
      lower: '2T-R',
      cap: null,
      floor: null,
      quarterly: 'last',
      averageOf: 'capped',
      office: 'objectives',
      efficiency: 'difference',
    })
    expect(ordinals['predikat-sakip']?.map(({ id, value }) => `${id} ${value}`)).toEqual([
      'D 1',
      'C 2',
      'CC 3',
      'B 4',
      'BB 5',
      'A 6',
      'AA 7',
    ])
  })

  it('is marked as a trial with an override, and keeps the rest', () => {
    const trial = mergeRuleSet(defaultRuleSet, { spm: { nil: 'zero', caps: { recipients: null } } })
    expect(trial.id).toBe('2021.1+uji')
    expect(trial.spm).toEqual({ ...spm, nil: 'zero', caps: { ...spm.caps, recipients: null } })
    expect(trial.sakip).toEqual(sakip)
    expect(mergeRuleSet(trial, {}).id).toBe('2021.1+uji')
    expect(defaultRuleSet.spm.nil).toBe('exclude')
    expect(ruleSetSchema.parse(trial)).toEqual(trial)
  })

  it('validates overrides strictly', () => {
    expect(ruleSetOverridesSchema.safeParse({ spm: { weights: { recipients: '70' } } }).success).toBe(true)
    for (const wrong of [
      { spm: { nil: 'skip' } },
      { spm: { weights: { recipients: 80 } } },
      { spmm: {} },
      {
        spm: {
          scale: { ...spm.scale, bands: [{ ...spm.scale.bands[0], from: '2026-03-31' }, spm.scale.bands.at(-1)] },
        },
      },
      { sakip: { cap: '1e2' } },
      { spm: { scale: { ...spm.scale, bands: spm.scale.bands.slice(0, -1) } } },
      { spm: { scale: { ...spm.scale, bands: [...spm.scale.bands.slice(1, -1), ...spm.scale.bands.slice(0, 1)] } } },
    ]) {
      expect(ruleSetOverridesSchema.safeParse(wrong).success).toBe(false)
    }
  })

  it('is refused where its choices contradict each other', () => {
    const issue = (overrides: object) =>
      ruleSetSchema.safeParse(mergeRuleSet(defaultRuleSet, overrides)).error?.issues[0]?.path.join('.')
    expect(issue({ spm: { weights: { recipients: '70', quality: '30' } }, sakip: { cap: '120', floor: '0' } })).toBe(
      undefined,
    )
    expect(issue({ spm: { weights: { recipients: '70' } } })).toBe('spm.weights')
    expect(issue({ spm: { weights: { recipients: '-20', quality: '120' } } })).toBe('spm.weights')
    expect(issue({ sakip: { cap: '0', floor: '0' } })).toBe('sakip.floor')
  })

  it('says which reports another may count differently', () => {
    const other = (overrides: object) => typesThatDiffer(defaultRuleSet, mergeRuleSet(defaultRuleSet, overrides))
    expect(other({})).toEqual([])
    expect(other({ spm: { nil: 'zero' }, lkpj: { physical: 'weighted-by-budget' } })).toEqual(['spm', 'lkpj'])
    expect(other({ ordinals: { 'opini-bpk': [{ id: 'A', label: 'A', value: '1' }] } })).toHaveLength(4)
  })
})
