import {
  type AcceptedIn,
  acceptedDigest,
  copyTicks,
  type Queryable,
  readHands,
  type SubmissionRecord,
  ticksWithPeople,
} from '@sepakat/db'
import type { Anchor } from '@sepakat/rules'

/**
 * Takes the ticks of the revision before along to revision `n`, where row, reason and proof are as they were accepted, with who set
 * them and when. Not those of a person who has written in the report since, nor of the one who submits it (`submitter`, whose event
 * is still to be written): no user accepts his or her own work.
 * @returns those taken along, in the order of their anchors
 */
export const carryTicks = async (
  tx: Queryable,
  submission: SubmissionRecord,
  { n, submitter, ...frozen }: AcceptedIn & { n: number; submitter: string | null },
): Promise<{ anchor: Anchor; digest: string }[]> => {
  const { id, latestRevision: from } = submission
  if (from === null) return []
  const before = await ticksWithPeople(tx, id, from)
  const clean = new Set<string | null>()
  for (const person of new Set(before.map(tick => tick.person)))
    if (person !== null && person !== submitter && (await readHands(tx, submission, person)).clean) clean.add(person)
  const kept = before.filter(
    ({ anchor, digest, person }) => clean.has(person) && digest === acceptedDigest(frozen, anchor),
  )
  await copyTicks(tx, { submission: id, from, to: n, anchors: kept.map(({ anchor }) => anchor) })
  return kept.map(({ anchor, digest }) => ({ anchor, digest }))
}
