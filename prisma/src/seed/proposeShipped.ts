import type { Catalogue, FormId } from '@sepakat/rules'
import { addShipped, newestShipped, supersedeShipped } from '../catalogue/shipped.ts'
import { catalogueHash, lockCatalogue, newestCatalogue } from '../catalogue/versions.ts'
import type { Database } from '../database.ts'
import { noEvent, record, written } from '../history/record.ts'

/**
 * Takes note of the catalogue that this release brings for a form. One that was seen before is nothing new; one that is not what
 * is published waits as a proposal until an administrator publishes or declines it, in place of an older one that still waited.
 * A form without any version is left to the seed.
 */
export const proposeShipped = (db: Database, form: FormId, body: Catalogue): Promise<'known' | 'proposed'> => {
  const at = new Date()
  return record<'known' | 'proposed'>(db, { actor: 'system', at }, async tx => {
    await lockCatalogue(tx, form)
    const sha256 = catalogueHash(body)
    const published = await newestCatalogue(tx, form)
    const shipped = await newestShipped(tx, form)
    if (published === null || shipped?.sha256 === sha256) return noEvent('known' as const)
    await supersedeShipped(tx, form)
    const n = (shipped?.n ?? 0) + 1
    const isPublished = published.sha256 === sha256
    await addShipped(tx, { form, n, body, sha256, version: isPublished ? published.version : null, at })
    if (isPublished) return noEvent('known' as const)
    return written('proposed' as const, { stream: 'rights', type: 'catalogue.proposed', data: { form, n, sha256 } })
  })
}
