import type { ContextOf, RegionOf } from '../../form/defineKind.ts'
import { isDecimal } from '../../numbers/decimal.ts'
import type { Kind } from '../../types/Kind.ts'
import type { RowId } from '../../types/Pointer.ts'
import type { findings } from './findings.ts'
import type { tables } from './tables.ts'

/** The answer of an indicator that is a step of a scale (WTP, BB): no share is taken of one. Null where both are numbers or empty. */
export function stepOf(c: Lkpj, row: RowId): { field: 'target' | 'realization'; step: string } | null {
  for (const field of ['target', 'realization'] as const) {
    const step = c.text(`/indicators/${row}/${field}`)
    if (step !== null && !isDecimal(step)) return { field, step }
  }
  return null
}

export const figures = {
  'lkpj.before': { label: 'Anggaran sebelum perubahan', unit: 'Rp' },
  'lkpj.budget': { label: 'Anggaran terakhir', unit: 'Rp' },
  'lkpj.spent': { label: 'Realisasi anggaran', unit: 'Rp' },
  'lkpj.absorption': { label: 'Serapan anggaran', unit: '%' },
  'lkpj.achievement': { label: 'Capaian', unit: '%' },
  'lkpj.physical': { label: 'Capaian fisik', unit: '%' },
} as const satisfies Kind['figures']

export type Lkpj = ContextOf<typeof tables, typeof findings, typeof figures>
export type LkpjRegion = RegionOf<typeof figures>
