import type { Kind } from '../../types/Kind.ts'
import { notOnScale } from '../sakip-indikator/findings.ts'

export const findings = {
  'agreement-missing': {
    level: 'wrong',
    table: 'indicators',
    message: () =>
      'Belum ada perjanjian kinerja tahun ini yang dikirim. Isi dan kirim perjanjian kinerja lebih dahulu.',
  },
  'agreement-not-approved': {
    level: 'notice',
    table: 'indicators',
    message: v => `Diisi menurut perjanjian kinerja yang ${v.status}.`,
  },
  'not-on-scale': { level: 'wrong', table: 'indicators', message: notOnScale },
  'no-quarter-target': {
    level: 'notice',
    table: 'indicators',
    message: () => 'Perjanjian kinerja tidak memuat target triwulan ini: capaian tidak dapat dihitung.',
  },
  'spent-over-budget': {
    level: 'explain',
    table: 'programs',
    message: v => `Realisasi (Rp ${v.spent}) melebihi pagu (Rp ${v.budget}). Jelaskan atau perbaiki.`,
  },
  'spent-fell': {
    level: 'explain',
    table: 'programs',
    message: v =>
      `Realisasi s.d. triwulan ini (Rp ${v.spent}) kurang dari s.d. triwulan lalu (Rp ${v.before}). Jelaskan atau perbaiki.`,
  },
} satisfies Kind['findings']
