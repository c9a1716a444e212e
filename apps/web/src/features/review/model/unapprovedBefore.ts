import type { Kind } from '@sepakat/rules'
import { earlierPeriods } from '@sepakat/rules/periods/earlierPeriods.ts'
import { periodYear } from '@sepakat/rules/periods/period.ts'
import type { RevisionBody } from '#submissions/revisionBody.ts'

/** A period of the same form that was not approved when this revision was frozen; null where it had no submission. */
export interface EarlierReport {
  source: string
  submission: string | null
}

/** The earlier periods of the year that this report builds on and that were not approved then, the oldest first. */
export const unapprovedBefore = (
  kind: Kind | undefined,
  { period, sources }: Pick<RevisionBody, 'period' | 'sources'>,
): EarlierReport[] =>
  (kind ? earlierPeriods(kind, period) : [])
    .filter(one => periodYear(one.period) === periodYear(period))
    .filter(({ name }) => !['approved', 'archive'].includes(sources[name]?.status ?? ''))
    .map(({ name }) => ({ source: name, submission: sources[name]?.submission ?? null }))
    .reverse()
