import { type Catalogue, type Conflict, mergeShipped, type RowId, type ShippedStatus, type Side } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import {
  judged,
  lockCatalogue,
  newestCatalogue,
  type Published,
  publishRevised,
  type Revised,
  type RevisionRefused,
} from './publish-catalogue.ts'

/** One that nobody published, and no later one replaced. */
type ProposalStatus = Extract<ShippedStatus, 'proposed' | 'declined'>

export interface ShippedProposal {
  n: number
  status: ProposalStatus
  arrivedAt: Date
  /** Why it was declined. */
  reason: string
  conflicts: Conflict[]
  revised: Revised
}
export interface ProposalAsk {
  form: string
  n: number
  /** The newest version that was seen. */
  basedOn: number
  choices: Readonly<Record<RowId, Side>>
}
export type ProposalRefused =
  | RevisionRefused
  | { refused: 'no-proposal' }
  | { refused: 'unchosen'; conflicts: Conflict[] }

interface Arrived {
  n: number
  status: ShippedStatus
  body: Catalogue
  arrivedAt: Date
  reason: string
  base: Catalogue | null
}

/**
 * What the newest release would make of the published catalogue, with these choices where both changed a row. It waits, or was
 * declined and can still be taken; nothing is written.
 */
export const readProposal = async (
  tx: Queryable,
  { form, n, basedOn, choices }: ProposalAsk,
): Promise<ShippedProposal | ProposalRefused> => {
  const newest = await newestCatalogue(tx, form)
  if (newest === undefined) return { refused: 'no-form' }
  const [arrived] = await tx.query<Arrived>(
    'shipped-newest',
    `SELECT s.n, s.status, s.body, s.arrived_at AS "arrivedAt", s.reason,
            (SELECT b.body FROM shipped_catalogue b WHERE b.form = $1 AND b.status = 'published' ORDER BY b.n DESC LIMIT 1) AS base
     FROM shipped_catalogue s WHERE s.form = $1 ORDER BY s.n DESC LIMIT 1`,
    [form],
  )
  if (arrived?.n !== n || arrived.status === 'published' || arrived.status === 'superseded')
    return { refused: 'no-proposal' }
  if (newest.version !== basedOn) return { refused: 'stale', newest: newest.version }
  const { status, arrivedAt, reason, base, body: shipped } = arrived
  const merged = mergeShipped({ base, shipped, published: newest.body }, choices)
  const revised = judged(newest, merged.catalogue)
  return 'refused' in revised ? revised : { n, status, arrivedAt, reason, conflicts: merged.conflicts, revised }
}

/**
 * Publishes what came with a release, as a new version; every row that both changed is chosen. `choices` are those that decided
 * something: one about a row that is in no conflict, as when it was settled meanwhile, has no effect and is not kept.
 */
export const publishProposal = async (
  tx: Queryable,
  ask: ProposalAsk & { note: string; by: string },
): Promise<(Published & Pick<ProposalAsk, 'choices'>) | ProposalRefused> => {
  await lockCatalogue(tx, ask.form)
  const proposal = await readProposal(tx, ask)
  if ('refused' in proposal) return proposal
  const unchosen = proposal.conflicts.filter(({ row }) => !Object.hasOwn(ask.choices, row))
  if (unchosen.length > 0) return { refused: 'unchosen', conflicts: unchosen }
  const published = await publishRevised(tx, proposal.revised, ask)
  await decide(tx, ask, 'published', published.version)
  const choices = Object.fromEntries(proposal.conflicts.map(({ row }) => [row, ask.choices[row]!]))
  return { ...published, choices }
}

/**
 * A release's catalogue is not taken; it can still be, until another comes. `already` where the same person declined it for the
 * same reason before: nothing is written again. Null where none waits under this number.
 */
export const declineProposal = async (
  tx: Queryable,
  ask: { form: string; n: number; note: string; by: string },
): Promise<'declined' | 'already' | null> => {
  await lockCatalogue(tx, ask.form)
  const [asked] = await tx.query<{ status: string; same: boolean }>(
    'shipped-declinable',
    `SELECT status, decided_by = $3 AND reason = $4 AS same FROM shipped_catalogue
     WHERE form = $1 AND n = $2 AND status IN ('proposed', 'declined')`,
    [ask.form, ask.n, ask.by, ask.note],
  )
  if (asked?.status === 'declined' && asked.same) return 'already'
  if (asked?.status !== 'proposed') return null
  await decide(tx, ask, 'declined', null)
  return 'declined'
}

const decide = async (
  tx: Queryable,
  { form, n, note, by }: { form: string; n: number; note: string; by: string },
  status: 'published' | 'declined',
  version: number | null,
): Promise<void> => {
  await tx.query(
    'shipped-decide',
    `UPDATE shipped_catalogue SET status = $3, decided_at = now(), decided_by = $4, reason = $5, version = $6
     WHERE form = $1 AND n = $2`,
    [form, n, status, by, note, version],
  )
}
