import { createHash } from 'node:crypto'
import {
  type Catalogue,
  type CatalogueRevision,
  canonicalJson,
  catalogueSchema,
  reviseRows,
  type Slice,
} from '@sepakat/rules'
import type { Queryable } from '../database.ts'

export interface RevisionAsk {
  form: string
  /** The newest version that was seen. */
  basedOn: number
  revision: CatalogueRevision
}
/** The newest catalogue, and what a revision makes of it. */
export interface Revised {
  version: number
  before: Catalogue
  after: Catalogue
}
export type RevisionRefused =
  | { refused: 'no-form' }
  | { refused: 'no-row'; slice: Slice }
  | { refused: 'stale'; newest: number }
  | { refused: 'invalid'; issues: { path: string; message: string }[] }
export type Published = Revised & { sha256: string }

/** What would be published, judged; nothing is written. */
export const reviseCatalogue = async (
  tx: Queryable,
  { form, basedOn, revision }: RevisionAsk,
): Promise<Revised | RevisionRefused> => {
  const [newest] = await tx.query<{ version: number; body: Catalogue }>(
    'catalogue-newest',
    `SELECT version, body FROM form_version WHERE form = $1 ORDER BY version DESC LIMIT 1`,
    [form],
  )
  if (newest === undefined) return { refused: 'no-form' }
  if (newest.version !== basedOn) return { refused: 'stale', newest: newest.version }
  const rows = reviseRows(newest.body.rows, revision)
  if ('missing' in rows) return { refused: 'no-row', slice: rows.missing }
  const parsed = catalogueSchema.safeParse({ ...newest.body, rows })
  if (!parsed.success) {
    const issues = parsed.error.issues.map(i => ({ path: i.path.map(String).join('/'), message: i.message }))
    return { refused: 'invalid', issues }
  }
  const after = JSON.parse(JSON.stringify(parsed.data)) as Catalogue
  return { version: newest.version + 1, before: newest.body, after }
}

/** Publishes the newest catalogue of a form with its rows revised, as a new immutable version. */
export const publishCatalogue = async (
  tx: Queryable,
  ask: RevisionAsk & { note: string; by: string },
): Promise<Published | RevisionRefused> => {
  await tx.query('catalogue-lock', `SELECT pg_advisory_xact_lock(hashtextextended('catalogue ' || $1, 0))`, [ask.form])
  const revised = await reviseCatalogue(tx, ask)
  if ('refused' in revised) return revised
  const { version, after } = revised
  const sha256 = createHash('sha256').update(canonicalJson(after)).digest('hex')
  await tx.query(
    'catalogue-publish',
    `INSERT INTO form_version (form, version, body, sha256, note, published_by) VALUES ($1, $2, $3, $4, $5, $6)`,
    [ask.form, version, JSON.stringify(after), sha256, ask.note, ask.by],
  )
  return { ...revised, sha256 }
}
