// Ambiguities of pasted budget lines: whether `Realisasi` is money or physical, and what a separator means.
import type { CodedColumn, CodedLine, ReadColumn } from '../../nomenclature/codedLines.ts'
import { formatNumber } from '../../numbers/formatNumber.ts'
import { bothReadings, type Separator } from '../../numbers/readNumber.ts'
import type { LinesQuestion, LinesRead } from '../../types/LinesReader.ts'

/** The answers to the questions, by their id. */
export type Chosen = { reached?: 'spent' | 'realization' | 'none'; separator?: Separator }

const words: Record<Exclude<CodedColumn, 'reached'>, string> = {
  code: 'Kode',
  name: 'Nama',
  indicator: 'Indikator',
  unit: 'Satuan',
  target: 'Target',
  realization: 'Realisasi fisik',
  fund: 'Sumber dana',
  before: 'Anggaran sebelum perubahan',
  after: 'Anggaran setelah perubahan',
  spent: 'Realisasi anggaran (Rp)',
}

/** The column that does not say whether it is money is read as chosen, until then not at all. */
export function withReached({ reached, ...line }: CodedLine, as: Chosen['reached']): CodedLine {
  return reached === undefined || as === undefined || as === 'none' ? line : { ...line, [as]: line[as] ?? reached }
}

/** The field of each column; of two columns with one meaning the second is ignored. */
export function shownColumns(columns: readonly ReadColumn[], { reached }: Chosen): NonNullable<LinesRead['columns']> {
  const seen = new Set<CodedColumn>()
  return columns.map(({ heading, column }) => {
    if (column === undefined || seen.has(column)) return { heading, as: null }
    seen.add(column)
    const as = column === 'reached' ? (reached === 'none' ? undefined : reached) : column
    return { heading, as: as === undefined ? null : words[as] }
  })
}

export function reachedQuestion(columns: readonly ReadColumn[]): LinesQuestion[] {
  const asked = columns.find(({ column }) => column === 'reached')
  if (!asked) return []
  return [
    {
      id: 'reached',
      text: `Kolom “${asked.heading}” berisi apa?`,
      options: [
        { id: 'spent', label: 'Uang: realisasi anggaran dalam rupiah' },
        { id: 'realization', label: 'Fisik: yang tercapai, dalam satuan indikatornya' },
        { id: 'none', label: 'Jangan masukkan kolom ini' },
      ],
      needed: true,
    },
  ]
}

/** Unanswered, the numbers are imported as typed, and asked about in the form. */
export function separatorQuestion(unsure: readonly string[]): LinesQuestion[] {
  const [example] = unsure
  const both = example === undefined ? null : bothReadings(example)
  if (!both) return []
  return [
    {
      id: 'separator',
      text: `${unsure.length} angka perlu dipastikan. “${example}” dibaca:`,
      options: [
        { id: 'thousands', label: `${formatNumber(both.thousands)}, dan semua yang serupa sebagai ribuan` },
        { id: 'decimals', label: `${formatNumber(both.decimals)}, dan semua yang serupa sebagai desimal` },
      ],
      needed: false,
    },
  ]
}
