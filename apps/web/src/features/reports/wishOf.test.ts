import { describe, expect, it } from 'vitest'
import { type Filters, filterKeys, wishOf } from './wishOf.ts'

const none = Object.fromEntries(filterKeys.map(key => [key, ''])) as Filters
const forms = ['spm/triwulan']

describe('wishOf', () => {
  it('requests nothing without filters', () => expect(wishOf(none, ['spm'], forms)).toEqual({}))
  it('requests what the address says', () => {
    const opd = '0199f5a0-0000-7000-8000-000000000001'
    expect(
      wishOf(
        {
          q: ' ibu ',
          jenis: 'spm',
          formulir: 'spm/triwulan',
          sendiri: 'ya',
          ketepatan: 'missing',
          status: 'draft',
          tahun: '2026',
          periode: '2026-TW3',
          opd,
          terlambat: 'ya',
          latihan: 'ya',
        },
        ['spm'],
        forms,
      ),
    ).toEqual({
      q: 'ibu',
      reportType: 'spm',
      form: 'spm/triwulan',
      alone: true,
      timeliness: 'missing',
      status: 'draft',
      year: 2026,
      period: '2026-TW3',
      office: opd,
      late: true,
      practice: true,
    })
  })
  it('leaves out invalid parameters typed into the address by hand', () =>
    expect(
      wishOf(
        {
          ...none,
          jenis: 'x',
          formulir: 'x/y',
          status: "'; --",
          tahun: '1',
          periode: 'kini',
          opd: 'dinkes',
          sendiri: 'ya',
          ketepatan: 'kapan',
          terlambat: 'true',
        },
        ['spm'],
        forms,
      ),
    ).toEqual({}))
})
