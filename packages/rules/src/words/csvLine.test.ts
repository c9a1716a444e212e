import { expect, it } from 'vitest'
import { csvLine } from './csvLine.ts'

it.each([
  ['=1+1', `"'=1+1"`],
  ['+62 811', `"'+62 811"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['-2+3', `"'-2+3"`],
  ['\t=1', `"'\t=1"`],
  ['＝1', `"'＝1"`],
  ['﹣2', `"'﹣2"`],
  [' =1+1', `"' =1+1"`],
  ['\u00a0=1+1', `"'\u00a0=1+1"`],
  ['\u200b\ufeff@SUM(A1)', `"'\u200b\ufeff@SUM(A1)"`],
  ['\u0000+1', `"'\u0000+1"`],
  [' \n\t-1', `"' \n\t-1"`],
  ['\u3000\u2800=1', `"'\u3000\u2800=1"`],
  [' a=1', '" a=1"'],
  ['  ', '"  "'],
  ['-12,5', '"-12,5"'],
  ['a; "b"\nc', '"a; ""b""\nc"'],
  ['', '""'],
])('%j is written %j', (text, written) => {
  expect(csvLine([text])).toBe(`${written}\r\n`)
})

it('cells are separated by semicolons', () => {
  expect(csvLine(['a', 'b'])).toBe('"a";"b"\r\n')
})
