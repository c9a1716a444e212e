import { describe, expect, it } from 'vitest'
import { type QueueFilters, queueKeys, queueWish, tabOf } from './queueWish.ts'

const none = Object.fromEntries(queueKeys.map(key => [key, ''])) as QueueFilters

describe('queueWish', () => {
  it('starts with unclaimed reports, second reviews too', () =>
    expect(queueWish(none, [])).toEqual({ status: 'submitted,second-review' }))
  it('finds one’s own by a tab', () =>
    expect(queueWish({ ...none, tab: 'saya' }, [])).toEqual({ status: 'in-review,second-review', mine: true }))
  it('leaves status and claimant to the filters only in the tab of all', () => {
    expect(queueWish({ ...none, tab: 'semua', status: 'in-review', milik: 'ya' }, [])).toEqual({
      status: 'in-review',
      mine: true,
    })
    expect(queueWish({ ...none, tab: 'disetujui', status: 'in-review', milik: 'ya' }, [])).toEqual({
      status: 'approved',
    })
  })
  it('never requests drafts or reports pending a signature', () =>
    expect(queueWish({ ...none, tab: 'semua', status: 'draft' }, [])).toEqual({
      status: 'submitted,in-review,second-review,returned,approved',
    }))
  it('passes on the other filters', () => {
    const opd = '0199f5a0-0000-7000-8000-000000000001'
    const filters = { ...none, q: ' ibu ', jenis: 'x', opd, periode: '2026-TW3', terlambat: 'ya', latihan: 'ya' }
    expect(queueWish({ ...filters, jenis: 'sakip' }, ['sakip'])).toEqual({
      status: 'submitted,second-review',
      q: 'ibu',
      reportType: 'sakip',
      office: opd,
      period: '2026-TW3',
      late: true,
      practice: true,
    })
  })
  it('leaves out invalid parameters', () =>
    expect(queueWish({ ...none, tab: 'x', jenis: 'y', opd: 'dinkes', periode: 'kini', terlambat: '1' }, [])).toEqual({
      status: 'submitted,second-review',
    }))
})

it('opens the first tab where the address names an unknown one', () => expect(tabOf('lain').id).toBe('menunggu'))
