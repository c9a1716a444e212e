import type { Cell } from '../../types/Answers.ts'
import type { Field, Table } from '../../types/Kind.ts'
import type { FieldId, RowId } from '../../types/Pointer.ts'
import type { Scope } from '../../types/Scope.ts'

const code = (of: string, example: string): Field => ({
  label: `Kode ${of}`,
  help: `Kode nasional, misalnya ${example}.`,
  type: 'text',
  max: 40,
  need: 'required',
  carry: true,
})
const name = (of: string): Field => ({ label: `Nama ${of}`, type: 'text', max: 500, carry: true })
const rupiah = (label: string, more: { help?: string; need?: 'optional' } = {}): Field => ({
  label,
  type: 'number',
  unit: 'Rp',
  decimals: 2,
  min: '0',
  ...more,
})
const told = {
  problem: { label: 'Permasalahan', type: 'prose', max: 4000, need: 'optional' },
  remedy: { label: 'Upaya penyelesaian', type: 'prose', max: 4000, need: 'optional' },
} as const satisfies Record<string, Field>

/** The columns of the LKPJ sheet: code, name, indicator, unit, physical and financial target and realization, problem, remedy. */
export const tables = {
  programs: {
    title: 'Program',
    rows: { from: 'items' },
    layout: 'card',
    counts: 'row',
    coded: 'code',
    named: 'name',
    fields: { code: code('program', '1.02.02'), name: name('program'), ...told },
  },
  // before the level below, so that it comes right under the row it measures
  indicators: {
    title: 'Indikator',
    rows: { from: 'items', of: ['programs', 'activities', 'subactivities'] },
    layout: 'list',
    counts: 'row',
    states: ['nil'],
    named: 'name',
    fields: {
      name: { label: 'Indikator', type: 'text', max: 500, need: 'required', carry: true },
      unit: { label: 'Satuan', type: 'text', max: 60, carry: true },
      target: { label: 'Target', type: 'measure' },
      realization: { label: 'Realisasi', type: 'measure' },
    },
  },
  activities: {
    title: 'Kegiatan',
    rows: { from: 'items', of: 'programs' },
    layout: 'card',
    counts: 'row',
    coded: 'code',
    named: 'name',
    fields: { code: code('kegiatan', '1.02.02.2.01'), name: name('kegiatan') },
  },
  subactivities: {
    title: 'Sub kegiatan',
    rows: { from: 'items', of: 'activities' },
    layout: 'card',
    counts: 'row',
    coded: 'code',
    named: 'name',
    fields: {
      code: code('sub kegiatan', '1.02.02.2.01.0006'),
      name: name('sub kegiatan'),
      executor: {
        label: 'Unit pelaksana',
        help: 'Kelurahan, bagian, bidang, atau UPTD, bila sub kegiatan ini milik salah satunya. Anggaran kelurahan yang termuat di DPA kecamatan diisi di sini saja, satu kali.',
        type: 'text',
        max: 120,
        need: 'optional',
        carry: true,
      },
      fund: {
        label: 'Sumber dana',
        help: 'Misalnya PAD, DAU, DAK fisik. Bila lebih dari satu, tulis semuanya.',
        type: 'text',
        max: 120,
      },
      before: rupiah('Anggaran sebelum perubahan', { help: 'Isi 0 bila baru dianggarkan pada perubahan APBD.' }),
      after: rupiah('Anggaran setelah perubahan', {
        help: 'Kosongkan bila tidak ada perubahan.',
        need: 'optional',
      }),
      spent: rupiah('Realisasi anggaran'),
      ...told,
    },
  },
  recommendations: {
    title: 'Tindak lanjut rekomendasi DPRD',
    rows: { from: 'source', source: 'council', table: 'recommendations', where: isAddressed },
    layout: 'card',
    counts: 'row',
    fields: {
      followUp: { label: 'Tindak lanjut', type: 'prose', max: 4000, need: 'required' },
      progress: {
        label: 'Keadaan',
        type: 'choice',
        options: [
          { id: 'done', label: 'Selesai ditindaklanjuti' },
          { id: 'ongoing', label: 'Sedang ditindaklanjuti' },
          { id: 'not-yet', label: 'Belum ditindaklanjuti' },
        ],
      },
    },
  },
  policies: {
    title: 'Pelaksanaan kebijakan strategis',
    rows: { from: 'source', source: 'council', table: 'policies', where: isAddressed },
    layout: 'card',
    counts: 'row',
    fields: {
      implementation: { label: 'Pelaksanaan', type: 'prose', max: 4000, need: 'required' },
      through: {
        label: 'Program, kegiatan, dan sub kegiatan',
        help: 'Yang melaksanakan kebijakan ini, dengan kodenya.',
        type: 'text',
        max: 1000,
      },
    },
  },
  assistance: {
    title: 'Tugas pembantuan',
    rows: { from: 'items' },
    layout: 'card',
    counts: 'row',
    states: ['nil'],
    named: 'task',
    fields: {
      task: { label: 'Tugas atau kegiatan', type: 'text', max: 500, need: 'required' },
      giver: { label: 'Instansi pemberi tugas', type: 'text', max: 200 },
      basis: { label: 'Dasar hukum', type: 'text', max: 500 },
      dipa: { label: 'Nomor DIPA', type: 'text', max: 120, need: 'optional' },
      duration: { label: 'Jangka waktu', type: 'text', max: 120, need: 'optional' },
      budget: rupiah('Anggaran'),
      spent: rupiah('Realisasi anggaran'),
      ...told,
    },
  },
} satisfies Record<string, Table>

/** Whether a recommendation or policy of the council's form is addressed to the office that answers this one. */
function isAddressed(_: Record<FieldId, Cell>, row: RowId, { office, sources }: Scope): boolean {
  const addressees = Object.values(sources.council?.answers.addressees ?? {})
  return addressees.some(one => one.$parent === row && one.office === office.id)
}
