import { expect, it } from 'vitest'
import { isBlank } from './isBlank.ts'

it.each(['', ' ', '\t\r\n', '\u00a0\u2003', '\u200b\u2060\ufeff', '\u00ad', '\u3164\u115f', '\u2800', '\u0007'])(
  '%j says nothing',
  text => expect(isBlank(text)).toBe(true),
)
it.each(['-', ' a ', '0', '\u200bx', '…', '👍'])('%j says something', text => expect(isBlank(text)).toBe(false))
