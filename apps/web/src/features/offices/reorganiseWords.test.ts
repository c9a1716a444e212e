import { describe, expect, it } from 'vitest'
import { kindWords, type ReorganisedReport, reportsTitle, reportWords } from './reorganiseWords.ts'

const report = (over: Partial<ReorganisedReport>): ReorganisedReport => ({
  title: 'Laporan penerapan SPM',
  period: '2027-TW1',
  periodTitle: 'Triwulan I 2027',
  begun: true,
  outcome: 'stays',
  why: null,
  to: [],
  ...over,
})
const heirs = ['Dinas Satu', 'Dinas Dua'].map(name => ({ id: name, name }))

describe('what happens to a report', () => {
  it('names the office it goes to', () =>
    expect(reportWords(report({ outcome: 'moves', to: heirs }), true)).toBe('Pindah ke Dinas Satu, Dinas Dua'))
  it('says why it stays, and under which name', () =>
    expect(reportWords(report({ why: 'submitted' }), true)).toBe(
      'Tetap, diselesaikan atas nama lama: sudah pernah dikirim atau disetujui atas nama ini',
    ))
  it('says of an office that continues that it keeps the report, under its own name', () =>
    expect(reportWords(report({ why: 'submitted' }), false)).toBe(
      'Tetap pada perangkat daerah ini: sudah pernah dikirim atau disetujui atas nama ini',
    ))
  it('says that the successor owes it already', () =>
    expect(reportWords(report({ outcome: 'covered', begun: false, to: heirs.slice(0, 1) }), true)).toBe(
      'Kewajiban dihapus: sudah menjadi kewajiban Dinas Satu',
    ))
})

it('calls one successor a merge and several a split', () =>
  expect([kindWords(1), kindWords(2)]).toEqual(['penggabungan', 'pemecahan']))

it('counts in the title what moves, stays and is removed', () => {
  expect(reportsTitle([report({ outcome: 'moves' }), report({})])).toBe('Laporan: 1 pindah, 1 tetap')
  expect(reportsTitle([report({ outcome: 'covered' })])).toBe('Laporan: 0 pindah, 0 tetap, 1 dihapus')
})
