import { type CatalogueVersion, newestCatalogue, type Queryable } from '@sepakat/db'
import { problem } from '#http/problem.ts'

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
