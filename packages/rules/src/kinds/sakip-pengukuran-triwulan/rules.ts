// Sources: Permendagri 86/2017 (bands of achievement, gaps closed by exclusive lower bounds). Not read in a gazetted annex.
import { exact } from '../../numbers/decimal.ts'
import { above, rest } from '../../scales/bands.ts'
import type { Decimal } from '../../types/Decimal.ts'
import type { KindRules } from '../../types/RulePart.ts'
import type { RuleChoices, Scale } from '../../types/RuleSet.ts'

declare module '../../types/RuleSet.ts' {
  interface RuleChoices {
    'sakip.lower': '2T-R' | 'T/R'
    'sakip.cap': Decimal | null
    'sakip.floor': Decimal | null
    'sakip.quarterly': 'sum' | 'last'
    'sakip.averageOf': 'capped' | 'raw'
    'sakip.office': 'objectives' | 'indicators'
    'sakip.region': 'mean' | 'weighted-by-budget'
    'sakip.efficiency': 'difference' | 'saving' | 'pmk'
    'sakip.scale': Scale
  }
}

const lower: Record<RuleChoices['sakip.lower'], string> = {
  '2T-R': '(2 × target − realisasi) ÷ target × 100.',
  'T/R': 'Target ÷ realisasi × 100.',
}
const quarterly: Record<RuleChoices['sakip.quarterly'], string> = {
  sum: 'Dijumlahkan: realisasi semua triwulan terhadap target triwulan yang sama.',
  last: 'Triwulan terakhir terhadap targetnya sendiri.',
}
const averageOf: Record<RuleChoices['sakip.averageOf'], string> = {
  capped: 'Capaian setelah dibatasi.',
  raw: 'Capaian asli sebelum dibatasi.',
}
const office: Record<RuleChoices['sakip.office'], string> = {
  objectives: 'Rata-rata tiap sasaran dahulu, lalu rata-rata antarsasaran.',
  indicators: 'Rata-rata semua indikator.',
}
const region: Record<RuleChoices['sakip.region'], string> = {
  mean: 'Rata-rata biasa perangkat daerah.',
  'weighted-by-budget': 'Rata-rata perangkat daerah dengan bobot pagu.',
}
const efficiency: Record<RuleChoices['sakip.efficiency'], string> = {
  difference: 'Capaian kinerja dikurangi serapan anggaran.',
  saving: 'Sisa anggaran terhadap pagu.',
  pmk: 'Menurut rumus Kementerian Keuangan.',
}
const achievement: Scale = {
  id: 'capaian-kinerja',
  bandOn: 'exact',
  bands: [
    above('90', 'sangat-tinggi', 'Sangat Tinggi'),
    above('75', 'tinggi', 'Tinggi'),
    above('65', 'sedang', 'Sedang'),
    above('50', 'rendah', 'Rendah'),
    rest('sangat-rendah', 'Sangat Rendah'),
  ],
}
export const rules: KindRules = {
  form: 'sakip/pengukuran-triwulan',
  choices: [
    {
      type: 'option',
      path: 'lower',
      question: 'Indikator yang makin rendah makin baik',
      options: lower,
      initial: '2T-R',
    },
    { type: 'bound', path: 'cap', question: 'Batas atas capaian', side: 'upper', initial: null },
    { type: 'bound', path: 'floor', question: 'Batas bawah capaian', side: 'lower', initial: null },
    { type: 'option', path: 'quarterly', question: 'Capaian triwulan', options: quarterly, initial: 'last' },
    { type: 'option', path: 'averageOf', question: 'Rata-rata dihitung dari', options: averageOf, initial: 'capped' },
    { type: 'option', path: 'office', question: 'Capaian perangkat daerah', options: office, initial: 'objectives' },
    { type: 'option', path: 'region', question: 'Capaian beberapa perangkat daerah', options: region, initial: 'mean' },
    { type: 'option', path: 'efficiency', question: 'Efisiensi', options: efficiency, initial: 'difference' },
    {
      type: 'scale',
      path: 'scale',
      question: 'Kategori capaian',
      title: 'Kategori capaian SAKIP',
      initial: achievement,
    },
  ],
  checks: [
    {
      path: 'floor',
      message: 'Batas bawah capaian harus di bawah batas atasnya.',
      holds: ({ sakip: { cap, floor } }) => cap === null || floor === null || exact(floor).lt(exact(cap)),
    },
  ],
}
