import { expect, it } from 'vitest'
import { cellsOf, paperGiven } from '#test/paperGiven.ts'
import { answersOf, form } from './lkpj.fixture.ts'
import { programPaper } from './programPaper.ts'

const tree = {
  '1.02.02': {
    '1.02.02.2.01': {
      '1.02.02.2.01.0001': {
        cells: { before: '100', after: '200', spent: '150', problem: 'Hujan.', remedy: 'Dijadwal ulang.' },
        aims: [
          ['10', '8'],
          ['4', '4'],
        ] as [string, string][],
      },
      '1.02.02.2.01.0002': { cells: { before: '100', spent: '100' } },
    },
  },
}
const given = paperGiven(form(), answersOf(tree), '2026')

it('has programmes, activities and sub-activities with what was aimed at and the money, a line for each indicator', () => {
  const lines = cellsOf(programPaper, given, 'capaian')
  expect(lines[0]).toEqual(['1.02.02', 'Program 1.02.02', '–', '–', '–', '–', '90,00', '300', '250', '83,33'])
  expect(lines.slice(2, 5)).toEqual([
    ['1.02.02.2.01.0001', 'Sub 1.02.02.2.01.0001', 'Jumlah', '–', '10', '8', '80,00', '200', '150', '75,00'],
    ['Jumlah', '–', '4', '4', '100,00'],
    ['1.02.02.2.01.0002', 'Sub 1.02.02.2.01.0002', '–', '–', '–', '–', '–', '100', '100', '100,00'],
  ])
  expect(lines.at(-1)).toEqual(['Jumlah', '90,00', '300', '250', '83,33'])
})

it('has the change of the budget, what went wrong and what was done, and says where there is nothing', () => {
  expect(cellsOf(programPaper, given, 'anggaran')).toEqual([
    ['1.02.02', 'Program 1.02.02', '200', '300', '100'],
    ['Jumlah', '200', '300', '100'],
  ])
  expect(cellsOf(programPaper, given, 'permasalahan')).toEqual([
    ['1.02.02.2.01.0001', 'Sub 1.02.02.2.01.0001', 'Hujan.', 'Dijadwal ulang.'],
  ])
  expect(cellsOf(programPaper, given, 'rekomendasi')[0]?.[0]).toMatch(/^Tidak ada rekomendasi/)
})
