import { describe, expect, it } from 'vitest'
import type { Cell } from '../types/Answers.ts'
import type { Table } from '../types/Kind.ts'
import { itemLabel } from './itemLabel.ts'

const table = (more: Partial<Table>): Table => ({
  title: 'Kegiatan',
  rows: { from: 'items' },
  layout: 'card',
  counts: 'row',
  fields: {
    code: { type: 'text', label: 'Kode' },
    name: { type: 'text', label: 'Nama' },
    fund: { type: 'choice', label: 'Dana', options: [{ id: 'apbd', label: 'APBD' }] },
    office: { type: 'office', label: 'Perangkat daerah' },
  },
  ...more,
})
const offices = [{ id: 'a', label: 'Dinas A' }]
const label = (more: Partial<Table>, cells: Record<string, Cell>) =>
  itemLabel(table(more), field => cells[field], offices)

describe('the label of an added row', () => {
  it('is the answer that names it, a choice or an office by its label', () => {
    expect(label({ named: 'name' }, { name: 'Jalan' })).toBe('Jalan')
    expect(label({ named: 'fund' }, { fund: 'apbd' })).toBe('APBD')
    expect(label({ named: 'office' }, { office: 'a' })).toBe('Dinas A')
  })
  it('starts with its printed code, and says where the name is missing', () => {
    expect(label({ named: 'name', coded: 'code' }, { code: '1.02', name: 'Jalan' })).toBe('1.02 Jalan')
    expect(label({ named: 'name', coded: 'code' }, { code: '1.02' })).toBe('1.02 nama belum ada')
    expect(label({ named: 'name', coded: 'code' }, { name: 'Jalan' })).toBe('Jalan')
  })
  it('is null where both are missing', () => {
    expect(label({}, { name: 'Jalan' })).toBeNull()
    expect(label({ named: 'name' }, { name: ' ' })).toBeNull()
    expect(label({ named: 'name' }, { name: { asTyped: 'x' } })).toBeNull()
    expect(label({ named: 'office' }, { office: 'unknown' })).toBeNull()
  })
})
