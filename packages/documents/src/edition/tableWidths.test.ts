import { shortDay } from '@sepakat/rules/periods/dates.ts'
import { expect, it } from 'vitest'
import { exampleTable } from '../testing/exampleEdition.ts'
import { tableWidths, textWidth } from './tableWidths.ts'

const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0)
const columns = (count: number, value: string) => ({
  ...exampleTable(1, 3),
  columns: Array.from({ length: count }, (_, n) => ({
    id: `c${n}`,
    title: `Kolom ${n}`,
    share: 1,
    number: true as const,
  })),
  lines: [{ cells: Object.fromEntries(Array.from({ length: count }, (_, n) => [`c${n}`, { value }])) }],
})

it('fills the width of the page by shares, but no number is wider than its column', () => {
  const { wide, widths, size } = tableWidths(exampleTable(1, 12))
  expect([wide, size]).toEqual([false, 9])
  expect(sum(widths)).toBeCloseTo(textWidth.upright)
  expect(widths[0]).toBeGreaterThan(widths[1] ?? 0)
  const narrow = { ...columns(2, '1234567890123456.75') }
  narrow.columns = narrow.columns.map((column, n) => ({ ...column, share: n === 0 ? 1 : 99 }))
  // 1.234.567.890.123.456,75 at half an em each
  expect(tableWidths(narrow).widths[0]).toBeGreaterThan(18 * 0.5 * 9)
})

it('turns the page for many columns, makes letters smaller for more, and says what even then does not fit', () => {
  expect(tableWidths(columns(9, '12'))).toMatchObject({ wide: true, size: 9, broken: false })
  expect(tableWidths(columns(8, '1234567890123.25'))).toMatchObject({ wide: true, broken: false })
  expect(tableWidths(columns(9, '123456789012.25'))).toMatchObject({ wide: true, size: 8, broken: false })
  const many = tableWidths(columns(40, '123456789012.25'))
  expect(many).toMatchObject({ wide: true, size: 6, broken: true })
  expect(sum(many.widths)).toBeCloseTo(textWidth.lying)
})

it('has room for a day, which is not broken, and for the whole words of a head', () => {
  const table = {
    ...exampleTable(1, 1),
    columns: [
      { id: 'at', title: 'Disetujui', share: 1 },
      { id: 'name', title: 'Perangkat daerah', share: 99 },
    ],
    lines: [{ cells: { at: { text: shortDay('2026-03-01') }, name: { text: 'Dinas Sosial' } } }],
  }
  expect(tableWidths(table).widths[0]).toBeGreaterThan('1 Mar 2026'.length * 0.45 * 9)
})
