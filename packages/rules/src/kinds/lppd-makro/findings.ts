import type { Kind } from '../../types/Kind.ts'
import { farFromLastYear } from '../lppd-tahunan/farChange.ts'

export const findings = {
  'previous-missing': {
    level: 'empty',
    table: 'macro',
    message: v => `Laporan ${v.year} yang disetujui belum memuat angka ini. Isi capaian ${v.year}.`,
  },
  'previous-differs': {
    level: 'explain',
    table: 'macro',
    message: v =>
      `Capaian ${v.year} yang ditulis (${v.typed}) berbeda dari ${v.report} (${v.approved}). Jelaskan, misalnya karena direvisi BPS.`,
  },
  'far-from-last-year': { level: 'explain', table: 'macro', message: farFromLastYear },
  'method-unexplained': {
    level: 'wrong',
    table: 'macro',
    message: () => 'Ditandai metodenya berubah. Tulis di Keterangan apa yang berubah dan sejak kapan.',
  },
} as const satisfies Kind['findings']
