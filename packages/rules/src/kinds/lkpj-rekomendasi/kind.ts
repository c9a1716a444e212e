// What the council recommended on the LKPJ of the year before and which strategic policies were set, entered once for the region
// by its coordinator's office; the offices addressed find them in their own LKPJ and answer there (PP 13/2019).
import { type ContextOf, defineKind } from '../../form/defineKind.ts'
import type { RowId } from '../../types/Pointer.ts'
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

type Council = ContextOf<typeof tables, typeof findings, Record<never, never>>

function check(c: Council): void {
  for (const row of c.rows('recommendations'))
    if (addressed(c, row) === 0) c.find('recommendation-without-office', `/recommendations/${row}/text`)
  for (const row of c.rows('policies'))
    if (addressed(c, row) === 0) c.find('policy-without-office', `/policies/${row}/text`)
}

/** How many offices must answer; one named twice is reported. */
function addressed(c: Council, row: RowId): number {
  const seen = new Set<string>()
  for (const one of c.rows('addressees', row)) {
    const office = c.text(`/addressees/${one}/office`)
    if (office !== null && seen.has(office)) c.find('office-twice', `/addressees/${one}/office`)
    if (office !== null) seen.add(office)
  }
  return seen.size
}
