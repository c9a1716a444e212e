// The mean of the evaluated offices is no evaluation of the region, which the ministry evaluates itself: it has no predicate. How many
// offices have which predicate is counted instead.
import type { RegionOf } from '../../form/defineKind.ts'
import { officesByBand, togetherOf } from '../sakip-pengukuran-triwulan/togetherOf.ts'
import type { EvaluationFigures } from './figures.ts'

const legal = 'PermenPANRB 88/2021'

/** The mean score of the offices and of what they gave themselves, their mean by component and subcomponent, and how many have which predicate. */
export function consolidate(c: RegionOf<EvaluationFigures>): void {
  c.figure({ code: 'sakip.regionScore', formula: 'mean.1', ...togetherOf(c, 'sakip.score'), legal })
  c.figure({ code: 'sakip.regionOwnScore', formula: 'mean.1', ...togetherOf(c, 'sakip.ownScore'), legal })
  const parts = c.groups.flatMap(({ id }) => [id, ...c.rows().flatMap(row => (row.group === id ? row.id : []))])
  for (const row of parts)
    c.figure({ code: 'sakip.regionPart', row, formula: 'mean.1', ...togetherOf(c, 'sakip.score', row), legal })
  officesByBand(c, 'sakip.score', c.rules.sakip.predicate)
}
