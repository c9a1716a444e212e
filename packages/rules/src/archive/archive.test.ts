import { describe, expect, it } from 'vitest'
import { childrenOf, form, idOf, told } from '../../test/lppdForms.ts'
import { kinds } from '../kinds/index.ts'
import { archivePlaces, placeFinder } from './archivePlaces.ts'
import { isArchivable } from './isArchivable.ts'
import { readArchiveValue } from './readArchiveValue.ts'
import { rootsAnswered } from './rootsAnswered.ts'

const find = placeFinder(archivePlaces(form({ period: '2024' })))
const investment = idOf('2.l.1')

describe('the forms with values from before the system', () => {
  it('are those that read their own previous period and have catalogue rows', () => {
    const some = Object.values(kinds).filter(isArchivable)
    expect(some.map(kind => kind.form).sort()).toEqual(['lppd/makro', 'lppd/tahunan', 'sakip/evaluasi', 'spm/triwulan'])
  })
})

describe('a row and a field of a spreadsheet', () => {
  it.each([
    ['2.l.1', 'current'],
    [' 2.L.1 ', '2024'],
    [investment, 'Jumlah  investasi tahun n (2024)'],
  ])('%s, %s is the cell it names', (row, field) => {
    expect(find(row, field).map(({ pointer }) => pointer)).toEqual([`/indicators/${investment}/current`])
  })

  it.each([
    ['9.z.9', 'current'],
    ['2.l.1', 'numerator'],
    ['2.l.1', ''],
  ])('%s, %s is none', (row, field) => {
    expect(find(row, field)).toEqual([])
  })

  it('of a part counts for its indicator', () => {
    const [check = ''] = childrenOf('P.4.3', 'checks')
    expect(find(check, 'met')).toMatchObject([{ field: 'met' }])
    expect(rootsAnswered(form(), { checks: { [check]: { met: true } } })).toEqual([idOf('P.4.3')])
    expect(rootsAnswered(form(), told('2.l.1', { current: '1' }))).toEqual([investment])
  })
})

describe('a value of a spreadsheet', () => {
  const value = (row: string, field: string, text: string) => readArchiveValue(find(row, field)[0]!, text)

  it.each([
    ['1.234,5', '1234.5'],
    ['1,2340', '1.234'],
  ])('%s is read as %s', (text, cell) => {
    expect(value('2.l.1', 'current', text)).toEqual({ cell })
  })

  it.each([
    ['6,24 %', '6.24'],
    ['124,5 %', '124.5'],
    ['0,01 %', '0.01'],
  ])('%s of a row of percent is that many percent, and the preview says so', (text, cell) => {
    const row = { spec: { type: 'number' as const, label: '' }, steps: null, row: { unit: '%' } }
    const shown = text.replace(' %', '')
    expect(readArchiveValue(row, text)).toEqual({ cell, note: `Sel persen ${shown} % dibaca ${shown}.` })
  })

  it('a share of a row of people is no number of them, and the preview says what to write', () => {
    const row = { spec: { type: 'number' as const, label: '' }, steps: null, row: { unit: 'orang' } }
    expect(readArchiveValue(row, '50 %')).toEqual({
      fault: '“50 %” adalah persen. Tulis jumlahnya dalam orang, misalnya 1.234.',
    })
  })

  it('in percent is the stored number where the row has another unit, and ambiguous where no unit is known', () => {
    const read = (unit: string | null) =>
      readArchiveValue({ spec: { type: 'number', label: '' }, steps: null, row: { unit } }, '31,2 %')
    expect(read('indeks')).toEqual({ cell: '0.312', note: 'Sel persen 31,2 % dibaca 0,312.' })
    const unsure = (unit: string) =>
      readArchiveValue({ spec: { type: 'number', label: '' }, steps: null, row: { unit } }, '1,234 %')
    expect(unsure('%')).toMatchObject({ readings: ['1.234', '1234'] })
    expect(unsure('indeks')).toMatchObject({ readings: ['0.01234', '12.34'] })
    expect(unsure('')).toEqual({ fault: '“1,234 %” dapat dibaca lebih dari dua cara. Tulis tanpa tanda persen.' })
    expect(read(null)).toMatchObject({ readings: ['0.312', '31.2'] })
  })

  it('is refused where its field or its row does not accept it', () => {
    const place = (min: string, more: object) => ({
      ...{ spec: { type: 'number' as const, label: '', min, ...more }, steps: null, row: { unit: 'orang' } },
    })
    expect(readArchiveValue(place('0', { decimals: 0 }), '-5')).toEqual({ fault: 'Paling kecil 0. Periksa angkanya.' })
    expect(readArchiveValue(place('0', { decimals: 0 }), '10,5')).toEqual({
      fault: 'Tulis bilangan bulat, tanpa angka di belakang koma.',
    })
    expect(readArchiveValue(place('0', { decimals: 0 }), '1.200')).toEqual({ cell: '1200' })
    expect(value('2.e.1', 'value', '124')).toEqual({ fault: 'Paling besar 100. Periksa angkanya.' })
  })

  it('with two readings is ambiguous', () => {
    expect(value('2.l.1', 'current', '1.234')).toEqual({
      fault: 'Perlu dipastikan: 1.234 atau 1,234?',
      readings: ['1234', '1.234'],
    })
  })

  it.each(['', '  ', 'nihil', '-', '12,5x'])('“%s” is no number, and never 0', text => {
    expect(value('2.l.1', 'current', text)).toHaveProperty('fault')
  })

  it('on a scale is one of its steps, by id or by name', () => {
    expect(value('P.1.6', 'step', 'wtp')).toEqual({ cell: 'WTP' })
    expect(value('P.1.6', 'step', 'Baik')).toHaveProperty('fault')
  })

  it('is a yes or a no, or a text that fits', () => {
    expect(readArchiveValue({ spec: { type: 'boolean', label: '' }, steps: null, row: {} }, 'Ya')).toEqual({
      cell: true,
    })
    expect(readArchiveValue({ spec: { type: 'boolean', label: '' }, steps: null, row: {} }, 'mungkin')).toHaveProperty(
      'fault',
    )
    expect(value('2.l.1', 'source', 'LKPM')).toEqual({ cell: 'LKPM' })
    expect(value('2.l.1', 'source', 'a'.repeat(501))).toHaveProperty('fault')
  })
})
