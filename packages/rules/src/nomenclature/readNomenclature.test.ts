import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { codeLevelOf, codesAbove, generalCode } from './nationalCodes.ts'
import { readNomenclature } from './readNomenclature.ts'

const read = (text: string) => readNomenclature(text.split('\n').map(line => line.split('\t')))

describe('a list of national codes', () => {
  it('of all levels, each with what it says', () => {
    const { codes, counts, notes } = read(
      [
        'Kode\tNomenklatur\tIndikator\tSatuan',
        '2\tURUSAN WAJIB\t\t',
        '2.11\tLINGKUNGAN HIDUP\t\t',
        '2.11.03.\tPROGRAM PENGENDALIAN\t\t',
        '2.11.03.2.01\tPencegahan\t\t',
        '2.11.03.2.01.0001\tKoordinasi\tJumlah  dokumen\tDokumen',
      ].join('\n'),
    )
    expect(counts).toEqual({ urusan: 1, field: 1, program: 1, activity: 1, subactivity: 1 })
    expect(codes.at(-1)).toEqual({
      code: '2.11.03.2.01.0001',
      name: 'Koordinasi',
      indicator: 'Jumlah dokumen',
      unit: 'Dokumen',
    })
    expect(codes[2]?.code).toBe('2.11.03')
    expect(notes).toEqual([])
  })

  it('stored as numbers in a workbook are read as the codes they were', () => {
    const { codes } = read(['kode\tnama', '1,02\tKESEHATAN', '2,1\tPERTANAHAN', '2\tWAJIB'].join('\n'))
    expect(codes.map(({ code }) => code)).toEqual(['1.02', '2.10', '2'])
  })

  it('names unread lines and duplicates', () => {
    const { codes, notes } = read(
      ['kode\tnama', '9.9\tSalah', '2.11\t', '2.12\tSatu', '2.12\tDua', '2.12\tSatu', '\t'].join('\n'),
    )
    expect(codes.map(({ name }) => name)).toEqual(['Satu'])
    expect(notes).toEqual([
      'Baris 2: “9.9” bukan kode nasional; dilewati.',
      'Baris 3: kode 2.11 tidak bernama; dilewati.',
      'Kode dengan dua nama, yang pertama dipakai (1): 2.12.',
    ])
  })

  it('of the lowest level only lists every one without unit', () => {
    const sample = readFileSync(join(import.meta.dirname, '../../testdata/nomenklatur-contoh.tsv'), 'utf8').trim()
    const { codes, counts, unitless } = read(sample)
    const lines = sample.split('\n').slice(1)
    expect(counts.subactivity).toBe(codes.length)
    expect(codes.length).toBe(new Set(lines.map(line => line.split('\t')[0])).size)
    expect(unitless.length).toBe(lines.filter(line => !line.split('\t')[4]?.trim()).length)
  })
})

it.each([
  ['1', 'urusan', []],
  ['1.02', 'field', ['1']],
  ['X.XX.01', 'program', ['X.XX', 'X']],
  ['1.02.02.2.01', 'activity', ['1.02.02', '1.02', '1']],
  ['1.02.02.2.01.0006', 'subactivity', ['1.02.02.2.01', '1.02.02', '1.02', '1']],
  ['5.1.02.01.01.0024', undefined, ['5.1.02.01.01', '5.1.02', '5.1', '5']],
])('%s is of %s', (code, level, above) => {
  expect(codeLevelOf(code)).toBe(level)
  expect(codesAbove(code)).toEqual(above)
})

it('what every field has is listed once', () => {
  expect(generalCode('1.02.01.2.01.0001')).toBe('X.XX.01.2.01.0001')
  expect(generalCode('X.XX.01')).toBe('X.XX.01')
  expect(generalCode('1.02')).toBe('1.02')
})
