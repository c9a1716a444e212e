import { createHash } from 'node:crypto'
import { type Catalogue, type CatalogueRow, canonicalJson, catalogueSchema } from '@sepakat/rules'
import type { Queryable } from '../database.ts'

export interface Correction {
  form: string
  row: string
  fromYear: number
  /** The newest version the corrector saw. */
  basedOn: number
  note: string
  change: Partial<Omit<CatalogueRow, 'id' | 'table' | 'from' | 'to'>>
  by: string
}
export type Published =
  | { version: number; sha256: string; row: CatalogueRow }
  | { refused: 'no-form' | 'no-row' }
  | { refused: 'stale'; newest: number }
  | { refused: 'invalid'; issues: { path: string; message: string }[] }

/** The rows with one corrected from a year on: the slice before ends the year before, slices after it stay, and so do attributes that are not named. */
export const correctedRows = (
  rows: CatalogueRow[],
  id: string,
  fromYear: number,
  change: Correction['change'],
): CatalogueRow[] | null => {
  const slice = rows.find(r => r.id === id && r.from <= fromYear && (r.to === null || r.to >= fromYear))
  if (slice === undefined) return null
  const attrs = change.attrs && { attrs: { ...slice.attrs, ...change.attrs } }
  const corrected = { ...slice, ...change, ...attrs, from: fromYear }
  return rows.flatMap(r => {
    if (r !== slice) return [r]
    return r.from < fromYear ? [{ ...r, to: fromYear - 1 }, corrected] : [corrected]
  })
}

/** Publishes the newest catalogue of a form with one row corrected, as a new immutable version. */
export const publishCorrection = async (tx: Queryable, c: Correction): Promise<Published> => {
  await tx.query('catalogue-lock', `SELECT pg_advisory_xact_lock(hashtextextended('catalogue ' || $1, 0))`, [c.form])
  const [newest] = await tx.query<{ version: number; body: Catalogue }>(
    'catalogue-newest',
    `SELECT version, body FROM form_version WHERE form = $1 ORDER BY version DESC LIMIT 1`,
    [c.form],
  )
  if (newest === undefined) return { refused: 'no-form' }
  if (newest.version !== c.basedOn) return { refused: 'stale', newest: newest.version }
  const rows = correctedRows(newest.body.rows, c.row, c.fromYear, c.change)
  if (rows === null) return { refused: 'no-row' }
  const parsed = catalogueSchema.safeParse({ ...newest.body, rows })
  if (!parsed.success) {
    return {
      refused: 'invalid',
      issues: parsed.error.issues.map(i => ({ path: i.path.map(String).join('/'), message: i.message })),
    }
  }
  const body = JSON.parse(JSON.stringify(parsed.data)) as Catalogue
  const sha256 = createHash('sha256').update(canonicalJson(body)).digest('hex')
  const version = newest.version + 1
  await tx.query(
    'catalogue-publish',
    `INSERT INTO form_version (form, version, body, sha256, note, published_by) VALUES ($1, $2, $3, $4, $5, $6)`,
    [c.form, version, JSON.stringify(body), sha256, c.note, c.by],
  )
  return { version, sha256, row: body.rows.find(r => r.id === c.row && r.from === c.fromYear)! }
}
