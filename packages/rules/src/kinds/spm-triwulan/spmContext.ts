import type { ContextOf, RegionOf } from '../../form/defineKind.ts'
import { parsePeriod, periodYear, previousPeriod } from '../../periods/period.ts'
import type { Figure } from '../../types/Figure.ts'
import type { PeriodKey } from '../../types/Pointer.ts'
import type { figures } from './figures.ts'
import type { findings } from './findings.ts'
import type { tables } from './tables.ts'

export type SpmContext = ContextOf<typeof tables, typeof findings, typeof figures>
export type SpmRegion = RegionOf<typeof figures>

/** The index of TW I–III is year-to-date, against the target of the whole year. */
export const basisOf = (period: PeriodKey): Figure['basis'] =>
  parsePeriod(period).quarter === 4 ? null : 'year-to-date'

/** The previous quarter, where it counts from the same 1 January: in the first one every count, and the target, starts over. */
export const sameYear = (c: Pick<SpmContext, 'scope' | 'source'>): ReturnType<SpmContext['source']> =>
  followsInYear(c.scope.period) ? c.source('previous') : null

export const followsInYear = (period: string): boolean => periodYear(previousPeriod(period)) === periodYear(period)

/** Staff, procedures and documents are a position, not a sum over the quarters. */
export const isStock = (c: Pick<SpmContext, 'catalogue'>, row: string): boolean =>
  c.catalogue(row)?.attrs?.measure === 'stock'
