import { describe, expect, it } from 'vitest'
import { catalogueRow as row } from './catalogueRow.fixture.ts'
import { reviseRows } from './reviseRows.ts'
import { rowChanges } from './rowChanges.ts'

const retire = (rows: ReturnType<typeof row>[], lastYear: number) =>
  reviseRows(rows, { retire: { row: 'a', lastYear } })

describe('a retired row', () => {
  it('ends with the year, and so does all below it; what ended before stays', () => {
    const rows = [
      row('a'),
      row('a.b', { parent: 'a' }),
      row('a.b.c', { parent: 'a.b', to: 2022 }),
      row('a.d', { parent: 'a', to: 2024 }),
      row('e'),
    ]
    expect(retire(rows, 2026)).toEqual([{ ...rows[0], to: 2026 }, { ...rows[1], to: 2026 }, ...rows.slice(2)])
  })

  it('loses a later slice that never counted, which is reported', () => {
    const rows = [row('a', { to: 2026 }), row('a', { from: 2027, label: 'lain' })]
    const after = retire(rows, 2025)
    expect(after).toEqual([{ ...rows[0], to: 2025 }])
    expect(
      rowChanges(rows, after as typeof rows).map(({ from, field, before, after }) => [from, field, before, after]),
    ).toEqual([
      [2021, 'to', '2026', '2025'],
      [2027, 'from', '2027', ''],
    ])
  })

  it('is refused where nothing would be left of it, or of a child, or where it ended before', () => {
    expect(retire([row('a', { from: 2027 })], 2026)).toEqual({ missing: { row: 'a', from: 2026 } })
    expect(retire([row('a'), row('a.b', { parent: 'a', from: 2027 })], 2026)).toEqual({
      missing: { row: 'a.b', from: 2026 },
    })
    expect(retire([row('a', { to: 2024 })], 2026)).toEqual({ missing: { row: 'a', from: 2026 } })
    expect(retire([row('b')], 2026)).toEqual({ missing: { row: 'a', from: 2026 } })
  })
})
