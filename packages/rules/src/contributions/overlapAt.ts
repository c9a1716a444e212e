import { covers, parseAnchor, rowPointerOf } from '../pointers/pointer.ts'
import { lineOf, type StoredTree } from '../saving/hanging.ts'
import type { Anchor } from '../types/Pointer.ts'

/** The anchor itself and its parent rows, nearest first, as anchors. */
const above = (tree: StoredTree, anchor: Anchor): Anchor[] => {
  const { table, row } = parseAnchor(anchor) ?? {}
  if (table === undefined || row === undefined) return [anchor]
  return [anchor, ...lineOf(tree, { table, row }).map(at => rowPointerOf(at.table, at.row))]
}

/** The index of the first of these anchors that overlaps an assigned one; -1 where none does. */
export const overlapAt = (tree: StoredTree, anchors: Anchor[], given: Anchor[]): number => {
  const within = (inner: Anchor, outer: Anchor) => above(tree, inner).some(at => covers(outer, at))
  return anchors.findIndex(anchor => given.some(other => within(anchor, other) || within(other, anchor)))
}
