import { scaleLabel } from '@sepakat/rules/rule-sets/scaleLabel.ts'
import type { RuleSet, Scale } from '@sepakat/rules/types.ts'
import type { Choice } from '../../../ui/SelectField.tsx'
import { ruleOptions } from './ruleWords.ts'

/** One choice while a rule set is proposed. `path` says where it stands in the set, as `spm.weights.quality`. */
export interface RuleField {
  path: string
  label: string
  /** Absent: a number. */
  options?: readonly Choice[]
  /** A bound that may be left open. */
  open?: true
}
export interface RuleFieldGroup {
  title: string
  about?: string
  fields: RuleField[]
}

const choice = (path: string, label: string, words: Record<string, string>): RuleField => ({
  path,
  label,
  options: Object.entries(words).map(([value, text]) => ({ value, label: text })),
})
const number = (path: string, label: string): RuleField => ({ path, label })
const bound = (path: string, label: string): RuleField => ({ path, label, open: true })

const bands = (path: string, title: string, { bands: all }: Scale): RuleFieldGroup => ({
  title,
  about: 'Batas bawah tiap kategori, dari yang tertinggi. Yang terakhir tidak berbatas.',
  fields: all.slice(0, -1).map(({ label }, at) => number(`${path}.bands.${at}.from`, label)),
})

/** Every choice of a rule set as a field, report by report, scales by themselves. */
export const ruleFieldGroups = ({ spm, sakip, ordinals }: RuleSet): RuleFieldGroup[] => [
  {
    title: 'SPM',
    fields: [
      number('spm.weights.recipients', 'Bobot penerima layanan (persen)'),
      number('spm.weights.quality', 'Bobot mutu (persen)'),
      choice('spm.quality', 'Menggabung baris mutu', ruleOptions.quality),
      bound('spm.caps.recipients', 'Batas capaian penerima'),
      bound('spm.caps.qualityRow', 'Batas capaian satu baris mutu'),
      bound('spm.caps.quality', 'Batas capaian mutu'),
      choice('spm.nil', 'Pelayanan nihil', ruleOptions.nil),
      choice('spm.urusan', 'Indeks urusan', ruleOptions.urusan),
    ],
  },
  bands('spm.scale', 'Kategori SPM', spm.scale),
  {
    title: 'SAKIP',
    fields: [
      choice('sakip.lower', 'Indikator yang makin rendah makin baik', ruleOptions.lower),
      bound('sakip.cap', 'Batas atas capaian'),
      bound('sakip.floor', 'Batas bawah capaian'),
      choice('sakip.quarterly', 'Capaian triwulan', ruleOptions.quarterly),
      choice('sakip.averageOf', 'Rata-rata dihitung dari', ruleOptions.averageOf),
      choice('sakip.office', 'Capaian perangkat daerah', ruleOptions.office),
      choice('sakip.efficiency', 'Efisiensi', ruleOptions.efficiency),
    ],
  },
  bands('sakip.scale', 'Kategori capaian SAKIP', sakip.scale),
  bands('sakip.grade', 'Nilai subkomponen evaluasi', sakip.grade),
  bands('sakip.predicate', 'Predikat evaluasi', sakip.predicate),
  { title: 'LKPJ', fields: [choice('lkpj.physical', 'Realisasi fisik gabungan', ruleOptions.physical)] },
  ...Object.entries(ordinals).map(([name, steps]) => ({
    title: `Skala ${scaleLabel(name)}`,
    about: 'Nilai tiap tingkat.',
    fields: steps.map(({ id, label }, at) =>
      number(`ordinals.${name}.${at}.value`, label === id ? id : `${id} (${label})`),
    ),
  })),
]
