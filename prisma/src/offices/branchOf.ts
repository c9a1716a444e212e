import type { Queryable } from '../database.ts'
import { col, statement } from '../statement.ts'

/** An office with all below it, of whatever depth: kelurahan of a kecamatan, bagian of a secretariat. */
export interface Branch {
  office: { id: string; name: string; shortName: string }
  /** The office and those it is under. */
  path: string[]
  /** The office and those under it, also what ended: their reports of then count. */
  ids: ReadonlySet<string>
}

// By SQL: an array of all whose path contains it, and names of today, which are a view.
const branch = statement(
  'branch',
  `SELECT o.id, o.path::text[] AS path, n.name, n.short_name AS "shortName",
          ARRAY(SELECT b.id::text FROM office b WHERE b.path @> ARRAY[o.id]) AS ids
   FROM office o JOIN office_now n ON n.id = o.id WHERE o.id = $1`,
  {
    id: col.uuid,
    path: col.texts.notNull('of a NOT NULL column'),
    name: col.text.notNull('an office has a name'),
    shortName: col.text.notNull('an office has a name'),
    ids: col.texts.notNull('an ARRAY of a query is never null'),
  },
)

/** Null where there is no such office. */
export const branchOf = async (tx: Queryable, id: string): Promise<Branch | null> => {
  const [found] = await tx.query(branch, [id])
  if (!found) return null
  const { path, ids, ...office } = found
  return { office, path, ids: new Set(ids) }
}
