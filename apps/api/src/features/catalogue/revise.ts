import { type CatalogueVersion, newestCatalogue, type Queryable, takenRowIds } from '@sepakat/db'
import { type Catalogue, type CatalogueRevision, type FormId, kinds, reviseCatalogue } from '@sepakat/rules'
import { problem } from '#http/problem.ts'
import { refusedRevision } from './refusedRevision.ts'

/** @throws not-found where the form has no catalogue */
export const newest = async (tx: Queryable, form: string): Promise<CatalogueVersion> => {
  const found = await newestCatalogue(tx, form)
  if (found === null) throw problem('not-found')
  return found
}

/** @throws stale where another version was published since the one that was seen */
export const requireSeen = ({ version }: CatalogueVersion, basedOn: number): void => {
  if (version !== basedOn)
    throw problem('stale', {
      detail: 'Katalog ini sudah diterbitkan lagi oleh orang lain. Muat ulang, lalu perbaiki lagi.',
      version,
    })
}

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
