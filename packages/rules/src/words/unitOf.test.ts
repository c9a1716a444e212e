import { expect, it } from 'vitest'
import { unitOf } from './unitOf.ts'

const number = { type: 'number', label: 'Jumlah' } as const

it('a number is counted in the unit of its field, else of its row, else in what was typed beside it', () => {
  expect(unitOf({ ...number, unit: 'Rp' }, 'paket', undefined)).toBe('Rp')
  expect(unitOf(number, 'paket', 'botol')).toBe('paket')
  expect(unitOf(number, null, 'botol')).toBe('botol')
  expect(unitOf(number, null, { asTyped: '?' })).toBe('')
})

it('what is divided has no share of the unit of the result', () => {
  expect(unitOf({ ...number, unit: '' }, '%', undefined)).toBe('')
})

it('words have no unit', () => {
  expect(unitOf({ type: 'text', label: 'Nama' }, 'paket', undefined)).toBe('')
})
