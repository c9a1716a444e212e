import type { Kind } from '../../types/Kind.ts'

export const notOnScale = (v: Record<string, string>) =>
  v.scale
    ? `“${v.value}” bukan tingkat pada skala indikator ini (${v.scale}).`
    : `“${v.value}” bukan angka. Isi angka, atau tulis skalanya di register indikator.`

export const findings = {
  'scale-unreadable': {
    level: 'wrong',
    table: 'indicators',
    message: v =>
      `Skala “${v.scale}” belum terbaca. Tulis nama skala yang dikenal, atau sedikitnya dua tingkat dipisah titik koma.`,
  },
  'not-on-scale': { level: 'wrong', table: 'indicators', message: notOnScale },
  'sum-of-steps': {
    level: 'wrong',
    table: 'indicators',
    message: () => 'Tingkat pada skala tidak dapat dijumlahkan. Pilih posisi, atau hapus skalanya.',
  },
  'differs-from-renstra': {
    level: 'explain',
    table: 'indicators',
    message: v =>
      `Target IKU ${v.year} (${v.target}) berbeda dari target Renstra (${v.renstra}). Jelaskan atau samakan.`,
  },
  'main-without-target': {
    level: 'notice',
    table: 'indicators',
    message: v => `Ditandai IKU, tetapi target IKU ${v.year} kosong.`,
  },
  'agreed-without-objective': {
    level: 'notice',
    table: 'indicators',
    message: () => 'Indikator tujuan tidak masuk perjanjian kinerja: yang diperjanjikan adalah indikator sasaran.',
  },
} satisfies Kind['findings']
