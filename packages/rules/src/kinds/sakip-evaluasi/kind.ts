import { defineKind } from '../../form/defineKind.ts'
import { previousPeriod } from '../../periods/period.ts'
import { check } from './check.ts'
import { compute } from './compute.ts'
import { consolidate } from './consolidate.ts'
import { figures } from './figures.ts'
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
