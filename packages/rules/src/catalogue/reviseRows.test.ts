import { describe, expect, it } from 'vitest'
import type { CatalogueRow } from '../types/Catalogue.ts'
import { type CatalogueRevision, reviseRows } from './reviseRows.ts'
import { movesFigures, rowChanges } from './rowChanges.ts'

const row = {
  id: 'a',
  table: 't',
  code: '',
  codeOfficial: false,
  label: 'lama',
  unit: null,
  direction: null,
  confidence: 'memory',
  from: 2021,
  to: null,
} satisfies CatalogueRow
const correct = (rows: CatalogueRow[], fromYear: number, change: NonNullable<CatalogueRevision['correct']>['change']) =>
  reviseRows(rows, { correct: { row: 'a', fromYear, change } })

describe('a corrected row', () => {
  it('replaces its slice where that starts in the same year', () => {
    expect(correct([row], 2021, { label: 'baru' })).toEqual([{ ...row, label: 'baru' }])
  })
  it('keeps the end of its slice and the slices after it', () => {
    const slices = [
      { ...row, to: 2025 },
      { ...row, from: 2026 },
    ]
    expect(correct(slices, 2024, { label: 'baru' })).toEqual([
      { ...row, to: 2023 },
      { ...row, label: 'baru', from: 2024, to: 2025 },
      { ...row, from: 2026 },
    ])
    expect(correct(slices, 2020, { label: 'baru' })).toEqual({ missing: { row: 'a', from: 2020 } })
  })
  it('keeps the other attributes of the slice it corrects, not those of an earlier one', () => {
    const slices = [
      { ...row, attrs: { component: 'goods', measure: 'flow' }, to: 2025 },
      { ...row, attrs: { component: 'staff', measure: 'flow' }, from: 2026 },
    ]
    expect(correct(slices, 2026, { attrs: { measure: 'stock' } })).toEqual([
      slices[0],
      { ...slices[1], attrs: { component: 'staff', measure: 'stock' } },
    ])
  })
})

describe('many rows at once', () => {
  const rows = [
    { ...row, to: 2026 },
    { ...row, id: 'b', to: 2026 },
    { ...row, id: 'c' },
  ]
  const both = [
    { row: 'a', from: 2021 },
    { row: 'b', from: 2021 },
  ]

  it('are carried over to a year, or for good', () => {
    expect(reviseRows(rows, { until: { rows: both, to: 2027 } })).toEqual([
      { ...rows[0], to: 2027 },
      { ...rows[1], to: 2027 },
      rows[2],
    ])
    expect(reviseRows(rows, { until: { rows: both.slice(1), to: null } })).toEqual([
      rows[0],
      { ...rows[1], to: null },
      rows[2],
    ])
  })

  it('are verified by a source, and a missing slice is reported', () => {
    expect(reviseRows(rows, { verify: { rows: both, source: 'Lampiran' } })).toEqual([
      { ...rows[0], confidence: 'verified', source: 'Lampiran' },
      { ...rows[1], confidence: 'verified', source: 'Lampiran' },
      rows[2],
    ])
    const absent = { row: 'a', from: 2022 }
    expect(reviseRows(rows, { verify: { rows: [...both, absent], source: 'x' } })).toEqual({ missing: absent })
  })
})

describe('the differences of two versions', () => {
  const formula = { kind: 'ratio', inputs: { due: 'Sasaran' }, factor: '100' } as const
  const before = [{ ...row, formula }]

  it('are listed field by field, of a new slice beside the one it came from', () => {
    const after = reviseRows(before, {
      correct: { row: 'a', fromYear: 2026, change: { label: 'baru', formula: { ...formula, factor: '1000' } } },
    }) as CatalogueRow[]
    const told = rowChanges(before, after)
    expect(told.map(({ from, field, before: was, after: is }) => [from, field, was, is])).toEqual([
      [2021, 'to', '', '2025'],
      [2026, 'label', 'lama', 'baru'],
      [2026, 'from', '2021', '2026'],
      [2026, 'formula.factor', '100', '1000'],
    ])
    expect(told.filter(movesFigures).map(({ field }) => field)).toEqual(['to', 'from', 'formula.factor'])
  })

  it('move no figure where only labels or marks differ', () => {
    const after = [{ ...row, formula: { ...formula, inputs: { due: 'Jumlah' } }, confidence: 'verified' as const }]
    expect(rowChanges(before, after).map(change => [change.field, movesFigures(change)])).toEqual([
      ['confidence', false],
      ['formula.inputs.due', false],
    ])
  })
})
