import { expect, it } from 'vitest'
import { wrongFields } from '#testing/wrongFields.ts'
import { daysOf, megabytesOf, settingsOf, whatsappOf } from './settingsOf.ts'

const contact = (typed: string) =>
  wrongFields('PUT /settings/:key', { value: { name: 'Siti', whatsapp: whatsappOf(typed) } })

it.each([
  ['0812-3456 7890', '+6281234567890'],
  ['62 812 3456 7890', '+6281234567890'],
  ['+62 812 3456 7890', '+6281234567890'],
  ['+60123456789', '+60123456789'],
])('%s is stored as %s', async (typed, stored) => {
  expect(whatsappOf(typed)).toBe(stored)
  expect(await contact(typed)).toEqual({})
})
it('rejects a number with too few digits', async () => expect(await contact('0812')).toHaveProperty('value.whatsapp'))

it('reads settings by their key', () =>
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

it.each([
  ['14, 7; 3 1', [14, 7, 3, 1]],
  ['', []],
  ['14, dua', [14, Number.NaN]],
])('%j days are %j', (typed, days) => expect(daysOf(typed)).toEqual(days))
