import { expect, it } from 'vitest'
import { totalWords, whyWords } from './cockpitWords.ts'

const words = { ago: () => '6 hari lalu', due: () => 'terlambat 12 hari' }
const line = (why: Parameters<typeof whyWords>[0]['why'], claimedBy: string | null = null) =>
  whyWords({ why, since: '2026-04-20T00:00:00Z', claimedBy, claimedAt: claimedBy && '2026-04-21T00:00:00Z' }, words)

it('counts what is late of what may be submitted, and says when there is more than was counted', () => {
  expect(totalWords('late', { count: 12, of: 49, more: false })).toBe(
    '12 dari 49 laporan yang sudah dapat dikirim, tetapi belum',
  )
  expect(totalWords('late', { count: 12, of: 300, more: true })).toBe(
    '12 laporan, dari lebih dari 300 yang belum dikirim',
  )
  expect(totalWords('late', { count: 300, of: 300, more: true })).toBe('lebih dari 300 laporan')
  expect(totalWords('stuck', { count: 1, of: 1, more: false })).toBe('1 laporan')
  expect(totalWords('waiting', { count: 300, of: 300, more: true })).toBe('lebih dari 300 laporan')
  expect(totalWords('waiting', { count: 2, of: 2, more: false }, 1)).toBe('2 laporan dan 1 pekerjaan kabupaten')
})

it('says why a line is there, and since when', () => {
  expect(line('late')).toBe('Terlambat 12 hari')
  expect(line('idle')).toBe('Tidak berubah sejak 6 hari lalu')
  expect(line('unclaimed')).toBe('Dikirim 6 hari lalu, belum diambil')
  expect(line('in-hand', 'Verifikator SPM')).toBe('Dikirim 6 hari lalu; diperiksa Verifikator SPM sejak 6 hari lalu')
})
