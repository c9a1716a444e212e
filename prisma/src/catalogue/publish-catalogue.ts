import { createHash } from 'node:crypto'
import {
  type Catalogue,
  type CatalogueRevision,
  canonicalJson,
  catalogueSchema,
  type FormId,
  formulaFaults,
  kinds,
  type RowFault,
  reviseRows,
  rowFaults,
  type Slice,
} from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { takenRowIds } from './taken-row-ids.ts'

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
  | { refused: 'row'; faults: RowFault[] }
  | { refused: 'invalid'; issues: { path: string; message: string }[] }
export type Published = Revised & { sha256: string }

interface Newest {
  version: number
  body: Catalogue
}

/** The newest catalogue of a form. */
export const newestCatalogue = async (tx: Queryable, form: string): Promise<Newest | undefined> =>
  (
    await tx.query<Newest>(
      'catalogue-newest',
      `SELECT version, body FROM form_version WHERE form = $1 ORDER BY version DESC LIMIT 1`,
      [form],
    )
  )[0]

/** What would be published, judged; nothing is written. */
export const reviseCatalogue = async (
  tx: Queryable,
  { form, basedOn, revision }: RevisionAsk,
): Promise<Revised | RevisionRefused> => {
  const newest = await newestCatalogue(tx, form)
  if (newest === undefined) return { refused: 'no-form' }
  if (newest.version !== basedOn) return { refused: 'stale', newest: newest.version }
  const { add } = revision
  const faults = faultsOf(form as FormId, newest.body, revision)
  if (faults.length > 0) return { refused: 'row', faults }
  const rows = reviseRows(newest.body.rows, revision, add && (await takenRowIds(tx, form)))
  if ('missing' in rows) return { refused: 'no-row', slice: rows.missing }
  return judged(newest, { ...newest.body, rows })
}

/** What the kind of a form cannot use in a new row, or in a formula that is corrected. */
const faultsOf = (form: FormId, catalogue: Catalogue, { add, correct }: CatalogueRevision): RowFault[] => {
  const kind = kinds[form]
  if (add) return rowFaults(kind, catalogue, add)
  const table = catalogue.rows.find(row => row.id === correct?.row)?.table
  if (!kind || table === undefined || !correct?.change.formula || kind.tables[table]?.ownRule) return []
  return formulaFaults(kind, table, correct.change.formula)
}

/** A catalogue as it would be published after the newest one, or what is wrong with it. */
export const judged = (newest: Newest, catalogue: Catalogue): Revised | RevisionRefused => {
  const parsed = catalogueSchema.safeParse(catalogue)
  if (!parsed.success) {
    const issues = parsed.error.issues.map(i => ({ path: i.path.map(String).join('/'), message: i.message }))
    return { refused: 'invalid', issues }
  }
  const after = JSON.parse(JSON.stringify(parsed.data)) as Catalogue
  return { version: newest.version + 1, before: newest.body, after }
}

/** One publishes at a time: who waited sees the newer version. */
export const lockCatalogue = async (tx: Queryable, form: string): Promise<void> => {
  await tx.query('catalogue-lock', `SELECT pg_advisory_xact_lock(hashtextextended('catalogue ' || $1, 0))`, [form])
}

/** SHA-256 of a catalogue, over its canonical JSON. */
export const catalogueHash = (catalogue: unknown): string =>
  createHash('sha256').update(canonicalJson(catalogue)).digest('hex')

/** Publishes the newest catalogue of a form with its rows revised, as a new immutable version. */
export const publishCatalogue = async (
  tx: Queryable,
  ask: RevisionAsk & { note: string; by: string },
): Promise<Published | RevisionRefused> => {
  await lockCatalogue(tx, ask.form)
  const revised = await reviseCatalogue(tx, ask)
  return 'refused' in revised ? revised : publishRevised(tx, revised, ask)
}

/** Writes what was judged as the next version; its form is locked. */
export const publishRevised = async (
  tx: Queryable,
  revised: Revised,
  { form, note, by }: { form: string; note: string; by: string },
): Promise<Published> => {
  const { version, after } = revised
  const sha256 = catalogueHash(after)
  await tx.query(
    'catalogue-publish',
    `INSERT INTO form_version (form, version, body, sha256, note, published_by) VALUES ($1, $2, $3, $4, $5, $6)`,
    [form, version, JSON.stringify(after), sha256, note, by],
  )
  return { ...revised, sha256 }
}
