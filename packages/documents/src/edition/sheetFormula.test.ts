import type { EditionTable } from '@sepakat/rules/editions/FrozenEdition.ts'
import { expect, it } from 'vitest'
import { letterOf, sheetFormula } from './sheetFormula.ts'
import { sheetNumber } from './sheetNumber.ts'

const table = (cells: EditionTable['lines'][number]['cells'][]): EditionTable => ({
  id: 't',
  title: 'T',
  columns: ['a', 'b', 'c'].map(id => ({ id, title: id, share: 1, number: true as const })),
  lines: cells.map(one => ({ cells: one })),
  notes: [],
})
const formula = (cells: EditionTable['lines'][number]['cells'][], line: number, column: string) =>
  sheetFormula({ table: table(cells), line, column, firstRow: 4 })

it('sums lines, those beside each other as one range, and rounds away what floats add', () => {
  const of = (value: string, sum: number[]) =>
    formula(
      [
        { a: { value: '1' } },
        { a: { value: '2' } },
        { a: { text: 'Nihil' } },
        { a: { value: '3' } },
        { a: { value, formula: { sum } } },
      ],
      4,
      'a',
    )
  expect(of('6', [0, 1, 3])).toBe('SUM(A4:A5,A7)')
  // 0.1 + 0.2 is another number in floats
  const decimals = [{ a: { value: '0.1' } }, { a: { value: '0.2' } }, { a: { value: '0.3', formula: { sum: [0, 1] } } }]
  expect(formula(decimals, 2, 'a')).toBe('ROUND(SUM(A4:A5),1)')
})

it('divides two columns of a line', () => {
  const line = (value: string) => [
    {
      a: { value: '1' },
      b: { value: '3' },
      c: { value, formula: { ratio: ['a', 'b'] as [string, string], times: '100' } },
    },
  ]
  expect(formula(line('33.333333'), 0, 'c')).toBe('ROUND(A4/B4*100,6)')
  expect(formula(line('33'), 0, 'c')).toBe('ROUND(A4/B4*100,0)')
  expect(formula(line('34'), 0, 'c')).toBeNull()
})

it.each([
  ['a sum that is another number', [{ a: { value: '1' } }, { a: { value: '3', formula: { sum: [0] } } }], 1],
  ['a summand without a number', [{ a: { text: '-' } }, { a: { value: '0', formula: { sum: [0] } } }], 1],
  [
    'a summand that a sheet cannot keep',
    [{ a: { value: '1234567890123456' } }, { a: { value: '1234567890123456', formula: { sum: [0] } } }],
    1,
  ],
  ['a sum of itself', [{ a: { value: '0', formula: { sum: [0] } } }], 0],
  ['no formula', [{ a: { value: '1' } }], 0],
])('is not written for %s', (_, cells, line) => expect(formula(cells as never, line as number, 'a')).toBeNull())

it('knows what a sheet keeps whole, rounds quotients alone, and how columns are called', () => {
  for (const whole of ['123456789012345', '0.000123456789012345', '-1234567890123.45'])
    expect(sheetNumber(whole)).toBe(whole)
  for (const other of ['1234567890123456', '1234567890123.456']) expect(sheetNumber(other)).toBeNull()
  const third = '33.3333333333333333333333333333333333'
  expect(sheetNumber(third)).toBe('33.333333333')
  const line = {
    a: { value: '1' },
    b: { value: '3' },
    c: { value: third, formula: { ratio: ['a', 'b'] as [string, string], times: '100' } },
  }
  expect(formula([line], 0, 'c')).toBe('ROUND(A4/B4*100,9)')
  expect([0, 25, 26, 701, 702].map(letterOf)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
})
