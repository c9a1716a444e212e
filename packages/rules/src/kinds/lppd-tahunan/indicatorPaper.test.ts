import { expect, it } from 'vitest'
import { before, form, idOf, told } from '#test/lppdForms.ts'
import { cellsOf, paperGiven } from '#test/paperGiven.ts'
import { indicatorPaper } from './indicatorPaper.ts'

const rows = [idOf('1.a.1')]
const earlier = before(told('1.a.1', { numerator: '800', denominator: '1000' }))
const paper = (answers: ReturnType<typeof told>) => paperGiven(form({ rows, ...earlier }), answers, '2026')

it('says of a key indicator its numerator and denominator, its unit, the result beside last year, and its source', () => {
  const given = paper(told('1.a.1', { numerator: '900', denominator: '1000', source: 'Dapodik' }))
  const [group, first, second] = cellsOf(indicatorPaper, given, 'ikk-hasil')
  expect(group).toEqual(['Pendidikan'])
  expect(first?.slice(2)).toEqual([
    'Pembilang ÷ penyebut × 100',
    'Jumlah anak usia 5-6 tahun yang sudah tamat atau sedang belajar di satuan PAUD',
    '900',
    '%',
    '80',
    '90',
    '12,50',
    'Dapodik',
    '–',
  ])
  expect(second).toEqual([expect.stringMatching(/^Jumlah anak usia 5-6 tahun pada/), '1.000'])
})

it('says what is declared in place of the data', () => {
  const given = paper(told('1.a.1', { state: 'notYetAvailable', publisher: 'BPS', expected: 'April' }))
  const [, line] = cellsOf(indicatorPaper, given, 'ikk-hasil')
  expect(line?.[3]).toBe('Belum tersedia (penerbit data: BPS; perkiraan terbit: April)')
  expect(line?.[6]).toBe('belum tersedia')
})
