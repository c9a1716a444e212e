import { type AccessActor, may } from '../access/may.ts'
import type { ReportType } from '../reportTypes.ts'
import type { Capacity } from '../saving/lock.ts'
import type { Anchor } from '../types/Pointer.ts'
import { mayReadAnswers } from '../workflow/mayReadAnswers.ts'
import type { ContributionStatus } from './decideContribution.ts'

/** Who asks, on which day of the region. */
export interface PartAsker {
  access: AccessActor
  today: string
  person: { id: string }
}

/** A part of a submission, so far as it says whose it is; one of `officePath` and `person` is null. */
export interface HandedTo {
  anchors: Anchor[]
  status: ContributionStatus
  /** The unit it was handed to and all above it. */
  officePath: string[] | null
  person: string | null
}

export interface WithParts<P extends HandedTo = HandedTo> {
  officePath: string[]
  reportType: ReportType
  /** What was ever handed to others. */
  contributions: P[]
}

const reaches = ({ access, today }: PartAsker, office: string[]): boolean =>
  may(access, 'submission.read', { today, office }) || may(access, 'submission.write', { today, office })

/**
 * The parts that were given to the asker: to the person, or to an office in reach whose giver is not. A unit contributes to any
 * report; a key keeps to its report types.
 */
export const handedTo = <P extends HandedTo>(
  asker: PartAsker,
  { officePath, reportType, contributions }: WithParts<P>,
): P[] => {
  const { kind, reportTypes } = asker.access
  if (kind === 'key' && reportTypes !== null && !reportTypes.includes(reportType)) return []
  const below = !reaches(asker, officePath)
  return contributions.filter(
    ({ person, officePath: to }) => person === asker.person.id || (below && to !== null && reaches(asker, to)),
  )
}

const anchorsOf = (parts: HandedTo[]): Anchor[] => parts.flatMap(({ anchors }) => anchors)

/** The anchors that a contributor may read: what was handed over and not taken back. Null for all others, who read the whole or nothing. */
export const partOf = (asker: PartAsker, submission: WithParts): Anchor[] | null => {
  const { access, today } = asker
  const { reportType, officePath: office } = submission
  if (may(access, 'submission.read', { today, reportType, office })) return null
  if (!mayReadAnswers(access, { today, contributor: true, status: 'draft' })) return null
  const own = handedTo(asker, submission).filter(({ status }) => status !== 'taken-back')
  return own.length === 0 ? null : anchorsOf(own)
}

/**
 * In what capacity who asks writes; null where it is none of theirs. A part that was taken back opens nothing any more, but what
 * was typed into it meanwhile is answered as locked, so that the device keeps it.
 */
export const capacityOf = (asker: PartAsker, submission: WithParts): Capacity | null => {
  const { access, today } = asker
  const { reportType, officePath: office, contributions } = submission
  const given = ({ status }: HandedTo) => status === 'given'
  const own = handedTo(asker, submission)
  if (may(access, 'submission.write', { today, reportType, office }))
    return { as: 'office', given: anchorsOf(contributions.filter(it => given(it) && !own.includes(it))) }
  if (own.length === 0 || !may(access, 'submission.write', { today, contributor: true })) return null
  return { as: 'contributor', anchors: anchorsOf(own.filter(given)) }
}
