import { describe, expect, it } from 'vitest'
import type { FormId } from '../reportTypes.ts'
import { kinds } from './index.ts'
import { precedingReports, prerequisitesOf } from './reportOrder.ts'

const names = (reports: { form: string; period: string }[]) => reports.map(({ form, period }) => `${form} ${period}`)

describe('the order of the reports of a year', () => {
  it('starts no agreement before its register, and no measurement or report before its agreement', () => {
    const first = (form: FormId, period: string) => names(prerequisitesOf({ form, period }))
    expect(first('sakip/indikator', '2026')).toEqual([])
    expect(first('sakip/perjanjian-kinerja', '2026')).toEqual(['sakip/indikator 2026'])
    expect(first('sakip/pengukuran-triwulan', '2026-TW3')).toEqual(['sakip/perjanjian-kinerja 2026'])
    expect(first('sakip/lkjip', '2026')).toEqual(['sakip/perjanjian-kinerja 2026'])
    expect(first('spm/triwulan', '2026-TW2')).toEqual([])
  })

  it('keeps to practice where the report is practice', () =>
    expect(names(prerequisitesOf({ form: 'sakip/pengukuran-triwulan', period: '2026-TW1-latihan' }))).toEqual([
      'sakip/perjanjian-kinerja 2026-latihan',
    ]))

  it('goes from a source to its readers, within the type and the year', () => {
    const before = (form: FormId, period: string) => names(precedingReports({ form, period }))
    expect(before('sakip/indikator', '2026')).toEqual([])
    expect(before('sakip/pengukuran-triwulan', '2026-TW2')).toEqual([
      'sakip/indikator 2026',
      'sakip/perjanjian-kinerja 2026',
      'sakip/pengukuran-triwulan 2026-TW1',
    ])
    expect(before('sakip/evaluasi', '2026')).toEqual(['sakip/lkjip 2026'])
    expect(before('spm/triwulan', '2026-TW1')).toEqual([])
    expect(before('spm/triwulan', '2026-TW2')).toEqual(['spm/triwulan 2026-TW1'])
    expect(before('lppd/tahunan', '2026')).toEqual([])
  })

  it('has every prerequisite among what comes before', () => {
    for (const form of Object.keys(kinds) as FormId[]) {
      const report = { form, period: kinds[form]?.period === 'quarter' ? '2026-TW4' : '2026' }
      expect(names(precedingReports(report))).toEqual(expect.arrayContaining(names(prerequisitesOf(report))))
    }
  })
})
