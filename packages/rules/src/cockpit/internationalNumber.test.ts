import fc from 'fast-check'
import { expect, it } from 'vitest'
import { internationalNumber } from './internationalNumber.ts'

it.each([
  ['081234567890', '6281234567890'],
  ['0812-3456-7890', '6281234567890'],
  ['0812 3456 7890', '6281234567890'],
  ['(0812) 3456.7890', '6281234567890'],
  ['+62 812-3456-7890', '6281234567890'],
  ['62812 3456 7890', '6281234567890'],
  ['+62 (0)812 3456 7890', '6281234567890'],
  ['+62 0812 3456 7890', '6281234567890'],
  ['0062 81234567890', '6281234567890'],
  ['81234567890', '6281234567890'],
  ['0556-21023 (kantor)', null],
  ['(0556) 2102345', '625562102345'],
  ['081234567890 / 085212345678', '6281234567890'],
  ['081234567890, 0852', '6281234567890'],
  ['081234567890 atau 0852', '6281234567890'],
  ['+60 89-771 2345', '60897712345'],
  ['0060897712345', '60897712345'],
  ['', null],
  ['-', null],
  ['belum ada', null],
  ['0812', null],
  ['08123456789012345678', null],
  [null, null],
])('%s is %s', (text, number) => expect(internationalNumber(text)).toBe(number))

it('gives digits alone, and the same again of what it gave', () =>
  fc.assert(
    fc.property(fc.string({ maxLength: 24 }), text => {
      const number = internationalNumber(text)
      if (number === null) return
      expect(number).toMatch(/^[1-9]\d{9,14}$/)
      expect(internationalNumber(`+${number}`)).toBe(number)
    }),
  ))
