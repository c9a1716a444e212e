import type { Catalogue, CatalogueRow } from '@sepakat/rules'
import { defineKind } from '@sepakat/rules/form/defineKind.ts'
import { expect, it } from 'vitest'
import { templateRows } from './templateRows.ts'

const kind = defineKind({
  form: 'lkpj/karangan',
  title: 'Formulir karangan',
  period: 'year',
  numbered: false,
  reviewer: 'verifier',
  sources: () => ({ previous: { form: 'lkpj/karangan', period: '2023' } }),
  tables: {
    counts: {
      title: 'Hitungan',
      rows: { from: 'catalogue' },
      section: 'row',
      layout: 'card',
      counts: 'row',
      fields: {
        now: { type: 'number', label: 'Tahun ini' },
        before: { type: 'number', label: 'Tahun lalu', before: 'now' },
        remark: { type: 'text', label: 'Keterangan' },
      },
    },
    parts: {
      title: 'Bagian',
      rows: { from: 'catalogue', of: 'counts' },
      layout: 'grid',
      counts: 'row',
      fields: { met: { type: 'boolean', label: 'Terpenuhi' } },
    },
    notes: {
      title: 'Catatan',
      rows: { from: 'items' },
      layout: 'list',
      counts: 'no',
      fields: { count: { type: 'number', label: 'Banyaknya' } },
    },
  },
  findings: {},
  figures: {},
  check: () => {},
  compute: () => {},
})
const row = (table: string, id: string, more: Partial<CatalogueRow> = {}): CatalogueRow => ({
  ...{ table, id, code: id.toUpperCase(), codeOfficial: false, label: id, unit: null, direction: null },
  ...{ confidence: 'seen', from: 2021, to: null, ...more },
})
const catalogue: Catalogue = {
  ...{ form: kind.form, title: '', legal: '', groups: [] },
  rows: [row('counts', 'a'), row('parts', 'a.b', { parent: 'a' }), row('counts', 'baru', { from: 2025 })],
}

it('has a line for each value of the rows of that year, with the office that owns them', () => {
  const ownerOf = (id: string) => (id === 'a' ? 'Dinas Karangan' : '')
  expect(templateRows({ kind, catalogue, period: '2024', ownerOf })).toEqual([
    ['Perangkat daerah', 'Formulir', 'Periode', 'Baris', 'Isian', 'Nilai'],
    ['Dinas Karangan', 'lkpj/karangan', '2024', 'A', 'Tahun ini', ''],
    ['Dinas Karangan', 'lkpj/karangan', '2024', 'A.B', 'Terpenuhi', ''],
  ])
})
