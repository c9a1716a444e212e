// Sources: Permendagri 59/2021 as copied by local systems (weights, categories); not read in a gazetted annex.
import { least, rest } from '../../scales/bands.ts'
import type { Decimal } from '../../types/Decimal.ts'
import type { KindRules } from '../../types/RulePart.ts'
import type { RuleChoices, Scale } from '../../types/RuleSet.ts'

declare module '../../types/RuleSet.ts' {
  interface RuleChoices {
    'spm.weights': { recipients: Decimal; quality: Decimal }
    'spm.quality': 'mean' | 'pooled' | 'group-mean' // group = attrs.component
    'spm.caps': { recipients: Decimal | null; qualityRow: Decimal | null; quality: Decimal | null }
    'spm.nil': 'exclude' | 'hundred' | 'zero' // services and whole urusan alike
    'spm.urusan': 'services' | 'subgroups' // subgroups: mean of the sub-urusan's means, where the catalogue has some
    'spm.scale': Scale
  }
}

const quality: Record<RuleChoices['spm.quality'], string> = {
  mean: 'Rata-rata persen semua baris mutu.',
  pooled: 'Jumlah yang terpenuhi dibagi jumlah yang dibutuhkan, semua baris digabung.',
  'group-mean': 'Rata-rata tiap kelompok dahulu (barang, tenaga, tata cara), lalu rata-rata antarkelompok.',
}
const nil: Record<RuleChoices['spm.nil'], string> = {
  exclude: 'Tidak ikut dihitung.',
  hundred: 'Dihitung 100.',
  zero: 'Dihitung 0.',
}
const urusan: Record<RuleChoices['spm.urusan'], string> = {
  services: 'Rata-rata semua jenis pelayanan.',
  subgroups: 'Rata-rata tiap sub-urusan dahulu, lalu rata-rata antarsub-urusan.',
}
const scale: Scale = {
  id: 'spm',
  bandOn: 'exact',
  bands: [
    least('100', 'paripurna', 'Tuntas Paripurna'),
    least('90', 'utama', 'Tuntas Utama'),
    least('80', 'madya', 'Tuntas Madya'),
    least('70', 'pratama', 'Tuntas Pratama'),
    least('60', 'muda', 'Tuntas Muda'),
    rest('belum', 'Belum Tuntas'),
  ],
}

export const rules: KindRules = {
  form: 'spm/triwulan',
  choices: [
    {
      type: 'shares',
      path: 'weights',
      question: 'Bobot indeks',
      shares: {
        recipients: { label: 'Bobot penerima layanan (persen)', said: 'Penerima layanan', initial: '80' },
        quality: { label: 'Bobot mutu (persen)', said: 'mutu', initial: '20' },
      },
      message: 'Bobot penerima layanan dan mutu harus berjumlah 100.',
    },
    { type: 'option', path: 'quality', question: 'Menggabung baris mutu', options: quality, initial: 'mean' },
    { type: 'bound', path: 'caps.recipients', question: 'Batas capaian penerima', side: 'upper', initial: '100' },
    {
      type: 'bound',
      path: 'caps.qualityRow',
      question: 'Batas capaian satu baris mutu',
      side: 'upper',
      initial: '100',
    },
    { type: 'bound', path: 'caps.quality', question: 'Batas capaian mutu', side: 'upper', initial: '100' },
    { type: 'option', path: 'nil', question: 'Pelayanan nihil', options: nil, initial: 'exclude' },
    { type: 'option', path: 'urusan', question: 'Indeks urusan', options: urusan, initial: 'services' },
    { type: 'scale', path: 'scale', question: 'Kategori', title: 'Kategori SPM', initial: scale },
  ],
}
