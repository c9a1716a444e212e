import { expect, it } from 'vitest'
import { defaultRuleSet } from '../rule-sets/defaultRuleSet.ts'
import { stepsOf } from './stepsOf.ts'

const steps = (text: string) => stepsOf(text, defaultRuleSet.ordinals)?.map(({ id, value }) => `${id} ${value}`) ?? null

it('reads a scale by its name in the rule set', () => {
  expect(steps('opini-bpk')).toEqual(['TMP 1', 'TW 2', 'WDP 3', 'WTP 4'])
  expect(steps(' predikat-sakip ')?.at(-1)).toBe('AA 7')
  expect(steps('Opini BPK')).toEqual(steps('opini-bpk'))
  expect(steps(' nilai lke')).toEqual(steps('lke-grade'))
  expect(stepsOf('opini-bpk', defaultRuleSet.ordinals)?.[3]?.label).toBe('Wajar Tanpa Pengecualian')
})

it('reads steps written out, lowest first, with a value where one is given', () => {
  expect(steps('Rendah; Sedang; Tinggi')).toEqual(['Rendah 1', 'Sedang 2', 'Tinggi 3'])
  expect(steps('D=30; C=50; CC=60.5')).toEqual(['D 30', 'C 50', 'CC 60.5'])
})

it.each([
  'Tinggi',
  '',
  'Rendah; ; Tinggi',
  'Rendah; Rendah',
  '1; 2',
  'A=x; B=2',
  'A=1=2; B',
  'constructor',
  '__proto__',
])('does not read %j', text => expect(steps(text)).toBeNull())
