import { appendEvent, declineProposal, type ProposalRefused, publishProposal, reader, readProposal } from '@sepakat/db'
import { type Conflict, rowChanges } from '@sepakat/rules'
import { requireForm } from '../../http/acting.ts'
import { problem } from '../../http/problem.ts'
import { handlers } from '../../http/route.ts'
import { effectsOf } from './effects.ts'
import { refusal } from './refusal.ts'

const refusedProposal = (refused: ProposalRefused): Error => {
  switch (refused.refused) {
    case 'no-proposal':
      return problem('not-found')
    case 'unchosen':
      return problem('invalid', {
        errors: refused.conflicts.map(({ row }) => ({
          pointer: `/choices/${row}`,
          code: 'custom',
          message: 'Pilih yang dipakai: punya daerah atau dari rilis.',
        })),
      })
    default:
      return refusal(refused)
  }
}

/** A row that the region and the release changed differently: each difference with both words. */
const conflictOnWire = ({ row, published, shipped }: Conflict) => ({
  row,
  code: published.at(-1)?.code ?? '',
  label: published.at(-1)?.label ?? '',
  differences: rowChanges(published, shipped).map(({ from, field, before, after }) => ({
    from,
    field,
    published: before,
    shipped: after,
  })),
})

export const proposalHandlers = handlers({
  'POST /catalogues/:type/:form/proposals/:n/preview': async ({ params, body, actor, db }) => {
    const form = requireForm(actor, params)
    const tx = reader(db)
    const proposal = await readProposal(tx, { form, n: params.n, ...body })
    if ('refused' in proposal) throw refusedProposal(proposal)
    const { status, arrivedAt, reason, conflicts, revised } = proposal
    return {
      ...(await effectsOf(tx, form, revised)),
      status,
      arrivedAt: arrivedAt.toISOString(),
      reason,
      conflicts: conflicts.map(conflictOnWire),
    }
  },

  'POST /catalogues/:type/:form/proposals/:n/publish': async ({ params, body, actor, write, now }) => {
    const form = requireForm(actor, params)
    const { reason, ...wish } = body
    return await write(async tx => {
      const published = await publishProposal(tx, { form, n: params.n, ...wish, note: reason, by: actor.id })
      if ('refused' in published) throw refusedProposal(published)
      const { version, sha256, before, after, choices } = published
      const rows = [...new Set(rowChanges(before.rows, after.rows).map(({ row }) => row))]
      const data = { form, version, sha256, reason, rows, shipped: params.n, choices }
      await appendEvent(tx, { stream: 'rights', type: 'catalogue.published', actor: actor.id, at: now, data })
      return { version, sha256, changed: rows.length }
    })
  },

  'POST /catalogues/:type/:form/proposals/:n/decline': async ({ params, body, actor, write, now }) => {
    const form = requireForm(actor, params)
    return await write(async tx => {
      const declined = await declineProposal(tx, { form, n: params.n, note: body.reason, by: actor.id })
      if (declined === null) throw problem('not-found')
      if (declined === 'already') return null
      const data = { form, n: params.n, reason: body.reason }
      await appendEvent(tx, { stream: 'rights', type: 'catalogue.declined', actor: actor.id, at: now, data })
      return null
    })
  },
})
