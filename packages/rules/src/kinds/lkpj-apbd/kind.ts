// The regency's own budget and what became of it (PP 13/2019, PP 12/2019), filed by the office that keeps its accounts. What is
// added up here is compared with the typed totals of the realization report.
import { defineKind } from '../../form/defineKind.ts'
import { check } from './check.ts'
import { compute } from './compute.ts'
import { consolidate } from './consolidate.ts'
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
