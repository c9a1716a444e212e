// A small invented report as it is frozen: a service with fixed quality rows, a list, and a second service declared nil.
import type { Answers, Cell, Figure, Finding, FrozenBlock, FrozenRow } from '@sepakat/rules'
import { defineKind } from '@sepakat/rules/form/defineKind.ts'
import type { RevisionBody } from '#submissions/revisionBody.ts'

export const kind = defineKind({
  form: 'lkpj/karangan',
  title: 'Laporan karangan',
  period: 'quarter',
  numbered: false,
  reviewer: 'verifier',
  sources: () => ({
    previous: { form: 'lkpj/karangan', period: '2026-TW1' },
    other: { form: 'lkpj/lain', period: '2026' },
  }),
  tables: {
    services: {
      title: 'Layanan',
      rows: { from: 'catalogue' },
      section: 'row',
      layout: 'card',
      counts: 'row',
      states: ['nil'],
      fields: {
        due: { type: 'number', label: 'Sasaran', unit: 'orang' },
        served: { type: 'number', label: 'Terlayani', unit: 'orang' },
        remark: { type: 'prose', label: 'Keterangan', need: 'optional' },
      },
    },
    parts: {
      title: 'Mutu',
      rows: { from: 'catalogue', of: 'services' },
      layout: 'grid',
      counts: 'row',
      states: ['nil'],
      fields: { met: { type: 'number', label: 'Terpenuhi' } },
    },
    problems: {
      title: 'Permasalahan',
      rows: { from: 'items', of: 'services' },
      layout: 'list',
      counts: 'block',
      states: ['nil'],
      named: 'problem',
      fields: { problem: { type: 'text', label: 'Permasalahan' }, remedy: { type: 'text', label: 'Solusi' } },
    },
  },
  findings: { odd: { level: 'explain', table: 'services', message: () => 'Angka ini tidak biasa.' } },
  figures: { 'lkpj.karangan': { label: 'Capaian', unit: '%' } },
  check: () => {},
  compute: () => {},
})

const words = { due: 'Sasaran', served: 'Terlayani', remark: 'Keterangan' }

function valuesOf(answers: Answers, table: string, id: string): Record<string, Cell> {
  return Object.fromEntries(Object.entries(answers[table]?.[id] ?? {}).filter(([field]) => !field.startsWith('$')))
}

function rowOf(
  answers: Answers,
  row: Pick<FrozenRow, 'table' | 'id' | 'parent' | 'label' | 'fields'>,
  blocks: FrozenBlock[] = [],
): FrozenRow {
  return { ...row, values: valuesOf(answers, row.table, row.id), blocks }
}

function serviceOf(answers: Answers, id: string, label: string, parts: string[]): FrozenRow {
  const items = Object.entries(answers.problems ?? {}).filter(([, cells]) => cells.$parent === id)
  const head = valuesOf(answers, 'problems', id)
  return rowOf(answers, { table: 'services', id, parent: null, label, fields: words }, [
    {
      table: 'parts',
      title: 'Mutu',
      layout: 'grid',
      under: id,
      rows: parts.map(part =>
        rowOf(answers, { table: 'parts', id: part, parent: id, label: `Bagian ${part}`, fields: { met: 'Terpenuhi' } }),
      ),
    },
    {
      table: 'problems',
      title: 'Permasalahan',
      layout: 'list',
      under: id,
      rows: items.map(([item, cells]) =>
        rowOf(answers, {
          table: 'problems',
          id: item,
          parent: id,
          label: String(cells.problem ?? ''),
          fields: { problem: 'Permasalahan', remedy: 'Solusi' },
        }),
      ),
      ...(Object.keys(head).length > 0 && { head }),
    },
  ])
}

/** The n-th submission of these answers, with its findings and figures. */
export function revision(
  n: number,
  answers: Answers,
  more: Partial<Pick<RevisionBody, 'findings' | 'figures' | 'attachments' | 'sources' | 'period'>> = {},
): RevisionBody {
  const services = [
    serviceOf(answers, 'satu', 'Layanan satu', ['satu.a', 'satu.b']),
    serviceOf(answers, 'dua', 'Layanan dua', []),
  ]
  return {
    form: 'lkpj/karangan',
    formVersion: 1,
    office: { id: 'o', name: 'Dinas Karangan' },
    period: '2026-TW2',
    number: 1,
    n,
    by: 'post:1',
    at: '2026-07-01T00:00:00.000Z',
    answers,
    sources: {},
    sections: services.map(row => ({
      id: row.id,
      title: row.label,
      group: null,
      blocks: [{ table: 'services', title: 'Layanan', layout: 'card', under: null, rows: [row] }],
    })),
    figures: [],
    findings: [],
    attachments: [],
    lastChange: 10 * n,
    ...more,
  }
}

export const finding = (at: Finding['at'], more: Partial<Finding> = {}): Finding => ({
  code: 'odd',
  level: 'explain',
  at,
  message: 'Angka ini tidak biasa.',
  blocks: false,
  ...more,
})

export const figure = (row: string, value: string): Figure => ({
  code: 'lkpj.karangan',
  row,
  value,
  raw: value,
  why: null,
  numerator: null,
  denominator: null,
  unit: '%',
  band: null,
  basis: null,
  derivation: {
    formula: 'ratio.1',
    inputs: [
      { name: 'numerator', at: `/services/${row}/served`, value: '75' },
      { name: 'denominator', at: `/services/${row}/due`, value: '100' },
    ],
    left: [],
    params: {},
    cap: null,
    floor: null,
    ruleSet: '2026.1',
    legal: null,
  },
})

/** Initial answers: one service filled, with two problems; the other declared nil. */
export const firstAnswers: Answers = {
  services: {
    satu: { due: '100', served: '70', 'why-odd': 'Sudah dicek.' },
    dua: { state: 'nil', reason: 'Tidak ada sasaran.' },
  },
  parts: { 'satu.a': { met: '5' }, 'satu.b': { state: 'nil', reason: 'Tidak perlu.' } },
  problems: {
    p1: { $parent: 'satu', $position: 'a0', problem: 'Jauh', remedy: 'Perahu' },
    p2: { $parent: 'satu', $position: 'a1', problem: 'Stok', remedy: 'Beli' },
    dua: { state: 'nil' },
  },
}

/** The same after a return: one number corrected, one problem removed, one new. */
export const secondAnswers: Answers = {
  ...firstAnswers,
  services: { ...firstAnswers.services, satu: { due: '100', served: '75', 'why-odd': 'Sudah dicek.' } },
  problems: {
    p1: { $parent: 'satu', $position: 'a0', problem: 'Jauh', remedy: 'Perahu' },
    p3: { $parent: 'satu', $position: 'a2', problem: 'Listrik', remedy: 'Genset' },
    dua: { state: 'nil' },
  },
}
