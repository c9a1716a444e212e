import { expect, it } from 'vitest'
import { isWhatsapp, megabytesOf, settingsOf, whatsappOf } from './settingsOf.ts'

it.each([
  ['0812-3456 7890', '+6281234567890'],
  ['62 812 3456 7890', '+6281234567890'],
  ['+62 812 3456 7890', '+6281234567890'],
  ['+60123456789', '+60123456789'],
])('%s is kept as %s', (typed, kept) => {
  expect(whatsappOf(typed)).toBe(kept)
  expect(isWhatsapp(kept)).toBe(true)
})
it('too few digits are no number', () => expect(isWhatsapp(whatsappOf('0812'))).toBe(false))

it('settings are read by their key', () =>
  expect(settingsOf({ items: [{ key: 'contact', value: { name: 'A', whatsapp: '' } }] }).contact).toEqual({
    name: 'A',
    whatsapp: '',
  }))

it.each([
  ['5000', 5000],
  ['5.000', 5000],
  [' 50 ', 50],
  ['49', null],
  ['1.000.001', null],
  ['lima', null],
  ['', null],
])('%s MB is %s', (typed, size) => expect(megabytesOf(typed)).toBe(size))
