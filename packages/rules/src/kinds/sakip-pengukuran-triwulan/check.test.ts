import { describe, expect, it } from 'vitest'
import {
  type Chain,
  figure,
  formOf,
  indicatorId,
  measure,
  programmeId,
  quarterAnswers,
  quarterSources,
} from '#test/sakipChain.ts'
import { schemaOf } from '../../form/schemaOf.ts'
import { kind } from './kind.ts'

const own = Object.keys(kind.findings)
const found = (chain: Chain) => measure(chain).findings.filter(one => own.includes(one.code))
const chain: Chain = {
  quarter: 2,
  indicators: { a: { target: '40', targets: ['10', '20', '30', '40'], realized: ['9', '21'] } },
}
const a = indicatorId(chain, 'a')

describe('the quarterly measurement', () => {
  it('reads register and agreement of its year and the quarters before it', () => {
    expect(kind.sources('2026-TW3-latihan')).toEqual({
      register: { form: 'sakip/indikator', period: '2026-latihan' },
      agreement: { form: 'sakip/perjanjian-kinerja', period: '2026-latihan', first: true },
      tw1: { form: 'sakip/pengukuran-triwulan', period: '2026-TW1-latihan' },
      tw2: { form: 'sakip/pengukuran-triwulan', period: '2026-TW2-latihan' },
    })
  })

  it('has rows of the agreement only, with unit and direction of the register', () => {
    const form = formOf(
      kind,
      '2026-TW2',
      quarterSources({
        ...chain,
        indicators: { a: { ...chain.indicators!.a, register: { unit: 'orang', direction: 'lower' } } },
      }),
    )
    const block = form.sections.find(one => one.id === 'objectives')?.blocks[0]?.rows[0]?.blocks[0]
    expect(block?.rows.map(row => [row.id, row.label, row.unit, row.direction, row.fields.realization])).toEqual([
      [a, 'a', 'orang', 'lower', 'Realisasi Triwulan II'],
    ])
    expect(schemaOf(form).safeParse(quarterAnswers(chain, 2)).success).toBe(true)
  })

  it('says which agreement it is filled in against', () => {
    expect(found(chain)).toEqual([])
    expect(found({ ...chain, status: 'handed-in' }).map(one => [one.code, one.at, one.message])).toEqual([
      ['agreement-not-approved', '', 'Diisi menurut perjanjian kinerja yang sudah dikirim tetapi belum disetujui.'],
    ])
    expect(
      formOf(kind, '2026-TW2')
        .evaluate({})
        .findings.find(one => one.code === 'agreement-missing'),
    ).toMatchObject({ at: '', blocks: true })
  })

  it('reports a realization without a target of its quarter, and refuses a step on no scale', () => {
    const codes = (measured: NonNullable<Chain['indicators']>[string]) =>
      found({ quarter: 2, indicators: { a: measured } }).map(one => one.code)
    expect(codes({ target: '40', targets: ['10', null, '30', '40'], realized: ['9', '21'] })).toEqual([
      'no-quarter-target',
    ])
    expect(codes({ ...chain.indicators!.a, realized: ['9', 'Tinggi'] })).toEqual(['not-on-scale'])
    expect(codes({ ...chain.indicators!.a, realized: ['9', { asTyped: '2l' }] })).toEqual([])
  })

  it('asks why spending exceeds the budget, and why it is less than in the previous quarter', () => {
    const spent = (...list: string[]): Chain => ({ ...chain, programmes: { satu: { budget: '1000', spent: list } } })
    expect(found(spent('400', '1000'))).toEqual([])
    expect(found(spent('400', '1000.01')).map(one => [one.code, one.at])).toEqual([
      ['spent-over-budget', `/programs/${programmeId(spent(), 'satu')}/spent`],
    ])
    expect(found(spent('400', '399')).map(one => one.code)).toEqual(['spent-fell'])
  })

  it('keeps its indicators by id when the agreement changes', () => {
    const before: Chain = {
      quarter: 1,
      indicators: {
        a: { target: '40', targets: ['10', '20', '30', '40'] },
        b: { target: '5', targets: ['5', '5', '5', '5'] },
      },
    }
    const answers = {
      indicators: {
        [indicatorId(before, 'a')]: { realization: '8' },
        [indicatorId(before, 'b')]: { realization: '4' },
      },
    }
    expect(figure(measure(before, answers), 'sakip.office').value).toBe('80.0000')

    const changed: Chain = {
      quarter: 1,
      indicators: { a: { target: '40', targets: ['16', '20', '30', '40'] }, b: { register: { agreed: false } } },
    }
    const evaluation = measure(changed, answers)
    expect(figure(evaluation, 'sakip.achievement', indicatorId(before, 'a')).value).toBe('50.0000')
    expect(evaluation.findings.filter(one => one.code === 'not-in-form').map(one => one.at)).toEqual([
      `/indicators/${indicatorId(before, 'b')}`,
    ])
    expect(figure(evaluation, 'sakip.office').value).toBe('50.0000')
  })
})
