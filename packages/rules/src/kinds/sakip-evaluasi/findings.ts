import type { Kind } from '../../types/Kind.ts'

export const findings = {
  'met-without-evidence': {
    level: 'explain',
    table: 'criteria',
    message: () =>
      'Terpenuhi, tetapi belum ada buktinya. Lampirkan pada kriteria ini atau subkomponennya, atau jelaskan di mana buktinya.',
  },
  'not-followed-up': {
    level: 'explain',
    table: 'followUps',
    message: () => 'Rekomendasi ini belum ditindaklanjuti. Jelaskan mengapa, dan kapan akan ditindaklanjuti.',
  },
  'judged-without-all': {
    level: 'wrong',
    table: 'subcomponents',
    message: v => `Nilai ${v.grade} hanya bila semua kriteria terpenuhi; menurut penilai baru ${v.met} dari ${v.all}.`,
  },
  'grade-unexplained': {
    level: 'wrong',
    table: 'subcomponents',
    message: v => `Nilai ${v.grade} berbeda dari usulan ${v.proposed}. ${v.condition}`,
  },
} satisfies Kind['findings']
