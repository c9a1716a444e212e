// Sources: Permendagri 86/2017 (bands of achievement, gaps closed by exclusive lower bounds), copies of PermenPANRB 88/2021
// (grades, predicates). None was read in a gazetted annex.
import { exact } from '../../numbers/decimal.ts'
import { above, least, rest } from '../../scales/bands.ts'
import type { Decimal } from '../../types/Decimal.ts'
import type { RulePart } from '../../types/RulePart.ts'
import type { Scale } from '../../types/RuleSet.ts'

interface SakipRules {
  lower: '2T-R' | 'T/R'
  cap: Decimal | null
  floor: Decimal | null
  quarterly: 'sum' | 'last'
  averageOf: 'capped' | 'raw'
  office: 'objectives' | 'indicators'
  efficiency: 'difference' | 'saving' | 'pmk'
  scale: Scale
  grade: Scale // of the share of criteria met
  predicate: Scale
}
declare module '../../types/RuleSet.ts' {
  interface RuleSet {
    sakip: SakipRules
  }
}

const lower: Record<SakipRules['lower'], string> = {
  '2T-R': '(2 × target − realisasi) ÷ target × 100.',
  'T/R': 'Target ÷ realisasi × 100.',
}
const quarterly: Record<SakipRules['quarterly'], string> = {
  sum: 'Dijumlahkan: realisasi semua triwulan terhadap target triwulan yang sama.',
  last: 'Triwulan terakhir terhadap targetnya sendiri.',
}
const averageOf: Record<SakipRules['averageOf'], string> = {
  capped: 'Capaian setelah dibatasi.',
  raw: 'Capaian asli sebelum dibatasi.',
}
const office: Record<SakipRules['office'], string> = {
  objectives: 'Rata-rata tiap sasaran dahulu, lalu rata-rata antarsasaran.',
  indicators: 'Rata-rata semua indikator.',
}
const efficiency: Record<SakipRules['efficiency'], string> = {
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
const grade: Scale = {
  id: 'lke-grade',
  bandOn: 'exact',
  bands: [
    least('100', 'BB', 'BB'),
    above('75', 'B', 'B'),
    above('50', 'CC', 'CC'),
    above('25', 'C', 'C'),
    above('0', 'D', 'D'),
    rest('E', 'E'),
  ],
}
const predicate: Scale = {
  id: 'predikat-sakip',
  bandOn: 'rounded2',
  bands: [
    above('90', 'AA', 'AA (Sangat Memuaskan)'),
    above('80', 'A', 'A (Memuaskan)'),
    above('70', 'BB', 'BB (Sangat Baik)'),
    above('60', 'B', 'B (Baik)'),
    above('50', 'CC', 'CC (Cukup)'),
    above('30', 'C', 'C (Kurang)'),
    rest('D', 'D (Sangat Kurang)'),
  ],
}

export const rules: RulePart<'sakip'> = {
  name: 'sakip',
  title: 'SAKIP',
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
    { type: 'option', path: 'efficiency', question: 'Efisiensi', options: efficiency, initial: 'difference' },
    {
      type: 'scale',
      path: 'scale',
      question: 'Kategori capaian',
      title: 'Kategori capaian SAKIP',
      initial: achievement,
    },
    {
      type: 'scale',
      path: 'grade',
      question: 'Nilai subkomponen evaluasi',
      title: 'Nilai subkomponen evaluasi',
      initial: grade,
    },
    { type: 'scale', path: 'predicate', question: 'Predikat evaluasi', title: 'Predikat evaluasi', initial: predicate },
  ],
  checks: [
    {
      path: 'floor',
      message: 'Batas bawah capaian harus di bawah batas atasnya.',
      holds: ({ cap, floor }) => cap === null || floor === null || exact(floor).lt(exact(cap)),
    },
  ],
}
