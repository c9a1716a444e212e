// What the council recommended on the LKPJ of the year before and which strategic policies were set, entered once for the region
// by its coordinator's office; the offices addressed find them in their own LKPJ and answer there (PP 13/2019).
import { defineKind } from '../../form/defineKind.ts'
import { check } from './check.ts'
import { findings } from './findings.ts'
import { tables } from './tables.ts'

export const kind = defineKind({
  form: 'lkpj/rekomendasi',
  title: 'Rekomendasi DPRD dan kebijakan strategis',
  period: 'year',
  numbered: false,
  reviewer: 'verifier',
  sources: () => ({}),
  tables,
  findings,
  figures: {},
  check,
  compute: () => {},
  // What it lists is each office's own: only how much of it is filled in is a figure of all.
  consolidate: { of: 'perangkat daerah', by: 'perangkat daerah', counts: 'completeness', compute: () => {} },
})
