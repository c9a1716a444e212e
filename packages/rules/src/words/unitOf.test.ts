import { expect, it } from 'vitest'
import { unitInRow, unitOf } from './unitOf.ts'

const number = { type: 'number', label: 'Jumlah' } as const

it('a number has the unit of its field, else of its row, else the one typed beside it', () => {
  expect(unitOf({ ...number, unit: 'Rp' }, 'paket', undefined)).toBe('Rp')
  expect(unitOf(number, 'paket', 'botol')).toBe('paket')
  expect(unitOf(number, null, 'botol')).toBe('botol')
  expect(unitOf(number, null, { asTyped: '?' })).toBe('')
})

it('inputs of a quotient do not have the unit of the result', () => {
  expect(unitOf({ ...number, unit: '' }, '%', undefined)).toBe('')
  expect(unitOf({ ...number, unit: '' }, '%', 'ton')).toBe('ton')
})

it('words have no unit', () => {
  expect(unitOf({ type: 'text', label: 'Nama' }, 'paket', undefined)).toBe('')
})

it('says that a row has no unit yet, or that its own column was left empty', () => {
  const row = { unit: null, fields: { value: 'Nilai' }, values: {} }
  expect(unitInRow(number, row)).toBe('(satuan belum ditetapkan)')
  expect(unitInRow(number, { ...row, fields: { value: 'Nilai', unit: 'Satuan' } })).toBe('(satuan belum diisi)')
  expect(unitInRow(number, { ...row, values: { unit: 'botol' } })).toBe('botol')
  expect(unitInRow({ ...number, unit: '' }, row)).toBe('')
  expect(unitInRow(number, { ...row, unit: undefined })).toBe('')
})
