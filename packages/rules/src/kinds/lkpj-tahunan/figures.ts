import type { ContextOf, RegionOf } from '../../form/defineKind.ts'
import type { Kind } from '../../types/Kind.ts'
import type { findings } from './findings.ts'
import type { tables } from './tables.ts'

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
