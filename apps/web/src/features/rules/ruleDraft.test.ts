import { defaultRuleSet } from '@sepakat/rules/rule-sets/defaultRuleSet.ts'
import { expect, it } from 'vitest'
import { countingIn } from './countingIn.ts'
import type { RuleSetLine } from './queries.ts'
import { ruleChange, ruleDraft, ruleErrors } from './ruleDraft.ts'
import { ruleFieldGroups } from './ruleFieldGroups.ts'
import { otherChoices } from './ruleWords.ts'

const draft = ruleDraft(defaultRuleSet)
const change = (over: Record<string, string>) => ruleChange(defaultRuleSet, { ...draft, ...over })
const wrong = (over: Record<string, string>) => Object.keys(ruleErrors(defaultRuleSet, { ...draft, ...over }))

it('sends only differences, scales whole', () => {
  expect(change({})).toEqual({})
  expect(change({ 'spm.nil': 'zero', 'spm.caps.recipients': '', 'sakip.cap': '120' })).toEqual({
    spm: { nil: 'zero', caps: { recipients: null, qualityRow: '100', quality: '100' } },
    sakip: { cap: '120' },
  })
  expect(change({ 'spm.scale.bands.1.from': '92,5' })).toMatchObject({
    spm: { scale: { bands: ['100', '92.5', '80', '70', '60', null].map(from => ({ from })) } },
  })
  expect(change({ 'ordinals.opini-bpk.0.value': '0' }).ordinals?.['opini-bpk']?.[0]?.value).toBe('0')
})

it('names what contradicts itself or cannot be read', () => {
  expect(wrong({})).toEqual([])
  expect(wrong({ 'spm.weights.quality': '30' })).toEqual(['spm.weights.quality'])
  expect(wrong({ 'spm.weights.quality': '30', 'spm.weights.recipients': '70' })).toEqual([])
  expect(wrong({ 'spm.scale.bands.2.from': '95' })).toEqual(['spm.scale.bands.2.from'])
  expect(wrong({ 'sakip.cap': 'banyak', 'spm.scale.bands.0.from': '' })).toEqual([
    'spm.scale.bands.0.from',
    'sakip.cap',
  ])
})

it('has a field for every choice of a set', () => {
  const leaves = (value: unknown): number =>
    typeof value === 'object' && value !== null ? Object.values(value).reduce((sum, one) => sum + leaves(one), 0) : 1
  const { spm, sakip, lkpj, ordinals } = defaultRuleSet
  const scales = [spm.scale, sakip.scale, sakip.grade, sakip.predicate]
  const bounds = scales.reduce((sum, { bands }) => sum + bands.length - 1, 0)
  const choices = leaves([spm, sakip, lkpj]) - leaves(scales)
  const steps = Object.values(ordinals).flat().length
  expect(ruleFieldGroups(defaultRuleSet).flatMap(group => group.fields)).toHaveLength(choices + bounds + steps)
})

it('describes the difference of two sets in words', () => {
  const other = { ...defaultRuleSet, spm: { ...defaultRuleSet.spm, nil: 'zero' as const } }
  expect(otherChoices(defaultRuleSet, other)).toEqual([
    { question: 'SPM · Pelayanan nihil', before: 'Tidak ikut dihitung.', after: 'Dihitung 0.' },
  ])
})

it('finds the set in force in a year', () => {
  const set = (id: string, status = 'approved') => {
    const [year, version] = id.split('.').map(Number)
    return { id, year, version, status } as RuleSetLine
  }
  const sets = [set('2026.3', 'proposed'), set('2026.2'), set('2026.1'), set('2024.1'), set('2024.2')]
  expect([2030, 2026, 2025, 2020].map(year => countingIn(sets, year)?.id)).toEqual([
    '2026.2',
    '2026.2',
    '2024.2',
    '2024.2',
  ])
})
