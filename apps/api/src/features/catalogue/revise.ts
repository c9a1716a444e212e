import { type Queryable, takenRowIds } from '@sepakat/db'
import { type Catalogue, type CatalogueRevision, type FormId, kinds, reviseCatalogue } from '@sepakat/rules'
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
