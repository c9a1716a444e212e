// The register holds the targets of the five years of the plan and of the transition year after it, as year 1 to 6.
import { periodYear } from '../../periods/period.ts'
import type { Field } from '../../types/Kind.ts'
import type { Scope } from '../../types/Scope.ts'

export const PLAN_YEARS = ['1', '2', '3', '4', '5', '6'] as const
export type PlanYear = (typeof PLAN_YEARS)[number]

/** The index of the period's year in the plan; null outside of it. */
export function planYear({ plan, period }: Pick<Scope, 'plan' | 'period'>): PlanYear | null {
  return PLAN_YEARS[periodYear(period) - plan.from] ?? null
}

/** A field per year of the plan: `renstra1` … `renstra6`. */
export function yearFields<P extends string>(
  prefix: P,
  title: string,
  needs: (year: PlanYear) => 'counted' | 'optional',
): Record<`${P}${PlanYear}`, Field> {
  const field = (year: PlanYear): Field => ({
    label: scope => `${title} ${scope.plan.from + Number(year) - 1}${year === '6' ? ' (transisi)' : ''}`,
    type: 'measure',
    need: needs(year),
    carry: 'same-plan',
  })
  return Object.fromEntries(PLAN_YEARS.map(year => [`${prefix}${year}`, field(year)])) as Record<
    `${P}${PlanYear}`,
    Field
  >
}
