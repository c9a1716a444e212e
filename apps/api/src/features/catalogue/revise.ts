import { addCatalogue, lockCatalogue, type Queryable, takenRowIds, written } from '@sepakat/db'
import { type Catalogue, type CatalogueRevision, type FormId, kinds, reviseCatalogue, rowChanges } from '@sepakat/rules'
import { requireForm } from '#http/auth/acting.ts'
import { invalid } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { correctionOf } from './correctionOf.ts'
import { effectsOf } from './effectsOf.ts'
import { newest, requireSeen } from './newest.ts'
import { refusedRevision } from './refusedRevision.ts'

/** The newest catalogue, and what would be published after it. */
export interface Revised {
  version: number
  before: Catalogue
  after: Catalogue
}

/** What a revision of the version that was seen makes of it; nothing is written. @throws not-found, stale, invalid */
export const revise = async (
  tx: Queryable,
  { form, basedOn, revision }: { form: FormId; basedOn: number; revision: CatalogueRevision },
): Promise<Revised> => {
  const seen = await newest(tx, form)
  requireSeen(seen, basedOn)
  const taken = revision.add && (await takenRowIds(tx, form))
  const after = reviseCatalogue(kinds[form], seen.body, revision, taken)
  if ('fault' in after) throw refusedRevision(after, revision)
  return { version: seen.version + 1, before: seen.body, after }
}

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
