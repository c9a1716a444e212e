import { describe, expect, it } from 'vitest'
import type { Catalogue, CatalogueRow } from '../types/Catalogue.ts'
import { catalogueFaults, catalogueSchema } from './catalogueSchema.ts'
import { isVerified, rowsOf } from './rowsOf.ts'

const row = (id: string, from: number, to: number | null, more: Partial<CatalogueRow> = {}): CatalogueRow => ({
  id,
  table: 'things',
  code: id,
  codeOfficial: false,
  label: `${id} ${from}`,
  unit: 'orang',
  direction: 'higher',
  confidence: 'seen',
  from,
  to,
  ...more,
})
const catalogue = (...rows: CatalogueRow[]): Catalogue => ({
  form: 'lkpj/contoh',
  title: 'Contoh',
  legal: 'PP 13/2019',
  groups: [{ id: 'a', label: 'A' }],
  rows,
})

describe('a catalogue', () => {
  it('gives each year the slice that is valid in it', () => {
    const one = catalogue(row('x', 2021, 2023), row('x', 2024, null), row('y', 2025, null))
    expect(rowsOf(one, 2020)).toEqual([])
    expect(rowsOf(one, 2023).map(r => r.label)).toEqual(['x 2021'])
    expect(rowsOf(one, 2024).map(r => r.label)).toEqual(['x 2024'])
    expect(rowsOf(one, 2030).map(r => r.label)).toEqual(['x 2024', 'y 2025'])
    expect(catalogueSchema.parse(one)).toEqual(one)
  })

  it.each([
    ['two slices valid in one year', catalogue(row('x', 2021, 2024), row('x', 2024, null)), 'two slices'],
    ['two slices without end', catalogue(row('x', 2024, null), row('x', 2021, null)), 'two slices'],
    ['a slice that ends before it starts', catalogue(row('x', 2024, 2023)), 'before it starts'],
    ['a parent that is missing', catalogue(row('x', 2024, null, { parent: 'z' })), 'its parent z is missing'],
    [
      'a row that begins after its parent ended',
      catalogue(row('z', 2021, 2026), row('x', 2027, null, { parent: 'z' })),
      'tidak pernah berlaku bersama baris induknya',
    ],
    ['a group that is missing', catalogue(row('x', 2024, null, { group: 'z' })), 'its group z is missing'],
    ['bounds in no order', catalogue(row('x', 2024, null, { bounds: { min: '0', max: '-1' } })), 'not in order'],
    [
      'what is odd beyond what can be',
      catalogue(row('x', 2024, null, { bounds: { oddAbove: '101', max: '100' } })),
      'not in order',
    ],
    ['one id in two tables', catalogue(row('x', 2021, 2022), row('x', 2023, null, { table: 'others' })), 'two tables'],
    [
      'a group over itself that is missing',
      { ...catalogue(), groups: [{ id: 'a', label: 'A', parent: 'q' }] },
      'its parent q',
    ],
    [
      'a group twice',
      {
        ...catalogue(),
        groups: [
          { id: 'a', label: 'A' },
          { id: 'a', label: 'B' },
        ],
      },
      'stands twice',
    ],
  ])('is refused for %s', (_, wrong, says) => {
    expect(catalogueFaults(wrong).join()).toContain(says)
    expect(catalogueSchema.safeParse(wrong).success).toBe(false)
  })

  it('is refused for ids that are no slugs and for unknown keys', () => {
    for (const wrong of [
      row('X', 2024, null),
      row('a/b', 2024, null),
      row('a.b.c.d', 2024, null),
      row('-a', 2024, null),
    ]) {
      expect(catalogueSchema.safeParse(catalogue(wrong)).success).toBe(false)
    }
    expect(catalogueSchema.safeParse({ ...catalogue(), more: 1 }).success).toBe(false)
  })

  it('marks all but the compared rows as not verified', () => {
    expect(isVerified('verified')).toBe(true)
    expect(isVerified('seen')).toBe(true)
    for (const c of ['partly-seen', 'inferred', 'memory', 'unsure'] as const) expect(isVerified(c)).toBe(false)
  })
})
