import type { Kind } from '@sepakat/rules'
import type { RevisionBody } from '#submissions/revisionBody.ts'

/** A period of the same form that was not approved when this revision was frozen; null where it had no submission. */
export interface EarlierReport {
  source: string
  submission: string | null
}

/** The earlier periods of the year that this report builds on and that were not approved then. */
export function unapprovedBefore(
  kind: Kind | undefined,
  { form, period, sources }: Pick<RevisionBody, 'form' | 'period' | 'sources'>,
): EarlierReport[] {
  return Object.entries(kind?.sources(period) ?? {}).flatMap(([name, source]) => {
    const used = sources[name]
    const sameYear = source.period.slice(0, 4) === period.slice(0, 4)
    if (source.form !== form || !sameYear || used?.status === 'approved' || used?.status === 'archive') return []
    return [{ source: name, submission: used?.submission ?? null }]
  })
}
