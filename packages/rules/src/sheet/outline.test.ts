import { describe, expect, it } from 'vitest'
import type { Figure } from '../types/Figure.ts'
import type { Table } from '../types/Kind.ts'
import { columnsOf, fieldsOf, figureCodes, firstFigure, isHeaded, isSaidBelow } from './outline.ts'

const tables: Record<string, Table> = {
  services: {
    title: 'Layanan',
    rows: { from: 'catalogue' },
    layout: 'card',
    counts: 'row',
    fields: {
      due: { type: 'number', label: 'Sasaran' },
      served: { type: 'number', label: 'Terlayani' },
      remark: { type: 'prose', label: 'Keterangan' },
    },
  },
  quality: { title: 'Mutu', rows: { from: 'each', of: 'services' }, layout: 'grid', counts: 'row', fields: {} },
}
const kind = { tables }
const row = (fields: Record<string, string>, more = {}) => ({ table: 'services', id: 'satu', fields, ...more })
const words = { remark: 'Keterangan', served: 'Terlayani', due: 'Sasaran' }

describe('the fields of a row', () => {
  it('are in the order of the kind, which freezing lost', () =>
    expect(fieldsOf(kind, row(words))).toEqual(['due', 'served', 'remark']))
  it('keep one the kind does not know', () =>
    expect(fieldsOf(kind, row({ old: 'Lama', due: 'Sasaran' }))).toEqual(['due', 'old']))
  it('keep their order without a kind', () =>
    expect(fieldsOf({ tables: {} }, row(words))).toEqual(['remark', 'served', 'due']))
})

describe('the columns of a table', () => {
  const columns = (...rows: Record<string, string>[]) =>
    columnsOf(
      kind,
      rows.map(fields => row(fields)),
      field => `umum ${field}`,
    ).map(({ field, label, numeric }) => [field, label, numeric])
  it('are those that any row has, in the order of the kind', () =>
    expect(columns({ remark: 'Keterangan' }, { due: 'Sasaran' })).toEqual([
      ['due', 'Sasaran', true],
      ['remark', 'Keterangan', false],
    ]))
  it('have the words of the kind where rows differ', () =>
    expect(columns({ due: 'Ibu hamil' }, { due: 'Bayi' })).toEqual([['due', 'umum due', true]]))
  it('are followed by the figures of the rows, without how much is filled in', () => {
    const of = () => [{ code: 'completeness' }, { code: 'share' }] as never
    expect(figureCodes(kind, [{ table: 'services', id: 'satu' }], of)).toEqual(['share'])
    expect(figureCodes(kind, [{ table: 'quality', id: 'satu' }], of)).toEqual([])
  })
})

describe('a row', () => {
  it('has a heading, unless that of its section or of the row of the same id says it', () => {
    const root = { under: null }
    expect(isHeaded(kind, root, row({}), 'kesehatan')).toBe(true)
    expect(isHeaded(kind, root, row({}), 'satu')).toBe(false)
    expect(isHeaded(kind, { under: 'satu' }, row({}, { table: 'quality' }), 'kesehatan')).toBe(false)
  })
  it('in columns says something below it where there is a reason, or a list with rows or declared to have none', () => {
    const list = { rows: [] }
    expect(isSaidBelow({ values: { due: '1' }, blocks: [list] })).toBe(false)
    expect(isSaidBelow({ values: { 'why-odd': 'Banjir' }, blocks: [] })).toBe(true)
    expect(isSaidBelow({ values: {}, blocks: [{ rows: [{}] }] })).toBe(true)
    expect(isSaidBelow({ values: {}, blocks: [{ rows: [], head: { state: 'nil' } }] })).toBe(true)
  })
})

it('the figure of a column is the first of its codes, whatever the order of the row', () => {
  const figures = ['total', 'share'].map(code => ({ code }) as Figure)
  expect(firstFigure(['share', 'total'], figures)?.code).toBe('share')
  expect(firstFigure(['other'], figures)).toBeUndefined()
})
