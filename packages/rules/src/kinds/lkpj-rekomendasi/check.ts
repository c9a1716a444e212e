import type { ContextOf } from '../../form/defineKind.ts'
import type { RowId } from '../../types/Pointer.ts'
import type { findings } from './findings.ts'
import type { tables } from './tables.ts'

type Council = ContextOf<typeof tables, typeof findings, Record<never, never>>

export function check(c: Council): void {
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
