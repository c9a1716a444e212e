import type { Cell } from '../../types/Answers.ts'
import type { Field, Table } from '../../types/Kind.ts'
import type { FieldId } from '../../types/Pointer.ts'
import type { Scope, Source } from '../../types/Scope.ts'
import { planYear } from '../sakip-indikator/years.ts'

const quarter = (numeral: string, need: 'counted' | 'optional'): Field => ({
  label: `Target triwulan ${numeral}`,
  type: 'measure',
  need,
})

/** The register's target of the year. Where Renstra and IKU have different ones, the office chooses. */
function registerTarget(given: Record<FieldId, Cell>, scope: Scope, { plan = scope.plan }: Source): Cell | undefined {
  const year = planYear({ plan, period: scope.period })
  if (year === null) return undefined
  const renstra = given[`renstra${year}`]
  const iku = given.iku === true ? given[`iku${year}`] : undefined
  return renstra !== undefined && iku !== undefined && renstra !== iku ? undefined : (iku ?? renstra)
}

/** The indicators the register marks as agreed, under the objectives they measure. */
export const tables = {
  parties: {
    title: 'Para pihak',
    rows: { from: 'catalogue' },
    layout: 'card',
    counts: 'row',
    fields: {
      name: { label: 'Nama', type: 'text', max: 200, need: 'required' },
      job: { label: 'Jabatan', type: 'text', max: 200, need: 'required' },
      rank: { label: 'Pangkat/golongan', type: 'text', max: 100, need: 'optional' },
      nip: { label: 'NIP', type: 'text', max: 30, need: 'optional' },
      acting: {
        label: 'Pelaksana',
        help: 'Kosongkan bagi pejabat definitif.',
        type: 'choice',
        options: [
          { id: 'plt', label: 'Plt.' },
          { id: 'plh', label: 'Plh.' },
          { id: 'pj', label: 'Pj.' },
        ],
        need: 'optional',
      },
    },
  },
  document: {
    title: 'Penandatanganan',
    rows: { from: 'catalogue' },
    layout: 'card',
    counts: 'row',
    fields: {
      place: { label: 'Tempat', type: 'text', max: 100 },
      date: { label: 'Tanggal', type: 'date' },
      reason: {
        label: 'Alasan perubahan',
        help: 'Wajib pada Perjanjian Kinerja Perubahan: pergantian pejabat, perubahan strategi atau anggaran, perubahan prioritas atau asumsi.',
        type: 'prose',
        need: 'optional',
      },
    },
  },
  objectives: {
    title: 'Sasaran strategis',
    rows: { from: 'source', source: 'register', table: 'objectives' },
    layout: 'card',
    counts: 'no',
    fields: {},
  },
  indicators: {
    title: 'Indikator kinerja',
    rows: { from: 'source', source: 'register', table: 'indicators', of: 'objectives', where: c => c.agreed === true },
    layout: 'grid',
    counts: 'row',
    fields: {
      target: {
        label: (s: Scope) => `Target ${s.period.slice(0, 4)}`,
        type: 'measure',
        need: 'required',
        carry: registerTarget,
      },
      tw1: quarter('I', 'optional'),
      tw2: quarter('II', 'optional'),
      tw3: quarter('III', 'optional'),
      tw4: quarter('IV', 'counted'),
    },
  },
  actions: {
    title: 'Rencana aksi',
    rows: { from: 'items', of: 'indicators' },
    layout: 'list',
    counts: 'block',
    states: ['nil'],
    named: 'what',
    fields: {
      what: { label: 'Aksi', type: 'text', max: 1000 },
      who: { label: 'Penanggung jawab', type: 'text', max: 200 },
      quarter: {
        label: 'Triwulan',
        type: 'choice',
        options: ['I', 'II', 'III', 'IV'].map((numeral, at) => ({ id: `tw${at + 1}`, label: `Triwulan ${numeral}` })),
      },
      budget: { label: 'Anggaran', type: 'number', min: '0', decimals: 2, unit: 'Rp', need: 'optional' },
    },
  },
  programs: {
    title: 'Program dan anggaran',
    rows: { from: 'items' },
    layout: 'grid',
    counts: 'row',
    named: 'name',
    fields: {
      name: { label: 'Program', type: 'text', max: 500, need: 'required' },
      code: { label: 'Kode', type: 'text', max: 40 },
      budget: { label: 'Pagu', type: 'number', min: '0', decimals: 2, unit: 'Rp', need: 'required' },
      fund: { label: 'Sumber dana', type: 'text', max: 200 },
    },
  },
} satisfies Record<string, Table>
