import type { Kind } from '../../types/Kind.ts'
import { farFromLastYear } from './farChange.ts'

export const findings = {
  'not-on-scale': {
    level: 'wrong',
    table: 'indicators',
    message: v => `“${v.value}” bukan salah satu kategori. Pilih dari daftar.`,
  },
  'evidence-missing': {
    level: 'notice',
    table: 'indicators',
    message: v => `Belum ada bukti dukung yang dilampirkan. Yang diminta: ${v.evidence}.`,
  },
  'previous-missing': {
    level: 'empty',
    table: 'indicators',
    message: v =>
      `Laporan ${v.year} yang disetujui belum memuat angka ini. Isi angka ${v.year} dan sumbernya agar pertumbuhan dapat dihitung.`,
  },
  'previous-source-missing': {
    level: 'wrong',
    table: 'indicators',
    message: v => `Tulis sumber angka ${v.year}.`,
  },
  'previous-differs': {
    level: 'explain',
    table: 'indicators',
    message: v =>
      `Angka ${v.year} yang ditulis (${v.typed}) berbeda dari ${v.report} (${v.approved}). Yang dihitung ialah ${v.approved}. Kosongkan, atau jelaskan.`,
  },
  'zero-denominator': {
    level: 'explain',
    table: 'indicators',
    message: () => 'Nilai tidak dapat dihitung karena pembaginya 0. Periksa angkanya, atau jelaskan mengapa 0.',
  },
  'over-100': {
    level: 'explain',
    table: 'indicators',
    message: v =>
      `${v.part} (${v.numerator}) melebihi ${v.whole} (${v.denominator}): ${v.percent} %. Periksa angkanya, atau jelaskan.`,
  },
  'impossible-result': {
    level: 'wrong',
    table: 'indicators',
    message: v => `Hasilnya ${v.result}, padahal ${v.bound}. Periksa angka-angkanya.`,
  },
  'far-from-last-year': {
    level: 'explain',
    table: 'indicators',
    message: farFromLastYear,
  },
  'spent-over-budget': {
    level: 'explain',
    table: 'assistance',
    message: v => `Realisasi Rp ${v.spent} melebihi anggaran Rp ${v.budget}. Periksa, atau jelaskan.`,
  },
  'measurement-missing': {
    level: 'notice',
    table: 'objectives',
    message: () =>
      'Pengukuran kinerja triwulan IV (SAKIP) tahun ini belum ada. Akuntabilitas kinerja dibaca dari sana dan tidak diketik lagi di sini.',
  },
  'measurement-not-approved': {
    level: 'notice',
    table: 'objectives',
    message: v => `Akuntabilitas kinerja dibaca dari pengukuran triwulan IV (SAKIP) yang ${v.status}.`,
  },
} as const satisfies Kind['findings']
