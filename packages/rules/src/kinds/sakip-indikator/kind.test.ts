import { describe, expect, it } from 'vitest'
import { type Chain, formOf, ids, indicatorId, registerAnswers } from '#test/sakipChain.ts'
import { schemaOf } from '../../form/schemaOf.ts'
import type { Cell } from '../../types/Answers.ts'
import type { FieldId } from '../../types/Pointer.ts'
import { kind } from './kind.ts'

const chain = (register: Record<FieldId, Cell>): Chain => ({ indicators: { 'Nilai SAKIP': { register } } })
const row = indicatorId(chain({}), 'Nilai SAKIP')
const own = [
  'scale-unreadable',
  'not-on-scale',
  'sum-of-steps',
  'differs-from-renstra',
  'main-without-target',
  'agreed-without-objective',
]
const found = (register: Record<FieldId, Cell>, change = (answers: ReturnType<typeof registerAnswers>) => answers) =>
  formOf(kind, '2026')
    .evaluate(change(registerAnswers(chain(register))))
    .findings.filter(one => own.includes(one.code))
const places = (register: Record<FieldId, Cell>) => found(register).map(one => [one.code, one.at.split('/')[3]])

describe('the register', () => {
  it('accepts what its own answers schema publishes', () => {
    const answers = registerAnswers(
      chain({ renstra1: '91', iku: true, scale: 'opini-bpk', base: 'WDP', lower: 'T/R', cap: '120' }),
    )
    expect(schemaOf(formOf(kind, '2026')).safeParse(answers).success).toBe(true)
  })

  it('names the years of the plan, and the transition year', () => {
    const block = formOf(kind, '2026').sections[0]?.blocks[0]?.item?.blocks.find(one => one.table === 'indicators')
    expect(block?.item?.fields).toMatchObject({
      base: 'Kondisi awal (2024)',
      renstra1: 'Target Renstra 2025',
      renstra6: 'Target Renstra 2030 (transisi)',
      iku2: 'Target IKU 2026',
    })
  })

  it('asks why a main indicator has another target than the Renstra of the same year', () => {
    // Dinas Kesehatan Banyuwangi, Renstra 2025-2029: 91 among the objectives, 90.5 among the IKU
    const register = { iku: true, renstra1: '91', iku1: '90.5', renstra2: '91.5', iku2: '91.5' }
    expect(places(register)).toEqual([['differs-from-renstra', 'iku1']])
    expect(found(register)[0]).toMatchObject({
      level: 'explain',
      blocks: true,
      why: `/indicators/${row}/why-differs-from-renstra`,
    })
    expect(found({ ...register, 'why-differs-from-renstra': 'Disesuaikan RPJMD' })[0]?.blocks).toBe(false)
    expect(found(register)[0]?.message).toContain('Target IKU 2025 (90,5) berbeda dari target Renstra (91)')
    expect(found({ ...register, iku: false })).toEqual([])
  })

  it('reports a main indicator without a target of the year', () => {
    expect(places({ iku: true })).toEqual([['main-without-target', 'iku2']])
  })

  it('refuses steps that are on no scale, numbers on a scale, and a sum of steps', () => {
    expect(places({ scale: 'opini-bpk', base: 'WDP', renstra1: 'WTP', renstra2: '4', quarterly: 'sum' })).toEqual([
      ['sum-of-steps', 'quarterly'],
      ['not-on-scale', 'renstra2'],
    ])
    expect(places({ renstra1: 'Tinggi', renstra2: '70' })).toEqual([['not-on-scale', 'renstra1']])
    expect(places({ scale: 'Tinggi', renstra1: 'Tinggi' })).toEqual([['scale-unreadable', 'scale']])
    expect(places({ scale: 'opini-bpk', base: { asTyped: 'W T P' } })).toEqual([])
  })

  it('reports that an indicator of a goal is not agreed', () => {
    const ofGoal = found({}, answers => ({
      ...answers,
      indicators: { [row]: { ...answers.indicators?.[row], $parent: ids(1) } },
    }))
    expect(ofGoal.map(one => one.code)).toEqual(['agreed-without-objective'])
  })
})
