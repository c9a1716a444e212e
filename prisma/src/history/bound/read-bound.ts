import { createHmac } from 'node:crypto'
import { canonicalJson } from '@sepakat/rules'
import type { Queryable } from '../../database.ts'
import { type BoundKind, type BoundKindName, boundKind } from './bound-kinds.ts'

/** The columns of one row as history binds them; those that are empty are absent. */
export type BoundColumns = Record<string, unknown>

/** A row as it stands, with the submission it belongs to. */
export interface StandingRow {
  id: string
  submission: string | null
  columns: BoundColumns
}

interface Row extends StandingRow {
  salt: string | null
}

/** Which rows: those that are named, those of some submissions, or a page of all after an id. */
export type Which = { ids: readonly string[] } | { submissions: readonly string[] } | { after: string; limit: number }

const filterOf = (
  which: Which,
  { submission = 'NULL::uuid', id = 'uuid' }: Pick<BoundKind, 'submission' | 'id'>,
): [string, string, unknown[]] => {
  if ('ids' in which) return ['named', `WHERE t.id = ANY ($1::${id}[])`, [which.ids]]
  if ('submissions' in which) return ['of', `WHERE ${submission} = ANY ($1::uuid[]) ORDER BY t.id`, [which.submissions]]
  return ['page', 'WHERE t.id::text > $1 ORDER BY t.id::text LIMIT $2', [which.after, which.limit]]
}

/** Rows as they stand, as history would bind them at this moment. */
export const readBound = async (db: Queryable, name: BoundKindName, which: Which): Promise<StandingRow[]> => {
  const kind = boundKind(name)
  const [how, filter, values] = filterOf(which, kind)
  const columns = Object.entries(kind.columns).map(([column, { sql }]) => `'${column}', ${sql}`)
  const rows = await db.query<Row>(
    `bound-${name}-${how}`,
    `SELECT t.id::text AS id, (${kind.submission ?? 'NULL'})::text AS submission, (${kind.salt ?? 'NULL'})::text AS salt,
            jsonb_build_object(${columns.join(', ')}) AS columns
     FROM ${kind.table} t ${filter}`,
    values,
  )
  return rows.map(({ salt, ...row }) => ({ ...row, columns: recorded(name, row, salt ?? '') }))
}

/** The digest is of the kind, the row and the column too: the same words elsewhere have another. */
const recorded = (name: BoundKindName, { id, columns }: StandingRow, salt: string): BoundColumns =>
  Object.fromEntries(
    Object.entries(columns)
      .filter(([, value]) => value !== null)
      .map(([column, value]) =>
        boundKind(name).columns[column]?.hashed
          ? [
              column,
              createHmac('sha256', salt)
                .update(canonicalJson([name, id, column, value]))
                .digest('hex'),
            ]
          : [column, value],
      ),
  )
