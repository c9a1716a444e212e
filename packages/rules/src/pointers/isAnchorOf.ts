import type { Kind } from '../types/Kind.ts'
import type { Anchor } from '../types/Pointer.ts'
import { parseAnchor } from './pointer.ts'

/** Whether an anchor names a place that this kind has: the whole, a table, a row in a table, a cell in a row. Rows may come and go. */
export const isAnchorOf = (kind: Kind | undefined, anchor: string): anchor is Anchor => {
  const parsed = parseAnchor(anchor)
  if (!parsed || !kind) return false
  return parsed.table === undefined || Object.hasOwn(kind.tables, parsed.table)
}
