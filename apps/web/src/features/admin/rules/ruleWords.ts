import { scaleLabel } from '@sepakat/rules/rule-sets/scaleLabel.ts'
import type { RuleSet, Scale } from '@sepakat/rules/types.ts'
import { formatNumber } from '../../../lib/numbers.ts'

/** One choice of the region: the question, and what was chosen. */
export interface Choice {
  question: string
  chosen: string
}
export interface ChoiceGroup {
  title: string
  choices: Choice[]
}

const upTo = (cap: string | null): string =>
  cap === null ? 'Tidak dibatasi; boleh di atas 100.' : `Paling tinggi ${formatNumber(cap)}; nilai asli tetap disimpan.`

const quality: Record<RuleSet['spm']['quality'], string> = {
  mean: 'Rata-rata persen semua baris mutu.',
  pooled: 'Jumlah yang terpenuhi dibagi jumlah yang dibutuhkan, semua baris digabung.',
  'group-mean': 'Rata-rata tiap kelompok dahulu (barang, tenaga, tata cara), lalu rata-rata antarkelompok.',
}
const nil: Record<RuleSet['spm']['nil'], string> = {
  exclude: 'Tidak ikut dihitung.',
  hundred: 'Dihitung 100.',
  zero: 'Dihitung 0.',
}
const urusan: Record<RuleSet['spm']['urusan'], string> = {
  services: 'Rata-rata semua jenis pelayanan.',
  subgroups: 'Rata-rata tiap sub-urusan dahulu, lalu rata-rata antarsub-urusan.',
}
const lower: Record<RuleSet['sakip']['lower'], string> = {
  '2T-R': '(2 × target − realisasi) ÷ target × 100.',
  'T/R': 'Target ÷ realisasi × 100.',
}
const quarterly: Record<RuleSet['sakip']['quarterly'], string> = {
  sum: 'Dijumlahkan: realisasi semua triwulan terhadap target triwulan yang sama.',
  last: 'Triwulan terakhir terhadap targetnya sendiri.',
}
const office: Record<RuleSet['sakip']['office'], string> = {
  objectives: 'Rata-rata tiap sasaran dahulu, lalu rata-rata antarsasaran.',
  indicators: 'Rata-rata semua indikator.',
}
const efficiency: Record<RuleSet['sakip']['efficiency'], string> = {
  difference: 'Capaian kinerja dikurangi serapan anggaran.',
  saving: 'Sisa anggaran terhadap pagu.',
  pmk: 'Menurut rumus Kementerian Keuangan.',
}
const physical: Record<RuleSet['lkpj']['physical'], string> = {
  mean: 'Rata-rata biasa.',
  'weighted-by-budget': 'Rata-rata dengan bobot pagu.',
}
const averageOf: Record<RuleSet['sakip']['averageOf'], string> = {
  capped: 'Capaian setelah dibatasi.',
  raw: 'Capaian asli sebelum dibatasi.',
}
/** The words of every choice among a few, by what it is about. */
export const ruleOptions = { quality, nil, urusan, lower, quarterly, averageOf, office, efficiency, physical }

/** The bands of a scale, highest first: `≥ 90 Tuntas Utama`. */
export function bandsText({ bands, bandOn }: Scale): string {
  const parts = bands.map(({ label, from, above }) =>
    from === null ? `selebihnya ${label}` : `${above ? 'di atas' : 'mulai'} ${formatNumber(from)} ${label}`,
  )
  return `${parts.join('; ')}. ${bandOn === 'exact' ? 'Dibandingkan sebelum dibulatkan.' : 'Dibandingkan setelah dibulatkan dua angka desimal.'}`
}

/** A rule set as questions and answers, by report. */
export function choicesOf({ spm, sakip, lkpj }: RuleSet): ChoiceGroup[] {
  const { weights, caps } = spm
  return [
    {
      title: 'SPM',
      choices: [
        {
          question: 'Bobot indeks',
          chosen: `Penerima layanan ${formatNumber(weights.recipients)} persen, mutu ${formatNumber(weights.quality)} persen.`,
        },
        { question: 'Menggabung baris mutu', chosen: quality[spm.quality] },
        { question: 'Batas capaian penerima', chosen: upTo(caps.recipients) },
        { question: 'Batas capaian satu baris mutu', chosen: upTo(caps.qualityRow) },
        { question: 'Batas capaian mutu', chosen: upTo(caps.quality) },
        { question: 'Pelayanan nihil', chosen: nil[spm.nil] },
        { question: 'Indeks urusan', chosen: urusan[spm.urusan] },
        { question: 'Kategori', chosen: bandsText(spm.scale) },
      ],
    },
    {
      title: 'SAKIP',
      choices: [
        { question: 'Indikator yang makin rendah makin baik', chosen: lower[sakip.lower] },
        { question: 'Batas atas capaian', chosen: upTo(sakip.cap) },
        {
          question: 'Batas bawah capaian',
          chosen:
            sakip.floor === null
              ? 'Tidak dibatasi; boleh di bawah nol.'
              : `Paling rendah ${formatNumber(sakip.floor)}.`,
        },
        { question: 'Capaian triwulan', chosen: quarterly[sakip.quarterly] },
        { question: 'Rata-rata dihitung dari', chosen: averageOf[sakip.averageOf] },
        { question: 'Capaian perangkat daerah', chosen: office[sakip.office] },
        { question: 'Efisiensi', chosen: efficiency[sakip.efficiency] },
        { question: 'Kategori capaian', chosen: bandsText(sakip.scale) },
        { question: 'Nilai subkomponen evaluasi', chosen: bandsText(sakip.grade) },
        { question: 'Predikat evaluasi', chosen: bandsText(sakip.predicate) },
      ],
    },
    { title: 'LKPJ', choices: [{ question: 'Realisasi fisik gabungan', chosen: physical[lkpj.physical] }] },
  ]
}

export interface OrdinalText {
  id: string
  steps: string
}

/** Scales of steps with the value each counts as: `WDP Wajar Dengan Pengecualian = 3`. */
export const ordinalsOf = ({ ordinals }: RuleSet): OrdinalText[] =>
  Object.entries(ordinals).map(([id, steps]) => ({
    id,
    steps: steps
      .map(step => `${step.label === step.id ? step.id : `${step.id} (${step.label})`} = ${formatNumber(step.value)}`)
      .join('; '),
  }))

/** A choice that two rule sets make differently. */
export interface OtherChoice {
  question: string
  before: string
  after: string
}

export function otherChoices(before: RuleSet, after: RuleSet): OtherChoice[] {
  const lines = (rules: RuleSet) => [
    ...choicesOf(rules).flatMap(({ title, choices }) =>
      choices.map(({ question, chosen }) => [`${title} · ${question}`, chosen] as const),
    ),
    ...ordinalsOf(rules).map(({ id, steps }) => [`Skala ${scaleLabel(id)}`, steps] as const),
  ]
  const old = new Map(lines(before))
  return lines(after)
    .map(([question, chosen]) => ({ question, before: old.get(question) ?? '', after: chosen }))
    .filter(line => line.before !== line.after)
}
