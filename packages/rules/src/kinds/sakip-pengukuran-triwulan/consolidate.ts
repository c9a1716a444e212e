import type { RegionOf } from '../../form/defineKind.ts'
import type { figures } from './measurement.ts'
import { meanOfOffices, moneyOfOffices, officesByBand } from './togetherOf.ts'

/** The mean of the offices, their money, and how many are in each category. */
export function consolidate(c: RegionOf<typeof figures>): void {
  meanOfOffices(c)
  moneyOfOffices(c)
  officesByBand(c, 'sakip.office', c.rules.sakip.scale)
}
