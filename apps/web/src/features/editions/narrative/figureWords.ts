import type { DirectionPiece } from '@sepakat/rules/editions/Narrative.ts'
import { count } from '#ui/numbers.ts'
import type { FoundFigure, SaidChip } from './Says.ts'

/** `Serapan anggaran, Dinas Kesehatan`: what a figure is and of whom. */
export const figureName = ({ label, rowLabel, office }: FoundFigure): string =>
  [label, rowLabel, office?.shortName].filter(Boolean).join(', ')

/** `LKPJ, Tahun 2025, seluruh daerah`. */
export const figurePlace = ({ formTitle, periodTitle, office }: FoundFigure): string =>
  [formTitle, periodTitle, office ? office.name : 'seluruh daerah'].join(' · ')

type Covered = Pick<SaidChip, 'coverage' | 'standing'>

/** How much of what is owed is in a figure; null where all of it is, or it is not known. */
export function coverageWords({ coverage, standing }: Covered): string | null {
  if (!coverage || standing === 'final') return null
  return `Baru ${count(coverage.approved)} dari ${count(coverage.owed)} yang disetujui`
}

/** What is said in place of figures that were not found. */
export function foundNote(count: number, state: 'seeking' | 'found' | 'failed'): string | null {
  if (state === 'failed') return 'Angka tidak dapat dicari sekarang: server tidak menjawab. Naskah tetap dapat ditulis.'
  if (count > 0) return null
  return state === 'seeking' ? 'Mencari…' : 'Tidak ada angka dengan kata-kata itu.'
}

/** Words of direction to choose from; which of a pair is written follows from the data. */
export const directionChoices: readonly { value: DirectionPiece['words']; label: string }[] = [
  { value: 'naik', label: 'naik, atau turun' },
  { value: 'meningkat', label: 'meningkat, atau menurun' },
  { value: 'lebih tinggi', label: 'lebih tinggi, atau lebih rendah' },
  { value: 'membaik', label: 'membaik, atau memburuk' },
]
