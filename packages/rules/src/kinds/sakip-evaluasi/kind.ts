import { defineKind, type RegionOf } from '../../form/defineKind.ts'
import { previousPeriod } from '../../periods/period.ts'
import { officesByBand, togetherOf } from '../sakip-pengukuran-triwulan/togetherOf.ts'
import { check } from './check.ts'
import { compute } from './compute.ts'
import { type EvaluationFigures, figures } from './figures.ts'
import { findings } from './findings.ts'
import { tables } from './tables.ts'

export const kind = defineKind({
  form: 'sakip/evaluasi',
  title: 'Evaluasi AKIP (LKE)',
  period: 'year',
  numbered: false,
  order: 5,
  reviewer: 'evaluator',
  papers: { 'lembar-kerja-evaluasi': 'lembar kerja evaluasi' },
  sources: period => ({ previous: { form: 'sakip/evaluasi', period: previousPeriod(period) } }),
  after: period => [{ form: 'sakip/lkjip', period }],
  tables,
  findings,
  figures,
  check,
  compute,
  consolidate: { of: 'perangkat daerah', by: 'perangkat daerah', counts: 'completeness', compute: consolidate },
})

// The mean of the evaluated offices is no evaluation of the region, which the ministry evaluates itself: it has no predicate. How many
// offices have which predicate is counted instead.
const legal = 'PermenPANRB 88/2021'

/** The mean score of the offices and of what they gave themselves, their mean by component and subcomponent, and how many have which predicate. */
function consolidate(c: RegionOf<EvaluationFigures>): void {
  c.figure({ code: 'sakip.regionScore', formula: 'mean.1', ...togetherOf(c, 'sakip.score'), legal })
  c.figure({ code: 'sakip.regionOwnScore', formula: 'mean.1', ...togetherOf(c, 'sakip.ownScore'), legal })
  const parts = c.groups.flatMap(({ id }) => [id, ...c.rows().flatMap(row => (row.group === id ? row.id : []))])
  for (const row of parts)
    c.figure({ code: 'sakip.regionPart', row, formula: 'mean.1', ...togetherOf(c, 'sakip.score', row), legal })
  officesByBand(c, 'sakip.score', c.rules.sakip.predicate)
}
