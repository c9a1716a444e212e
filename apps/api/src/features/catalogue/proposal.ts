import { lastTaken, newestShipped, type Queryable } from '@sepakat/db'
import { type Conflict, type FormId, judgeCatalogue, mergeShipped, type RowId, type Side } from '@sepakat/rules'
import { problem } from '#http/problem.ts'
import { newest, requireSeen } from './newest.ts'
import { refusedCatalogue } from './refusedRevision.ts'
import type { Revised } from './revise.ts'

interface Ask {
  form: FormId
  n: number
  /** The newest version that was seen. */
  basedOn: number
  choices: Readonly<Record<RowId, Side>>
}
interface Proposal {
  /** One that was declined can still be taken, until another comes. */
  status: 'proposed' | 'declined'
  arrivedAt: Date
  /** Why it was declined. */
  reason: string
  conflicts: Conflict[]
  revised: Revised
}

/**
 * What the newest release would make of the published catalogue, with these choices where both changed a row. Nothing is written.
 * @throws not-found, stale, invalid
 */
export const proposal = async (tx: Queryable, { form, n, basedOn, choices }: Ask): Promise<Proposal> => {
  const seen = await newest(tx, form)
  const arrived = await newestShipped(tx, form)
  if (arrived?.n !== n || arrived.status === 'published' || arrived.status === 'superseded') throw problem('not-found')
  requireSeen(seen, basedOn)
  const { status, arrivedAt, reason, body: shipped } = arrived
  const merged = mergeShipped({ base: await lastTaken(tx, form), shipped, published: seen.body }, choices)
  const after = judgeCatalogue(merged.catalogue)
  if ('fault' in after) throw refusedCatalogue(after)
  const revised = { version: seen.version + 1, before: seen.body, after }
  return { status, arrivedAt, reason, conflicts: merged.conflicts, revised }
}
