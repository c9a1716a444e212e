// The regency's own budget and what became of it (PP 13/2019, PP 12/2019), filed by the office that keeps its accounts. What is
// added up here is compared with the typed totals of the realization report.
import { defineKind, type RegionOf } from '../../form/defineKind.ts'
import { check } from './check.ts'
import { compute } from './compute.ts'
import { figures } from './figures.ts'
import { findings } from './findings.ts'
import { tables } from './tables.ts'

export const kind = defineKind({
  form: 'lkpj/apbd',
  title: 'Pelaksanaan APBD',
  period: 'year',
  numbered: false,
  reviewer: 'verifier',
  sources: () => ({}),
  tables,
  findings,
  figures,
  check,
  compute,
  consolidate: { of: 'perangkat daerah', by: 'pos anggaran', counts: 'completeness', compute: consolidate },
})

// The region has one budget, filed by the office that keeps its accounts: its figures are taken over as they were frozen.
const codes = ['lkpj.before', 'lkpj.budget', 'lkpj.realized', 'lkpj.realization'] as const

/** Every amount of the budget; none where several offices file it, since two budgets of one region are not added. */
function consolidate(c: RegionOf<typeof figures>): void {
  const [office, ...others] = c.owners('*')
  if (office === undefined || others.length > 0) return
  for (const code of codes)
    for (const row of c.countedRows(office, code)) {
      const figure = c.counted(office, code, row)
      if (figure) c.take(figure)
    }
}
