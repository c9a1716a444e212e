import { addCatalogue, lockCatalogue, type Queryable, written } from '@sepakat/db'
import { rowChanges } from '@sepakat/rules'
import { requireForm } from '#http/auth/acting.ts'
import { invalid } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { correctionOf } from './correctionOf.ts'
import { effectsOf } from './effectsOf.ts'
import { type Revised, revise } from './revise.ts'

/** What a revision would change. @throws no-right, not-found, stale, invalid */
export const previewVersion = async (
  tx: Queryable,
  { params, body, actor }: Pick<Context<'POST /catalogues/:type/:form/versions/preview'>, 'params' | 'body' | 'actor'>,
) => {
  const form = requireForm(actor, params)
  const { basedOn, correct, ...others } = body
  const revision = { ...others, correct: correct && correctionOf(correct) }
  const revised = await revise(tx, { form, basedOn, revision })
  return await effectsOf(tx, form, revised, correct?.fromYear)
}

/** The id of the row that a revision added. */
const addedId = ({ before, after }: Revised): string | null => {
  const known = new Set(before.rows.map(({ id }) => id))
  return after.rows.find(({ id }) => !known.has(id))?.id ?? null
}

/** @throws no-right, not-found, stale, invalid, also where it changes nothing */
export const publishVersion = async (
  tx: Queryable,
  { params, body, actor }: Pick<Context<'POST /catalogues/:type/:form/versions'>, 'params' | 'body' | 'actor'>,
) => {
  const form = requireForm(actor, params)
  const { basedOn, reason, ...revision } = body
  await lockCatalogue(tx, form)
  const revised = await revise(tx, { form, basedOn, revision })
  const { version, before, after } = revised
  const changes = rowChanges(before.rows, after.rows)
  if (changes.length === 0) throw invalid('', 'Tidak ada baris yang berubah karenanya.')
  const sha256 = await addCatalogue(tx, { form, version, body: after, note: reason, by: actor.id })
  const rows = [...new Set(changes.map(({ row }) => row))]
  const fields = [...new Set(changes.map(({ field }) => field))]
  const data = { form, version, sha256, reason, rows, fields }
  return written(
    { version, sha256, changed: rows.length, added: addedId(revised) },
    { stream: 'rights', type: 'catalogue.published', data },
  )
}
