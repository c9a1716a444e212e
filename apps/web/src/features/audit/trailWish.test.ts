import { expect, it } from 'vitest'
import { trailKeys, trailWish } from './trailWish.ts'

const none = Object.fromEntries(trailKeys.map(key => [key, ''])) as Parameters<typeof trailWish>[0]
const id = '0199f5a0-0000-7000-8000-000000000001'

it('asks for nothing more than the address says', () => {
  expect(trailWish(none)).toEqual({})
  expect(trailWish({ ...none, jenis: 'export', oleh: id, opd: id, dari: '2026-03-31' })).toEqual({
    group: 'export',
    actor: id,
    office: id,
    from: '2026-03-31',
  })
})

it('leaves out what is no filter of ours, so that an old or typed address shows a list', () => {
  expect(trailWish({ ...none, jenis: 'semua', tentang: 'ani', laporan: '1', sampai: '2026-02-30' })).toEqual({})
})
