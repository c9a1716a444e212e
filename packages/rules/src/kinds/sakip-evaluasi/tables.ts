import type { Field, Table } from '../../types/Kind.ts'
import { grades } from './grades.ts'

const done: Field = {
  label: 'Keadaan tindak lanjut',
  type: 'choice',
  options: [
    { id: 'open', label: 'Belum ditindaklanjuti' },
    { id: 'under-way', label: 'Dalam proses' },
    { id: 'done', label: 'Selesai' },
  ],
}

const aspects = [
  { id: 'keberadaan', label: 'Keberadaan' },
  { id: 'kualitas', label: 'Kualitas' },
  { id: 'pemanfaatan', label: 'Pemanfaatan' },
]

/** The office assesses itself, criterion by criterion; the evaluator has a column, a grade and recommendations of his or her own. */
export const tables = {
  subcomponents: {
    title: 'Subkomponen',
    rows: { from: 'catalogue' },
    section: 'group',
    layout: 'card',
    counts: 'no',
    attrs: {
      weight: { label: 'Bobot', need: 'required', decimal: true },
      aspect: { label: 'Aspek', need: 'required', choices: aspects },
    },
    fields: {
      grade: {
        label: 'Nilai penilai',
        help: 'Usulan mengikuti bagian kriteria yang terpenuhi menurut penilai. A dan AA hanya bila semua kriteria terpenuhi, dengan catatan.',
        type: 'choice',
        options: grades.map(id => ({ id, label: id })),
        need: 'required',
        writer: 'evaluator',
        proposed: 'sakip.share',
      },
      note: {
        label: 'Catatan penilai',
        help: 'Wajib bila nilainya berbeda dari usulan, termasuk A dan AA.',
        type: 'prose',
        need: 'optional',
        writer: 'evaluator',
      },
    },
  },
  criteria: {
    title: 'Kriteria',
    rows: { from: 'catalogue', of: 'subcomponents' },
    layout: 'grid',
    counts: 'row',
    fields: {
      met: {
        label: 'Terpenuhi menurut perangkat daerah',
        help: 'Lampirkan bukti dukungnya pada kriteria ini, atau sekali untuk semua pada subkomponennya.',
        type: 'boolean',
      },
      verified: {
        label: 'Terpenuhi menurut penilai',
        type: 'boolean',
        need: 'required',
        writer: 'evaluator',
        judges: 'met',
      },
    },
  },
  followUps: {
    title: 'Tindak lanjut rekomendasi tahun lalu',
    rows: { from: 'source', source: 'previous', table: 'recommendations' },
    layout: 'card',
    counts: 'row',
    fields: {
      status: done,
      action: { label: 'Uraian tindak lanjut', type: 'prose' },
      date: { label: 'Tanggal tindak lanjut', type: 'date', need: 'optional' },
      settled: { label: 'Dinyatakan tuntas oleh penilai', type: 'boolean', need: 'required', writer: 'evaluator' },
    },
  },
  recommendations: {
    title: 'Rekomendasi',
    rows: { from: 'items' },
    layout: 'list',
    counts: 'no',
    named: 'text',
    fields: {
      text: { label: 'Rekomendasi', type: 'text', max: 2000, need: 'required', writer: 'evaluator' },
      due: { label: 'Ditindaklanjuti paling lambat', type: 'date', need: 'required', writer: 'evaluator' },
    },
  },
} satisfies Record<string, Table>
