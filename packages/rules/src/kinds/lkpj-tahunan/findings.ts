import type { Kind } from '../../types/Kind.ts'
import type { CodedTable } from './codes.ts'

const words: Record<CodedTable, { name: string; example: string }> = {
  programs: { name: 'program', example: '1.02.02' },
  activities: { name: 'kegiatan', example: '1.02.02.2.01' },
  subactivities: { name: 'sub kegiatan', example: '1.02.02.2.01.0006' },
}

const level = <T extends CodedTable>(table: T) => {
  const { name, example } = words[table]
  return {
    shape: {
      level: 'notice',
      table,
      message: (v: Record<string, string>) =>
        `Kode “${v.code}” tidak berbentuk kode ${name} nasional, misalnya ${example}. Periksa.`,
    },
    twice: {
      level: 'explain',
      table,
      message: (v: Record<string, string>) =>
        `Kode ${v.code} sudah ada pada baris lain. Bila itu anggaran yang sama (misalnya DPA kelurahan yang sudah termuat di kecamatan), hapus salah satu agar terhitung sekali; bila bukan, jelaskan.`,
    },
    outside: {
      level: 'explain',
      table,
      message: (v: Record<string, string>) =>
        `Kode ${v.code} tidak berada di bawah ${v.above}. Pindahkan atau perbaiki kodenya, atau jelaskan.`,
    },
  } as const
}
const [program, activity, subactivity] = [level('programs'), level('activities'), level('subactivities')]

export const findings = {
  'program-code-shape': program.shape,
  'program-code-twice': program.twice,
  'activity-code-shape': activity.shape,
  'activity-code-twice': activity.twice,
  'activity-code-outside': activity.outside,
  'subactivity-code-shape': subactivity.shape,
  'subactivity-code-twice': subactivity.twice,
  'subactivity-code-outside': subactivity.outside,
  'spent-over-budget': {
    level: 'explain',
    table: 'subactivities',
    message: v => `Realisasi Rp ${v.spent} melebihi anggaran Rp ${v.budget}. Periksa, atau jelaskan.`,
  },
  'problem-missing': {
    level: 'notice',
    table: 'subactivities',
    message: () => 'Target belum tercapai, tetapi permasalahannya belum ditulis.',
  },
  'remedy-missing': {
    level: 'notice',
    table: 'subactivities',
    message: () => 'Permasalahan ditulis tanpa upaya penyelesaian.',
  },
  'over-target': {
    level: 'notice',
    table: 'indicators',
    message: v => `Realisasi ${v.realization} melebihi target ${v.target} (${v.percent} %). Periksa targetnya.`,
  },
  'far-over-target': {
    level: 'explain',
    table: 'indicators',
    message: v =>
      `Realisasi ${v.realization} lebih dari sepuluh kali target ${v.target} (${v.percent} %). Periksa apakah yang terisi jumlah uang atau satuannya lain, atau jelaskan.`,
  },
  'zero-target': {
    level: 'notice',
    table: 'indicators',
    message: () => 'Target 0: capaian tidak dapat dihitung dan tidak ikut dalam rata-rata.',
  },
  'step-not-counted': {
    level: 'notice',
    table: 'indicators',
    message: v => `“${v.step}” bukan angka: capaian tidak dihitung dan tidak ikut dalam rata-rata.`,
  },
  'without-target': {
    level: 'notice',
    table: 'indicators',
    message: v => `${v.count} indikator tanpa target tidak ikut dihitung dalam capaian fisik.`,
  },
  'assistance-spent-over-budget': {
    level: 'explain',
    table: 'assistance',
    message: v => `Realisasi Rp ${v.spent} melebihi anggaran Rp ${v.budget}. Periksa, atau jelaskan.`,
  },
} as const satisfies Kind['findings']
