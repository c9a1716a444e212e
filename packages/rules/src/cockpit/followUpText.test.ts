import { expect, it } from 'vitest'
import { type FollowUp, type FollowUpReason, followUpText } from './followUpText.ts'
import { stuckReasons } from './stuckWhy.ts'

const about: FollowUp = {
  name: 'Operator Dinas Kesehatan',
  office: 'Dinas Kesehatan',
  report: 'SPM, Triwulan I 2026',
  why: 'late',
  due: 'Senin, 20 April 2026',
  since: 'Senin, 20 April 2026',
  filled: '8 dari 12 baris terisi penuh',
  status: 'draft',
  openNotes: 0,
  sender: 'Koordinator SPM',
  region: 'Kabupaten Nunukan',
}

it('names the report, its due date and what is missing, and asks politely', () =>
  expect(followUpText(about)).toBe(
    `Yth. Bapak/Ibu Operator Dinas Kesehatan, Dinas Kesehatan,

Laporan SPM, Triwulan I 2026 seharusnya dikirim paling lambat Senin, 20 April 2026, dan sampai hari ini belum kami terima: baru 8 dari 12 baris terisi penuh.

Mohon dilengkapi dan dikirim melalui SEPAKAT. Bila ada kendala, kabari kami agar dapat dibantu.

Terima kasih.
Koordinator SPM, Kabupaten Nunukan`,
  ))

it('says what is missing by what is known of it', () => {
  expect(followUpText({ ...about, status: 'not-begun' })).toContain('laporannya belum dimulai')
  expect(followUpText({ ...about, status: 'signing' })).toContain('menunggu tanda tangan')
  expect(followUpText({ ...about, filled: '' })).toContain('belum selesai diisi')
})

it('counts the notes of a returned report, and gives the date of its answer', () => {
  const text = followUpText({ ...about, why: 'returned', openNotes: 2, since: 'Jumat, 8 Mei 2026' })
  expect(text).toContain('(2 catatan)')
  expect(text).toContain('paling lambat Jumat, 8 Mei 2026')
})

it.each<FollowUpReason>(['late', ...stuckReasons, 'unclaimed', 'in-hand', 'asked'])('%s names the report', why => {
  const text = followUpText({ ...about, why, due: null })
  expect(text).toContain('SPM, Triwulan I 2026')
  expect(text).not.toMatch(/null|undefined/)
})

it('does not say twice that it is a report', () =>
  expect(followUpText({ ...about, report: 'Laporan penerapan SPM, Triwulan I 2026' })).not.toMatch(/laporan laporan/i))
