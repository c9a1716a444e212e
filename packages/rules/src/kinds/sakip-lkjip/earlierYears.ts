// How far back an analysis looks: the previous year under `previous`, from its report, and up to three before it.
import { periodYear, previousPeriod } from '../../periods/period.ts'
import type { PeriodKey } from '../../types/Pointer.ts'
import type { Scope } from '../../types/Scope.ts'

export const EARLIER = ['1', '2', '3', '4'] as const
export type Earlier = (typeof EARLIER)[number]

/** The source of the report that many years before. */
export const sourceOf = (back: Earlier): 'previous' | `before${Earlier}` =>
  back === '1' ? 'previous' : `before${back}`

export const periodBefore = (period: PeriodKey, back: Earlier): PeriodKey =>
  Array.from({ length: Number(back) }).reduce<PeriodKey>(previousPeriod, period)

export const yearBefore = (s: Pick<Scope, 'period'>, back: Earlier): number => periodYear(s.period) - Number(back)
