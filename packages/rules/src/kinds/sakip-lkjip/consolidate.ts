import type { RegionOf } from '../../form/defineKind.ts'
import { meanOfOffices, moneyOfOffices, officesByBand, togetherOf } from '../sakip-pengukuran-triwulan/togetherOf.ts'
import type { figures } from './figures.ts'

/** The mean of the offices, their money with what is left of it, and how many are in each category. */
export function consolidate(c: RegionOf<typeof figures>): void {
  meanOfOffices(c)
  moneyOfOffices(c)
  for (const code of ['sakip.spent', 'sakip.remaining'] as const)
    c.figure({ code, formula: 'sum.1', ...togetherOf(c, code) })
  officesByBand(c, 'sakip.office', c.rules.sakip.scale)
}
