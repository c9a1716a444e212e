import { parsePeriod, quarterTitle } from '../periods/period.ts'
import type { PeriodKey } from '../types/Pointer.ts'
import type { EditionStatus, EditionType } from './editionTypes.ts'

/** `Tahun 2025`, `Triwulan IV Tahun 2025`. */
export function periodWords(period: PeriodKey): string {
  const quarter = quarterTitle(period)
  const year = `Tahun ${parsePeriod(period).year}`
  return quarter === null ? year : `${quarter} ${year}`
}

/** `LPPD Tahun 2025`. */
export const editionName = ({ shortTitle }: { shortTitle: string }, period: PeriodKey): string =>
  `${shortTitle} ${periodWords(period)}`

export const editionStatusLabels: Record<EditionStatus, string> = {
  draft: 'Disusun',
  'in-review': 'Direviu Inspektorat',
  'for-approval': 'Menunggu pengesahan',
  frozen: 'Disahkan',
}

export const editionTypeLabels: Record<EditionType, string> = {
  lppd: 'LPPD',
  rlppd: 'Ringkasan LPPD (RLPPD)',
  lkpj: 'LKPJ',
  spm: 'SPM kabupaten',
  lkjip: 'LKjIP kabupaten',
}
