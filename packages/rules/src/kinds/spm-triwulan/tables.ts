import { quarterTitle } from '../../periods/period.ts'
import type { Table } from '../../types/Kind.ts'
import type { Option } from '../../types/Option.ts'
import type { Scope } from '../../types/Scope.ts'

/** Counts from 1 January say so in their label: officers do confuse "this quarter" with "so far". */
const soFar = (words: string) => (scope: Scope) => `${words} s.d. ${quarterTitle(scope.period) ?? 'akhir tahun'}`

const funds: Option[] = [
  { id: 'apbd', label: 'APBD' },
  { id: 'dak-fisik', label: 'DAK fisik' },
  { id: 'dak-nonfisik', label: 'DAK nonfisik' },
  { id: 'apbn', label: 'APBN' },
  { id: 'lain', label: 'Sumber lain' },
]
const progress: Option[] = [
  { id: 'belum', label: 'Belum' },
  { id: 'sebagian', label: 'Sebagian' },
  { id: 'selesai', label: 'Selesai' },
]

const components: Option[] = [
  { id: 'goods', label: 'Barang dan jasa' },
  { id: 'staff', label: 'Tenaga' },
  { id: 'procedure', label: 'Prosedur dan dokumen' },
]
const measures: Option[] = [
  { id: 'flow', label: 'Kumulatif: dihitung sejak 1 Januari sampai akhir triwulan' },
  { id: 'stock', label: 'Posisi: keadaan pada akhir triwulan' },
]

// Blocks as e-SPM asks for them (Permendagri 59/2021): achievement, budget, problems, four stages, action plan.
export const tables = {
  recipients: {
    title: 'Penerima layanan',
    rows: { from: 'catalogue' },
    section: 'row',
    layout: 'card',
    counts: 'row',
    states: ['nil'],
    ownRule: true,
    formulas: { ratio: ['due', 'served'] },
    fields: {
      due: {
        type: 'number',
        label: () => 'harus dilayani, target setahun',
        help: 'Jumlah yang harus dilayani dalam satu tahun penuh, sama di setiap triwulan.',
        decimals: 0,
        min: '0',
        carry: true,
      },
      served: {
        type: 'number',
        label: soFar('terlayani'),
        help: 'Dihitung sejak 1 Januari sampai akhir triwulan ini, bukan hanya triwulan ini.',
        decimals: 0,
        min: '0',
      },
    },
  },
  quality: {
    title: 'Mutu minimal layanan',
    rows: { from: 'catalogue', of: 'recipients' },
    layout: 'grid',
    counts: 'row',
    states: ['nil', 'notApplicable'],
    fields: {
      required: { type: 'number', label: 'Jumlah yang harus dipenuhi', decimals: 2, min: '0', carry: true },
      met: {
        type: 'number',
        label: soFar('Terpenuhi'),
        help: 'Barang dan jasa: jumlah sejak 1 Januari. Tenaga, prosedur, dan dokumen: keadaan pada akhir triwulan.',
        decimals: 2,
        min: '0',
      },
      unit: { type: 'text', label: 'Satuan', max: 40, need: 'optional', carry: true },
    },
    uses: row => (row.unit === null ? ['required', 'met', 'unit'] : ['required', 'met']),
    attrs: {
      component: { label: 'Komponen', need: 'required', choices: components },
      measure: { label: 'Sifat angka', need: 'required', choices: measures },
    },
  },
  budget: {
    title: 'Alokasi anggaran dan realisasi',
    rows: { from: 'items', of: 'recipients' },
    layout: 'list',
    counts: 'block',
    states: ['nil'],
    named: 'fund',
    fields: {
      fund: { type: 'choice', label: 'Sumber dana', options: funds },
      before: { type: 'number', label: 'Anggaran sebelum perubahan', unit: 'Rp', decimals: 2, min: '0' },
      after: {
        type: 'number',
        label: 'Anggaran setelah perubahan',
        help: 'Kosongkan bila belum ada perubahan APBD.',
        unit: 'Rp',
        decimals: 2,
        min: '0',
        need: 'optional',
      },
      spent: { type: 'number', label: soFar('Realisasi'), unit: 'Rp', decimals: 2, min: '0' },
    },
  },
  staff: {
    title: 'Dukungan personel',
    rows: { from: 'items', of: 'recipients' },
    layout: 'list',
    counts: 'block',
    states: ['nil'],
    named: 'job',
    fields: {
      job: { type: 'text', label: 'Jenis tenaga', max: 120 },
      count: { type: 'number', label: 'Jumlah', unit: 'orang', decimals: 0, min: '0' },
    },
  },
  problems: {
    title: 'Permasalahan dan solusi',
    rows: { from: 'items', of: 'recipients' },
    layout: 'list',
    counts: 'block',
    states: ['nil'],
    named: 'problem',
    fields: {
      problem: { type: 'prose', label: 'Permasalahan', max: 2000 },
      remedy: { type: 'prose', label: 'Solusi', max: 2000 },
    },
  },
  actions: {
    title: 'Rencana aksi',
    rows: { from: 'items', of: 'recipients' },
    layout: 'list',
    counts: 'block',
    states: ['nil'],
    named: 'what',
    fields: {
      what: { type: 'prose', label: 'Apa yang dilakukan', max: 2000 },
      who: { type: 'text', label: 'Penanggung jawab', max: 200 },
      when: { type: 'text', label: 'Kapan', help: 'Misalnya Triwulan IV 2026 atau 15 November 2026.', max: 120 },
    },
  },
  stages: {
    title: 'Empat tahapan penerapan SPM',
    rows: { from: 'each', of: 'recipients' },
    layout: 'card',
    counts: 'block',
    fields: {
      collection: { type: 'choice', label: 'Pengumpulan data', options: progress, carry: true },
      needs: {
        type: 'choice',
        label: 'Penghitungan kebutuhan pemenuhan pelayanan dasar',
        options: progress,
        carry: true,
      },
      plan: { type: 'choice', label: 'Penyusunan rencana pemenuhan pelayanan dasar', options: progress, carry: true },
      delivery: { type: 'choice', label: 'Pelaksanaan pemenuhan pelayanan dasar', options: progress, carry: true },
    },
  },
} as const satisfies Record<string, Table>
