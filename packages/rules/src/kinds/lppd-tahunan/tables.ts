import { periodYear } from '../../periods/period.ts'
import type { CatalogueRow, FormulaKind } from '../../types/Catalogue.ts'
import type { Field, Table } from '../../types/Kind.ts'
import type { Option } from '../../types/Option.ts'
import type { FieldId } from '../../types/Pointer.ts'
import type { Scope } from '../../types/Scope.ts'

const year = (back: number) => (scope: Scope) => String(periodYear(scope.period) - back)

/** Inputs of a formula are in the unit their label says, not in that of the result. */
const operand = (label: Field['label'], need: Field['need'] = 'counted'): Field => ({
  type: 'number',
  label,
  min: '0',
  unit: '',
  need,
})
const rupiah = (label: string): Field => ({ type: 'number', label, min: '0', decimals: 2, unit: 'Rp' })

/** The typed fields for each kind of formula; of a checklist and a composite the parts below have them. */
const typed: Record<FormulaKind, FieldId[]> = {
  ratio: ['numerator', 'denominator'],
  quotient: ['numerator', 'denominator'],
  average: ['numerator', 'denominator'],
  direct: ['value'],
  category: ['step'],
  growth: ['current', 'previous', 'previousSource'],
  deviation: ['planned', 'realized'],
  checklist: [],
  composite: [],
}

/** The fields an indicator is computed from, first the one where a remark on the result belongs. */
export const operandsOf = ({ formula }: Pick<CatalogueRow, 'formula'>): FieldId[] =>
  formula ? typed[formula.kind] : []

const givers: Option[] = [
  { id: 'pusat', label: 'Pemerintah Pusat' },
  { id: 'provinsi', label: 'Pemerintah Provinsi' },
]

// Columns as SILPPD asks for them; what SAKIP says already is read from there (LPPD chapters 2.2, 2.3 and III).
export const tables = {
  indicators: {
    title: 'Indikator kinerja kunci (IKK)',
    rows: { from: 'catalogue' },
    section: 'group',
    layout: 'card',
    counts: 'row',
    states: ['notApplicable', 'notYetAvailable'],
    fields: {
      numerator: operand('Pembilang'),
      denominator: operand('Penyebut'),
      value: { type: 'number', label: 'Nilai' },
      step: { type: 'measure', label: 'Kategori' },
      current: operand(year(0)),
      previous: { ...operand(year(1), 'optional'), before: 'current' },
      previousSource: { type: 'text', label: 'Sumber angka tahun lalu', max: 500, need: 'optional' },
      planned: operand('Rencana'),
      realized: operand('Realisasi'),
      unit: {
        type: 'text',
        label: 'Satuan angka yang diisi',
        help: 'Satu satuan untuk semua angka di baris ini, misalnya ton atau m³.',
        max: 40,
        need: 'optional',
      },
      source: { type: 'text', label: 'Sumber data', max: 500 },
      explanation: { type: 'text', label: 'Keterangan', max: 2000, need: 'optional' },
    },
    uses: row => [...operandsOf(row), ...(row.attrs?.operands ? (['unit'] as const) : []), 'source', 'explanation'],
    requires: row => (row.attrs?.evidence ? ['explanation'] : []),
    formulas: typed,
    attrs: {
      evidence: { label: 'Bukti yang wajib dijelaskan pengisi' },
      operands: { label: 'Satuan angka yang diisi', choices: [{ id: 'asked', label: 'ditanyakan kepada pengisi' }] },
    },
  },
  checks: {
    title: 'Butir yang diperiksa',
    rows: { from: 'catalogue', of: 'indicators' },
    layout: 'grid',
    counts: 'row',
    fields: { met: { type: 'boolean', label: 'Terpenuhi' } },
  },
  parts: {
    title: 'Unsur indikator',
    rows: { from: 'catalogue', of: 'indicators' },
    layout: 'grid',
    counts: 'row',
    fields: {
      value: { type: 'number', label: 'Nilai', min: '0' },
      weight: { type: 'number', label: 'Bobot', min: '0', unit: '' },
    },
    uses: row => (row.attrs?.weight === 'input' ? ['value', 'weight'] : ['value']),
    attrs: { weight: { label: 'Bobot', decimal: true, choices: [{ id: 'input', label: 'diisi perangkat daerah' }] } },
  },
  outputs: {
    title: 'IKK keluaran (output)',
    rows: { from: 'catalogue', of: 'indicators' },
    layout: 'grid',
    counts: 'row',
    states: ['notApplicable', 'notYetAvailable'],
    fields: { value: { type: 'number', label: 'Capaian', min: '0' } },
  },
  objectives: {
    title: 'Akuntabilitas kinerja (dari SAKIP)',
    rows: { from: 'source', source: 'measurement', table: 'objectives' },
    layout: 'card',
    counts: 'no',
    fields: {},
  },
  agreed: {
    title: 'Indikator perjanjian kinerja',
    rows: { from: 'source', source: 'measurement', table: 'indicators', of: 'objectives' },
    layout: 'grid',
    counts: 'no',
    fields: {},
  },
  assistance: {
    title: 'Tugas pembantuan',
    rows: { from: 'items' },
    layout: 'card',
    counts: 'block',
    states: ['nil'],
    named: 'task',
    fields: {
      task: { type: 'text', label: 'Tugas, program, atau kegiatan', max: 500 },
      giver: { type: 'choice', label: 'Pemberi tugas', options: givers },
      agency: { type: 'text', label: 'Kementerian, lembaga, atau dinas pemberi', max: 200, need: 'optional' },
      basis: { type: 'text', label: 'Dasar hukum', max: 500 },
      budget: rupiah('Anggaran'),
      spent: rupiah('Realisasi'),
      problems: {
        type: 'prose',
        label: 'Permasalahan dan kendala',
        help: 'Tulis “tidak ada” bila memang tidak ada.',
        max: 4000,
      },
    },
  },
} as const satisfies Record<string, Table>
