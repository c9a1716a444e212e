import type { ContextOf, RegionOf } from '../../form/defineKind.ts'
import type { Exact } from '../../types/Decimal.ts'
import type { Kind } from '../../types/Kind.ts'
import type { RowId } from '../../types/Pointer.ts'
import { counts } from '../lppd-tahunan/lppdContext.ts'
import type { findings } from './findings.ts'
import type { tables } from './tables.ts'

export const figures = {
  'lppd.macro': { label: 'Capaian', unit: '' },
  'lppd.change': { label: 'Laju perubahan', unit: '%' },
} as const satisfies Kind['figures']

export type MacroContext = ContextOf<typeof tables, typeof findings, typeof figures>
export type MacroRegion = RegionOf<typeof figures>

/** Last year's number as its approved report has it. */
export const approvedBefore = (c: MacroContext, row: RowId): Exact | null =>
  counts(c.source('previous')?.status) ? (c.source('previous')?.number(`/macro/${row}/current`) ?? null) : null
