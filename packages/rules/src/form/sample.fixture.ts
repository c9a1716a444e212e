// A form that has every source of rows, for the tests of the engine.
import type { Answers } from '../types/Answers.ts'
import type { Catalogue, CatalogueRow } from '../types/Catalogue.ts'
import type { Scope, Source } from '../types/Scope.ts'
import { defineKind } from './defineKind.ts'

const row = (id: string, table: string, more: Partial<CatalogueRow> = {}): CatalogueRow => ({
  id,
  table,
  code: id.toUpperCase(),
  codeOfficial: false,
  label: `Baris ${id}`,
  unit: 'unit',
  direction: 'higher',
  confidence: 'seen',
  from: 2020,
  to: null,
  ...more,
})

export const sampleCatalogue: Catalogue = {
  form: 'lkpj/contoh',
  title: 'Contoh',
  legal: 'PP 13/2019',
  groups: [
    { id: 'utara', label: 'Utara' },
    { id: 'utara.hulu', label: 'Hulu', parent: 'utara' },
    { id: 'selatan', label: 'Selatan' },
  ],
  rows: [
    row('jalan', 'works', {
      group: 'utara.hulu',
      unit: 'km',
      confidence: 'memory',
      formula: { kind: 'direct', inputs: { amount: 'Panjang jalan', soFar: 'Jalan dibangun' } },
    }),
    row('jembatan', 'works', { group: 'selatan', to: 2025 }),
    row('jembatan', 'works', { group: 'selatan', from: 2026, label: 'Jembatan (rumus baru)' }),
    row('irigasi', 'works', { group: 'utara' }),
    row('lama', 'works', { group: 'utara', to: 2024 }),
    row('jalan.aspal', 'checks', { parent: 'jalan' }),
    row('jalan.drainase', 'checks', { parent: 'jalan', unit: null }),
    row('jembatan.beton', 'checks', { parent: 'jembatan' }),
  ],
}

export const sampleKind = defineKind({
  form: 'lkpj/contoh',
  title: 'Contoh',
  period: 'quarter',
  numbered: false,
  reviewer: 'verifier',
  sources: () => ({ other: { form: 'lkpj/lain', period: '2026' } }),
  tables: {
    works: {
      title: 'Pekerjaan',
      rows: { from: 'catalogue' },
      section: 'group',
      layout: 'card',
      counts: 'row',
      states: ['nil', 'notApplicable', 'notYetAvailable'],
      fields: {
        amount: { type: 'number', label: 'Jumlah', need: 'required', min: '0', max: '1000', decimals: 1, carry: true },
        soFar: { type: 'number', label: scope => `sampai ${scope.period}` },
        remark: { type: 'text', label: 'Keterangan', need: 'optional', max: 20 },
        grade: {
          type: 'choice',
          label: 'Nilai',
          options: [{ id: 'A', label: 'A' }],
          need: 'required',
          writer: 'evaluator',
        },
      },
    },
    checks: {
      title: 'Pemeriksaan',
      rows: { from: 'catalogue', of: 'works' },
      layout: 'grid',
      counts: 'row',
      fields: { met: { type: 'boolean', label: 'Terpenuhi' }, unit: { type: 'text', label: 'Satuan' } },
      uses: catalogued => (catalogued.unit === null ? ['met', 'unit'] : ['met']),
    },
    marks: {
      title: 'Tanda',
      rows: { from: 'each', of: 'works' },
      layout: 'card',
      counts: 'block',
      fields: { done: { type: 'boolean', label: 'Selesai' } },
    },
    costs: {
      title: 'Biaya',
      rows: { from: 'items', of: 'works' },
      layout: 'list',
      counts: 'block',
      states: ['nil'],
      named: 'what',
      fields: {
        what: { type: 'text', label: 'Uraian', carry: true },
        day: { type: 'date', label: 'Tanggal', need: 'optional' },
      },
    },
    parts: {
      title: 'Rincian',
      rows: { from: 'items', of: 'costs' },
      layout: 'list',
      counts: 'row',
      fields: { price: { type: 'number', label: 'Harga' } },
    },
    shares: {
      title: 'Porsi',
      rows: { from: 'each', of: 'costs' },
      layout: 'card',
      counts: 'no',
      fields: { share: { type: 'measure', label: 'Porsi' } },
    },
    people: {
      title: 'Orang',
      rows: { from: 'items' },
      layout: 'list',
      counts: 'row',
      states: ['nil', 'notYetAvailable'],
      named: 'role',
      fields: {
        role: { type: 'choice', label: 'Peran', options: [{ id: 'ketua', label: 'Ketua' }] },
        work: { type: 'ref', to: 'works', label: 'Pekerjaan', need: 'optional' },
      },
    },
    taken: {
      title: 'Diambil',
      rows: { from: 'source', source: 'other', table: 'things', where: c => c.agreed === true },
      layout: 'grid',
      counts: 'row',
      fields: { result: { type: 'number', label: 'Hasil' } },
    },
    takenParts: {
      title: 'Bagian yang diambil',
      rows: { from: 'source', source: 'other', table: 'bits', of: 'taken' },
      layout: 'grid',
      counts: 'no',
      fields: { result: { type: 'number', label: 'Hasil' } },
    },
  },
  findings: {
    'high-amount': { level: 'explain', table: 'works', message: v => `Jumlah ${v.amount} tinggi. Jelaskan.` },
    'no-people': { level: 'notice', table: 'people', message: () => 'Belum ada orang.' },
  },
  figures: { 'lkpj.total': { label: 'Jumlah seluruhnya', unit: 'unit' } },
  check(c) {
    for (const work of c.rows('works')) {
      const amount = c.number(`/works/${work}/amount`)
      if (amount?.gt('500')) c.find('high-amount', `/works/${work}/amount`, { amount: amount.toFixed() })
    }
    if (c.rows('people').length === 0) c.find('no-people', '')
  },
  compute(c) {
    const inputs = c.rows('works').map(work => c.input(work, `/works/${work}/amount`))
    c.figure({ code: 'lkpj.total', formula: 'sum.1', inputs })
  },
})

const things: Source = {
  status: 'approved',
  answers: {
    things: {
      a: { agreed: true, unit: 'km', direction: 'lower' },
      b: { agreed: false },
      c: { agreed: true },
    },
  },
  rows: {
    things: [
      { id: 'c', parent: null, label: 'Hal c' },
      { id: 'a', parent: null, label: 'Hal a' },
      { id: 'b', parent: null, label: 'Hal b' },
    ],
    bits: [
      { id: 'a1', parent: 'a', label: 'Bagian a1' },
      { id: 'b1', parent: 'b', label: 'Bagian b1' },
      { id: 'c1', parent: 'c', label: 'Bagian c1' },
    ],
  },
}

export const sampleScope = (more: Partial<Scope> = {}): Scope => ({
  office: { id: 'dpu', name: 'Dinas PU' },
  period: '2026-TW2',
  rows: '*',
  plan: { from: 2025, to: 2029 },
  sources: { other: things },
  ...more,
})

export const id = (n: number): string => `0199f5a0-0000-7000-8000-${String(n).padStart(12, '0')}`

/** Everything answered, with a list inside a list. */
export const fullAnswers: Answers = {
  works: {
    jalan: { amount: '12.5', soFar: '3' },
    jembatan: { state: 'nil', reason: 'Tidak ada jembatan' },
    irigasi: { amount: '0', soFar: '0' },
  },
  checks: { 'jalan.aspal': { met: true }, 'jalan.drainase': { met: false, unit: 'm' } },
  marks: { jalan: { done: true }, irigasi: { done: false } },
  costs: {
    [id(2)]: { $parent: 'jalan', $position: 'a1', what: 'Upah' },
    [id(1)]: { $parent: 'jalan', $position: 'a2', what: 'Bahan' },
    irigasi: { state: 'nil' },
  },
  parts: { [id(5)]: { $parent: id(1), $position: 'a0', price: '100' } },
  people: { [id(9)]: { $position: 'a0', role: 'ketua' } },
  taken: { a: { result: '1' }, c: { result: '2' } },
}
