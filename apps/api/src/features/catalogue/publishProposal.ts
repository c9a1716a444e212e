import { addCatalogue, decideShipped, lockCatalogue, type Queryable, written } from '@sepakat/db'
import { rowChanges } from '@sepakat/rules'
import { requireForm } from '#http/auth/acting.ts'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { proposal } from './proposal.ts'

type Asked = Pick<Context<'POST /catalogues/:type/:form/proposals/:n/publish'>, 'params' | 'body' | 'actor' | 'now'>

/**
 * Publishes what came with a release, as a new version; every row that both changed is chosen. A choice about a row that is in no
 * conflict, as when it was settled meanwhile, has no effect and is not kept. @throws no-right, not-found, stale, invalid
 */
export const publishProposal = async (tx: Queryable, { params: { n, ...params }, body, actor, now }: Asked) => {
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
