import { describe, expect, it } from 'vitest'
import { type Filters, wishOf } from './wishOf.ts'

const none: Filters = { q: '', jenis: '', status: '', tahun: '', periode: '', opd: '', terlambat: '', latihan: '' }

describe('wishOf', () => {
  it('requests nothing without filters', () => expect(wishOf(none, ['spm'])).toEqual({}))
  it('requests what the address says', () => {
    const opd = '0199f5a0-0000-7000-8000-000000000001'
    expect(
      wishOf(
        {
          q: ' ibu ',
          jenis: 'spm',
          status: 'draft',
          tahun: '2026',
          periode: '2026-TW3',
          opd,
          terlambat: 'ya',
          latihan: 'ya',
        },
        ['spm'],
      ),
    ).toEqual({
      q: 'ibu',
      reportType: 'spm',
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
      wishOf({ ...none, jenis: 'x', status: "'; --", tahun: '1', periode: 'kini', opd: 'dinkes', terlambat: 'true' }, [
        'spm',
      ]),
    ).toEqual({}))
})
