import { type Anchor, type Capacity, may, mayReadAnswers } from '@sepakat/rules'
import { type Asker, isOwn, mayTo } from '../submissions/asker.ts'
import type { SubmissionRecord } from '../submissions/submission.ts'
import type { Contribution } from './contribution.ts'

type Of = Pick<SubmissionRecord, 'officePath' | 'reportType' | 'contributions'>

const reaches = ({ access, today }: Asker, office: string[]): boolean =>
  may(access, 'submission.read', { today, office }) || may(access, 'submission.write', { today, office })

/**
 * The parts that were handed to whoever asks: to the person, or to an office in reach whose giver is not. A unit contributes to any
 * report; a key keeps to its report types.
 */
export const handedTo = (asker: Asker, { officePath, reportType, contributions }: Of): Contribution[] => {
  const { kind, reportTypes } = asker.access
  if (kind === 'key' && reportTypes !== null && !reportTypes.includes(reportType)) return []
  const below = !reaches(asker, officePath)
  return contributions.filter(
    ({ person, officePath: to }) => person === asker.person.id || (below && to !== null && reaches(asker, to)),
  )
}

const anchorsOf = (contributions: Contribution[]): Anchor[] => contributions.flatMap(({ anchors }) => anchors)

/** The anchors that a contributor may read: what was handed over and not taken back. Null for all others, who read the whole or nothing. */
export const partOf = (asker: Asker, submission: Of): Anchor[] | null => {
  if (mayTo(asker, 'submission.read', submission)) return null
  if (!mayReadAnswers(asker.access, { today: asker.today, contributor: true, status: 'draft' })) return null
  const own = handedTo(asker, submission).filter(({ status }) => status !== 'taken-back')
  return own.length === 0 ? null : anchorsOf(own)
}

/**
 * In what capacity who asks writes; null where it is none of theirs. A part that was taken back opens nothing any more, but what
 * was typed into it meanwhile is answered as locked, so that the device keeps it.
 */
export const capacityOf = (asker: Asker, submission: Of): Capacity | null => {
  const given = ({ status }: Contribution) => status === 'given'
  const own = handedTo(asker, submission)
  if (isOwn(asker, submission))
    return { as: 'office', given: anchorsOf(submission.contributions.filter(it => given(it) && !own.includes(it))) }
  if (own.length === 0 || !may(asker.access, 'submission.write', { today: asker.today, contributor: true })) return null
  return { as: 'contributor', anchors: anchorsOf(own.filter(given)) }
}
