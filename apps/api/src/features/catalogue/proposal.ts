import {
  addCatalogue,
  decideShipped,
  lastTaken,
  lockCatalogue,
  newestShipped,
  noEvent,
  type Queryable,
  readShipped,
  written,
} from '@sepakat/db'
import {
  type Conflict,
  type FormId,
  judgeCatalogue,
  mergeShipped,
  type RowId,
  rowChanges,
  type Side,
} from '@sepakat/rules'
import { requireForm } from '#http/auth/acting.ts'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { effectsOf } from './effectsOf.ts'
import { refusedCatalogue } from './refusedRevision.ts'
import { newest, type Revised, requireSeen } from './revise.ts'
import { conflictView } from './view.ts'

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
const proposal = async (tx: Queryable, { form, n, basedOn, choices }: Ask): Promise<Proposal> => {
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

type PreviewProposalAsked = Pick<
  Context<'POST /catalogues/:type/:form/proposals/:n/preview'>,
  'params' | 'body' | 'actor'
>

/** @throws no-right, not-found, stale, invalid */
export const previewProposal = async (tx: Queryable, { params, body, actor }: PreviewProposalAsked) => {
  const form = requireForm(actor, params)
  const { status, arrivedAt, reason, conflicts, revised } = await proposal(tx, { form, n: params.n, ...body })
  return {
    ...(await effectsOf(tx, form, revised)),
    status,
    arrivedAt: arrivedAt.toISOString(),
    reason,
    conflicts: conflicts.map(conflictView),
  }
}

type PublishProposalAsked = Pick<
  Context<'POST /catalogues/:type/:form/proposals/:n/publish'>,
  'params' | 'body' | 'actor' | 'now'
>

/**
 * Publishes what came with a release, as a new version; every row that both changed is chosen. A choice about a row that is in no
 * conflict, as when it was settled meanwhile, has no effect and is not kept. @throws no-right, not-found, stale, invalid
 */
export const publishProposal = async (
  tx: Queryable,
  { params: { n, ...params }, body, actor, now }: PublishProposalAsked,
) => {
  const form = requireForm(actor, params)
  const { reason, ...wish } = body
  await lockCatalogue(tx, form)
  const { conflicts, revised } = await proposal(tx, { form, n, ...wish })
  const unchosen = conflicts.filter(({ row }) => !Object.hasOwn(wish.choices, row))
  if (unchosen.length > 0)
    throw problem('invalid', {
      errors: unchosen.map(({ row }) => ({
        pointer: `/choices/${row}`,
        code: 'custom',
        message: 'Pilih yang dipakai: punya daerah atau dari rilis.',
      })),
    })
  const { version, before, after } = revised
  const sha256 = await addCatalogue(tx, { form, version, body: after, note: reason, by: actor.id })
  await decideShipped(tx, { form, n, version, note: reason, by: actor.id, at: now })
  const rows = [...new Set(rowChanges(before.rows, after.rows).map(({ row }) => row))]
  const choices = Object.fromEntries(conflicts.map(({ row }) => [row, wish.choices[row]!]))
  const data = { form, version, sha256, reason, rows, shipped: n, choices }
  return written({ version, sha256, changed: rows.length }, { stream: 'rights', type: 'catalogue.published', data })
}

type DeclineProposalAsked = Pick<
  Context<'POST /catalogues/:type/:form/proposals/:n/decline'>,
  'params' | 'body' | 'actor' | 'now'
>

/**
 * A release's catalogue is not taken; it can still be, until another comes. Where the same person declined it for the same reason
 * before, nothing is written again. @throws no-right, not-found
 */
export const declineProposal = async (
  tx: Queryable,
  { params: { n, ...params }, body, actor, now }: DeclineProposalAsked,
) => {
  const form = requireForm(actor, params)
  const { reason } = body
  await lockCatalogue(tx, form)
  const shipped = await readShipped(tx, form, n)
  if (shipped?.status === 'declined' && shipped.decidedBy === actor.id && shipped.reason === reason)
    return noEvent(null)
  if (shipped?.status !== 'proposed') throw problem('not-found')
  await decideShipped(tx, { form, n, version: null, note: reason, by: actor.id, at: now })
  return written(null, { stream: 'rights', type: 'catalogue.declined', data: { form, n, reason } })
}
