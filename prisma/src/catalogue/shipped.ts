import type { Catalogue, ShippedStatus } from '@sepakat/rules'
import type { Queryable } from '../database.ts'

/** A catalogue that came with a release. */
export interface ShippedCatalogue {
  n: number
  status: ShippedStatus
  body: Catalogue
  sha256: string
  arrivedAt: Date
  decidedBy: string | null
  /** Why it was published or declined; empty before. */
  reason: string
}

const columns = `n, status, body, sha256, arrived_at AS "arrivedAt", decided_by AS "decidedBy", reason`

/** Null where no release brought one since the first. */
export const newestShipped = async (tx: Queryable, form: string): Promise<ShippedCatalogue | null> =>
  (
    await tx.query<ShippedCatalogue>(
      'shipped-newest',
      `SELECT ${columns} FROM shipped_catalogue WHERE form = $1 ORDER BY n DESC LIMIT 1`,
      [form],
    )
  )[0] ?? null

export const readShipped = async (tx: Queryable, form: string, n: number): Promise<ShippedCatalogue | null> =>
  (
    await tx.query<ShippedCatalogue>(
      'shipped-read',
      `SELECT ${columns} FROM shipped_catalogue WHERE form = $1 AND n = $2`,
      [form, n],
    )
  )[0] ?? null

/** The last one that was published; null where it is not known. */
export const lastTaken = async (tx: Queryable, form: string): Promise<Catalogue | null> =>
  (
    await tx.query<Pick<ShippedCatalogue, 'body'>>(
      'shipped-taken',
      `SELECT body FROM shipped_catalogue WHERE form = $1 AND status = 'published' ORDER BY n DESC LIMIT 1`,
      [form],
    )
  )[0]?.body ?? null

/** One that arrives takes the place of any that is still proposed. */
export const supersedeShipped = async (tx: Queryable, form: string): Promise<void> => {
  await tx.query(
    'shipped-supersede',
    `UPDATE shipped_catalogue SET status = 'superseded' WHERE form = $1 AND status = 'proposed'`,
    [form],
  )
}

/** `version`: the published one that it is the same as; else it is proposed. */
export const addShipped = async (
  tx: Queryable,
  {
    form,
    n,
    body,
    sha256,
    version,
    at,
  }: Pick<ShippedCatalogue, 'n' | 'body' | 'sha256'> & { form: string; version: number | null; at: Date },
): Promise<void> => {
  await tx.query(
    'shipped-arrive',
    `INSERT INTO shipped_catalogue (form, n, body, sha256, status, version, decided_at, decided_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      form,
      n,
      JSON.stringify(body),
      sha256,
      ...(version === null ? ['proposed', null, null, null] : ['published', version, at, 'system']),
    ],
  )
}

/** Published as a version, or declined. */
export const decideShipped = async (
  tx: Queryable,
  {
    form,
    n,
    version,
    note,
    by,
    at,
  }: { form: string; n: number; version: number | null; note: string; by: string; at: Date },
): Promise<void> => {
  await tx.query(
    'shipped-decide',
    `UPDATE shipped_catalogue SET status = $3, decided_at = $4, decided_by = $5, reason = $6, version = $7
     WHERE form = $1 AND n = $2`,
    [form, n, version === null ? 'declined' : 'published', at, by, note, version],
  )
}
