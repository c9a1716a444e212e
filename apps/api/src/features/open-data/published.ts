import { createHash } from 'node:crypto'
import { memory, type NewestFrozen, newestFrozen, type Queryable, readFrozenEdition, type Settings } from '@sepakat/db'
import { type OpenDataset, openDatasets, tableCsv } from '@sepakat/documents'
import { type FrozenEdition, publicEdition } from '@sepakat/rules'
import { problem } from '#http/problem.ts'
import type { RegionSettings } from '#http/region.ts'

/** A dataset with its file, whose hash names its content. */
export interface PublishedDataset extends OpenDataset {
  csv: string
  sha256: string
}
/** An approved edition as the public is given it. */
export interface Published {
  edition: NewestFrozen
  document: FrozenEdition
  datasets: PublishedDataset[]
}

/** By id: what was approved never changes. */
const known = memory<Omit<Published, 'edition'>>(20)

const withFile = (dataset: OpenDataset): PublishedDataset => {
  const csv = tableCsv(dataset.table)
  return { ...dataset, csv, sha256: createHash('sha256').update(csv).digest('hex') }
}

const read = async (tx: Queryable, edition: NewestFrozen): Promise<Published[]> => {
  const kept = known.get(edition.id)
  if (kept) return [{ edition, ...kept }]
  const frozen = await readFrozenEdition(tx, edition.id)
  if (frozen === null) return []
  const document = publicEdition(frozen)
  return [{ edition, ...known.set(edition.id, { document, datasets: openDatasets(document).map(withFile) }) }]
}

/** The newest approved version of each edition, or of those of `keys`. */
export const publishedOf = async (tx: Queryable, keys?: readonly string[]): Promise<Published[]> => {
  const found: Published[] = []
  for (const edition of await newestFrozen(tx, keys)) found.push(...(await read(tx, edition)))
  return found
}

/** What the region opened to everybody. @throws not-found while it opens nothing */
export const requireOpen = async (
  region: RegionSettings,
): Promise<Settings['public'] & { region: string; zone: string }> => {
  const { public: settings, region: named } = await region.get()
  if (!settings.on) throw problem('not-found')
  return { ...settings, region: named.name, zone: named.zone }
}
