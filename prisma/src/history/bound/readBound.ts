import { createHmac } from 'node:crypto'
import { canonicalJson } from '@sepakat/rules'
import type { Queryable } from '../../database.ts'
import { col, rowOf, statement } from '../../statement.ts'
import { type BoundKind, type BoundKindName, boundKind, boundKinds } from './boundKinds.ts'

/** The columns of one row as history binds them; those that are empty are absent. */
export type BoundColumns = Record<string, unknown>

/** A row as it is stored, with the submission it belongs to. */
export interface BoundRow {
  id: string
  submission: string | null
  columns: BoundColumns
}

interface Row extends BoundRow {
  salt: string | null
}

/** Which rows: those that are named, those of some submissions, or a page of all after an id. */
export type Which = { ids: readonly string[] } | { submissions: readonly string[] } | { after: string; limit: number }

// Of an array by itself PostgreSQL sees how long it is, and would plan the reading again at each event.
const filters = {
  named: ({ id = 'uuid' }) => `WHERE t.id = ANY ((SELECT $1::${id}[])::${id}[])`,
  of: ({ submission = 'NULL::uuid' }) => `WHERE ${submission} = ANY ($1::uuid[]) ORDER BY t.id`,
  page: () => 'WHERE t.id::text > $1 ORDER BY t.id::text LIMIT $2',
} satisfies Record<string, (kind: Pick<BoundKind, 'submission' | 'id'>) => string>
type How = keyof typeof filters

/** SQL of what is bound of a row `t`, before `recorded`. */
export const boundColumns = ({ columns }: Pick<BoundKind, 'columns'>): string => {
  const named = Object.entries(columns).map(([column, { sql }]) => `'${column}', ${sql}`)
  return `jsonb_build_object(${named.join(', ')})`
}

const readOf = (name: BoundKindName, kind: BoundKind, how: How) =>
  statement(
    `bound-${name}-${how}`,
    `SELECT t.id::text AS id, (${kind.submission ?? 'NULL'})::text AS submission, (${kind.salt ?? 'NULL'})::text AS salt,
            ${boundColumns(kind)} AS columns
     FROM ${kind.table} t ${filters[how](kind)}`,
    rowOf<Row>({
      id: col.text.notNull('a key'),
      submission: col.text.orNull,
      salt: col.text.orNull,
      columns: col.jsonb.notNull('built here'),
    }),
  )
const reads = Object.fromEntries(
  Object.entries(boundKinds).flatMap(([name, kind]) =>
    Object.keys(filters).map(how => [`${name} ${how}`, readOf(name as BoundKindName, kind, how as How)]),
  ),
)

const askedBy = (which: Which): [How, unknown[]] => {
  if ('ids' in which) return ['named', [which.ids]]
  if ('submissions' in which) return ['of', [which.submissions]]
  return ['page', [which.after, which.limit]]
}

/** Stored rows, as history would bind them at this moment. */
export const readBound = async (db: Queryable, name: BoundKindName, which: Which): Promise<BoundRow[]> => {
  const [how, values] = askedBy(which)
  const rows = await db.query(reads[`${name} ${how}`]!, values)
  return rows.map(({ salt, ...row }) => ({ ...row, columns: recorded(name, row, salt ?? '') }))
}

/** As an event has it. The digest is of the kind, the row and the column too: the same words elsewhere have another. */
export const recorded = (
  name: BoundKindName,
  { id, columns }: Pick<BoundRow, 'id' | 'columns'>,
  salt: string,
): BoundColumns =>
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
