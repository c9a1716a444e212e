import { createHash } from 'node:crypto'
import { type Catalogue, canonicalJson } from '@sepakat/rules'
import type { Queryable } from '../database.ts'

export interface CatalogueVersion {
  version: number
  body: Catalogue
  sha256: string
}

/** The newest version of a form's catalogue; null where it has none. */
export const newestCatalogue = async (tx: Queryable, form: string): Promise<CatalogueVersion | null> =>
  (
    await tx.query<CatalogueVersion>(
      'catalogue-newest',
      `SELECT version, body, sha256 FROM form_version WHERE form = $1 ORDER BY version DESC LIMIT 1`,
      [form],
    )
  )[0] ?? null

/** One publishes at a time: who waited sees the newer version. */
export const lockCatalogue = async (tx: Queryable, form: string): Promise<void> => {
  await tx.query('catalogue-lock', `SELECT pg_advisory_xact_lock(hashtextextended('catalogue ' || $1, 0))`, [form])
}

/** SHA-256 of a catalogue, over its canonical JSON. */
export const catalogueHash = (catalogue: unknown): string =>
  createHash('sha256').update(canonicalJson(catalogue)).digest('hex')

/** Adds an immutable version. @returns its SHA-256 */
export const addCatalogue = async (
  tx: Queryable,
  { form, version, body, note, by }: Omit<CatalogueVersion, 'sha256'> & { form: string; note: string; by: string },
): Promise<string> => {
  const sha256 = catalogueHash(body)
  await tx.query(
    'catalogue-publish',
    `INSERT INTO form_version (form, version, body, sha256, note, published_by) VALUES ($1, $2, $3, $4, $5, $6)`,
    [form, version, JSON.stringify(body), sha256, note, by],
  )
  return sha256
}
