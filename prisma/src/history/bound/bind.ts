import type { Queryable } from '../../database.ts'
import type { Binds } from './boundByEvent.ts'
import type { BoundKindName } from './boundKinds.ts'
import { type BoundColumns, readBound } from './readBound.ts'

/** What an event binds, by kind and id; null: the row is gone. */
export type Bound = Partial<Record<BoundKindName, Record<string, BoundColumns | null>>>

/** The named rows as the transaction at hand leaves them, as an event has them; nothing where none is named. */
export const bind = async (tx: Queryable, binds: Binds): Promise<{ bound?: Bound }> => {
  const named = (Object.entries(binds) as [BoundKindName, readonly string[]][]).filter(([, ids]) => ids.length > 0)
  if (named.length === 0) return {}
  const bound = named.map(async ([name, given]) => {
    const ids = given.map(id => id.toLowerCase())
    const rows = await readBound(tx, name, { ids })
    const absent = Object.fromEntries(ids.map(id => [id, null]))
    return [name, { ...absent, ...Object.fromEntries(rows.map(({ id, columns }) => [id, columns])) }]
  })
  return { bound: Object.fromEntries(await Promise.all(bound)) }
}
