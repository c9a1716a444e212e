import { createHash } from 'node:crypto'
import { type Catalogue, canonicalJson, type FormId } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { jsonOf } from '../jsonOf.ts'
import { col, statement } from '../statement.ts'
import { typed } from '../typed.ts'

export interface CatalogueVersion {
  version: number
  body: Catalogue
  sha256: string
}

/** The newest version of a form's catalogue; null where it has none. */
export const newestCatalogue = async (tx: Queryable, form: string): Promise<CatalogueVersion | null> => {
  const newest = await tx.prisma.formVersion.findFirst({
    where: { form },
    orderBy: { version: 'desc' },
    select: { version: true, body: true, sha256: true },
  })
  return newest && typed.formVersion(newest)
}

const planCatalogues = statement(
  'plan-catalogues',
  `SELECT DISTINCT ON (form) form, body FROM form_version ORDER BY form, version DESC`,
  { form: col.text.as<FormId>(), body: col.jsonb.as<Catalogue>() },
)

/** The newest version of each form's catalogue. By SQL: Prisma would read all versions to keep one. */
export const newestCatalogues = (tx: Queryable): Promise<{ form: FormId; body: Catalogue }[]> =>
  tx.query(planCatalogues)

const catalogueLock = statement(
  'catalogue-lock',
  `SELECT pg_advisory_xact_lock(hashtextextended('catalogue ' || $1, 0))`,
)

/** One publishes at a time: who waited sees the newer version. */
export const lockCatalogue = async (tx: Queryable, form: string): Promise<void> => {
  await tx.query(catalogueLock, [form])
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
  await tx.prisma.formVersion.create({
    data: { form, version, body: jsonOf(body), sha256, note, publishedBy: by },
    select: { version: true },
  })
  return sha256
}
