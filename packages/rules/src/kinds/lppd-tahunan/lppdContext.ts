import type { ContextOf, RegionOf } from '../../form/defineKind.ts'
import { periodYear } from '../../periods/period.ts'
import type { Source } from '../../types/Scope.ts'
import { archiveMark } from '../../words/sourceWords.ts'
import type { figures } from './figures.ts'
import type { findings } from './findings.ts'
import type { tables } from './tables.ts'

export type LppdContext = ContextOf<typeof tables, typeof findings, typeof figures>
export type LppdRegion = RegionOf<typeof figures>

export const legal = 'Permendagri 18/2020'

export const lastYearOf = ({ scope }: Pick<LppdContext, 'scope'>): string => String(periodYear(scope.period) - 1)

/** Last year's number counts once its report is approved; answers passed to `evaluate` count as approved, and imported values from before the system count where there is no report. */
export const counts = (status: Source['status'] | undefined): boolean =>
  status === 'approved' || status === 'given' || status === 'archive'

/** Whose last year's number it is, in a sentence. */
export const lastYearsReport = (c: Pick<LppdContext, 'scope' | 'source'>): string =>
  c.source('previous')?.status === 'archive'
    ? `nilai ${lastYearOf(c)} ${archiveMark}`
    : `laporan ${lastYearOf(c)} yang disetujui`
