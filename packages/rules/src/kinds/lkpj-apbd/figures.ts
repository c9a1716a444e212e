import type { ContextOf } from '../../form/defineKind.ts'
import type { Kind } from '../../types/Kind.ts'
import type { findings } from './findings.ts'
import type { tables } from './tables.ts'

export const figures = {
  'lkpj.before': { label: 'Jumlah sebelum perubahan', unit: 'Rp' },
  'lkpj.budget': { label: 'Jumlah anggaran terakhir', unit: 'Rp' },
  'lkpj.realized': { label: 'Jumlah realisasi', unit: 'Rp' },
  'lkpj.realization': { label: 'Realisasi terhadap anggaran', unit: '%' },
} as const satisfies Kind['figures']

export type Apbd = ContextOf<typeof tables, typeof findings, typeof figures>
