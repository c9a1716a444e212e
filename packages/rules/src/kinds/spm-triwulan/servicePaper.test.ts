import { expect, it } from 'vitest'
import { cellsOf, paperGiven, wordsOf } from '#test/paperGiven.ts'
import type { Answers } from '../../types/Answers.ts'
import { servicePaper } from './servicePaper.ts'
import { e1, form, scopeOf } from './spm.fixture.ts'

const item = { $position: 'a0', $parent: 'ibu-hamil' }
const row = (n: number) => `0199f5a0-0000-7000-8000-${String(n).padStart(12, '0')}`
const answers: Answers = {
  ...e1,
  recipients: { ...e1.recipients, 'rumah-relokasi': { state: 'nil', reason: 'Tidak ada relokasi.' } },
  budget: {
    [row(1)]: { ...item, fund: 'apbd', before: '1000000', after: '2000000', spent: '500000' },
    [row(2)]: { ...item, $position: 'a1', fund: 'dak-fisik', before: '500000', spent: '500000' },
  },
  problems: { [row(3)]: { ...item, problem: 'Tenaga kurang.', remedy: 'Perekrutan.' } },
  staff: { 'ibu-hamil': { state: 'nil', reason: 'Dilayani puskesmas.' } },
}
const scope = { rows: ['ibu-hamil', 'rumah-relokasi'], period: '2026-TW4' }
const given = paperGiven(form(scope), answers, scopeOf(scope).period)

it('has the four chapters, and of the second a part for each field of government', () => {
  const words = wordsOf(servicePaper, given)
  expect(words.filter(text => /^(BAB|Bidang urusan)/.test(text))).toEqual([
    'BAB I',
    'BAB II',
    'Bidang urusan Kesehatan',
    'Bidang urusan Perumahan rakyat',
    'BAB III',
    'BAB IV',
  ])
  expect(words.filter(text => text === '3. Realisasi')).toHaveLength(2)
})

it('says of each service who was due and served, its shares, index and category, and what is declared nil', () => {
  const [health, housing] = servicePaper.each!.urusan!(given)
  expect(cellsOf(servicePaper, health!, 'realisasi')).toEqual([
    ['1.', 'ibu-hamil', '4.800', '4.512', '288', '94,00', '93,08', '93,82', 'Tuntas Utama'],
  ])
  expect(cellsOf(servicePaper, housing!, 'target')).toEqual([
    ['1.', 'rumah-relokasi', 'Nihil (alasan: Tidak ada relokasi)'],
  ])
  expect(cellsOf(servicePaper, health!, 'mutu')).toHaveLength(1 + 5)
})

it('adds up the money by its last budget, and says which list is empty and why', () => {
  const [health] = servicePaper.each!.urusan!(given)
  expect(cellsOf(servicePaper, health!, 'anggaran')).toEqual([
    ['ibu-hamil'],
    ['APBD', '1.000.000', '2.000.000', '500.000', '25,00'],
    ['DAK fisik', '500.000', '500.000', '500.000', '100,00'],
    ['Jumlah', '1.500.000', '2.500.000', '1.000.000', '40,00'],
  ])
  expect(cellsOf(servicePaper, health!, 'permasalahan')).toEqual([['ibu-hamil'], ['Tenaga kurang.', 'Perekrutan.']])
  expect(cellsOf(servicePaper, health!, 'rencana-aksi')).toEqual([['ibu-hamil'], ['Tidak ada.']])
})
