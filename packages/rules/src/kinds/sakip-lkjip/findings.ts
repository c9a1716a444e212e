import type { Kind } from '../../types/Kind.ts'
import { notOnScale } from '../sakip-indikator/findings.ts'

export const findings = {
  'agreement-missing': {
    level: 'wrong',
    table: 'objectives',
    message: () => 'Belum ada perjanjian kinerja tahun ini. Isi dan kirim perjanjian kinerja lebih dahulu.',
  },
  'agreement-not-approved': {
    level: 'notice',
    table: 'objectives',
    message: v => `Disusun dari perjanjian kinerja yang ${v.status}.`,
  },
  'measurement-missing': {
    level: 'notice',
    table: 'objectives',
    message: () => 'Pengukuran Triwulan IV belum dimulai: realisasi tahun ini belum ada.',
  },
  'measurement-not-approved': {
    level: 'notice',
    table: 'objectives',
    message: v => `Realisasi dibaca dari pengukuran Triwulan IV yang ${v.status}.`,
  },
  'not-realized': {
    level: 'explain',
    table: 'indicators',
    message: () => 'Realisasi tahun ini belum ada. Isi realisasi akhirnya, atau jelaskan mengapa belum ada.',
  },
  'differs-from-quarter': {
    level: 'explain',
    table: 'indicators',
    message: v => `Realisasi akhir (${v.final}) berbeda dari pengukuran Triwulan IV (${v.quarter}). Jelaskan.`,
  },
  'not-on-scale': { level: 'wrong', table: 'indicators', message: notOnScale },
  'national-without-source': {
    level: 'wrong',
    table: 'indicators',
    message: () => 'Tulis sumber dan tahun angka nasional ini.',
  },
  'spent-over-budget': {
    level: 'explain',
    table: 'programs',
    message: v => `Realisasi (Rp ${v.spent}) melebihi pagu (Rp ${v.budget}). Jelaskan atau perbaiki.`,
  },
} satisfies Kind['findings']
