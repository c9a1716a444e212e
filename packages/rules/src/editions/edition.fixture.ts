import type { FrozenRow } from '../form/frozenSections.ts'
import type { Catalogue } from '../types/Catalogue.ts'
import type { Figure } from '../types/Figure.ts'
import type { EditionData, EditionForm } from './EditionData.ts'

/** A figure of a form as far as an edition reads it. */
export const figureAs = (code: string, row: string, value: string | null, more: Partial<Figure> = {}): Figure => ({
  code,
  row,
  value,
  why: value === null ? 'zero-denominator' : null,
  raw: value,
  numerator: null,
  denominator: null,
  unit: '%',
  band: null,
  basis: null,
  derivation: {
    formula: 'ratio.1',
    inputs: [],
    left: [],
    params: {},
    cap: null,
    floor: null,
    ruleSet: '',
    legal: null,
  },
  ...more,
})

export const rowAs = (
  table: string,
  id: string,
  values: FrozenRow['values'],
  blocks: FrozenRow['blocks'] = [],
): FrozenRow => ({
  table,
  id,
  parent: null,
  label: `Baris ${id}`,
  fields: {},
  values,
  blocks,
})

const catalogue: Catalogue = {
  form: 'lkpj/tahunan',
  title: '',
  legal: '',
  groups: [],
  rows: [
    {
      id: 'miskin',
      table: 'programs',
      code: '2',
      codeOfficial: false,
      label: 'Angka kemiskinan',
      unit: '%',
      direction: 'lower',
      confidence: 'seen',
      from: 2020,
      to: null,
    },
  ],
}

/** A form whose one report of an office was approved, with these figures and rows. */
export const formAs = (period: string, figures: Figure[], rows: FrozenRow[] = []): EditionForm => ({
  form: 'lkpj/tahunan',
  period,
  title: 'Program, kegiatan, dan sub kegiatan',
  recap: null,
  catalogue,
  names: { rows: new Map(), figures: { 'lkpj.absorption': 'Serapan anggaran', 'lkpj.budget': 'Anggaran terakhir' } },
  reports: [
    {
      office: { id: '0199f5a0-0000-7000-8000-000000000001', name: 'Dinas Kesehatan', shortName: 'Dinkes' },
      submission: '0199f5a0-0000-7000-8000-000000000002',
      status: 'approved',
      dueAt: '2026-02-01T00:00:00.000Z',
      revision: {
        n: 1,
        sha256: 'ab'.repeat(32),
        at: '2026-01-20T00:00:00.000Z',
        figures,
        sections: [
          {
            id: 's',
            title: '',
            group: null,
            blocks: [{ table: 'programs', title: '', layout: 'card', under: null, rows }],
          },
        ],
      },
    },
    {
      office: { id: '0199f5a0-0000-7000-8000-000000000003', name: 'Dinas Sosial', shortName: 'Dinsos' },
      submission: null,
      status: 'not-begun',
      dueAt: '2026-02-01T00:00:00.000Z',
      revision: null,
    },
  ],
})

export const dataAs = (forms: EditionForm[], before: EditionForm[] = []): EditionData => ({
  region: 'Kabupaten Nunukan',
  zone: 'Asia/Makassar',
  period: '2025',
  forms,
  before,
})

/** The reference of a figure of the office above. */
export const refAs = (code: string, row: string, period = '2025') => ({
  form: 'lkpj/tahunan',
  period,
  code,
  row,
  office: '0199f5a0-0000-7000-8000-000000000001',
})
