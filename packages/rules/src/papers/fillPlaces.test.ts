import { expect, it } from 'vitest'
import { fillPlaces } from './fillPlaces.ts'
import type { PaperGiven } from './PaperKind.ts'

const given: PaperGiven = {
  region: 'Kabupaten Nunukan',
  office: 'Dinas Sosial',
  reviewers: 'Bagian Organisasi',
  place: 'Nunukan',
  title: 'Perjanjian Kinerja',
  period: '2026',
  number: 1,
  sections: [],
  figures: [],
  submitted: null,
  head: null,
  day: null,
  returned: null,
}
const places = { tahun: () => '2026', kosong: () => '', nama: () => null, kurung: () => '{tahun} $& $1' }

it('fills each place, leaves room for what is not known and what it does not know as it is written', () => {
  const fill = (text: string) => fillPlaces(text, { places }, given)
  expect(fill('TAHUN {tahun}{kosong}')).toBe('TAHUN 2026')
  expect(fill('Nama: {nama}')).toBe(`Nama: ${'.'.repeat(32)}`)
  expect(fill('{lain} {constructor} {')).toBe('{lain} {constructor} {')
  // what a place says is not filled in again
  expect(fill('{kurung}')).toBe('{tahun} $& $1')
})
