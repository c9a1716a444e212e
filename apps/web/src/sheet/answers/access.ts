import type { Anchor, Field } from '@sepakat/rules'
import { lineOf, type StoredTree } from '@sepakat/rules/saving/hanging.ts'
import { opens } from '@sepakat/rules/saving/lock.ts'
import { segmentsOf } from './cells.ts'

/** What contributors fill in now, exclusively. */
export interface GivenPart {
  anchors: Anchor[]
  status: string
  name: string
}

/**
 * What may be written here now, by whom: the office, or an evaluator in his or her own cells. `anchors`: what a partial return or reopening left open; `part`: a contributor's unfinished part;
 * null: all.
 */
export interface Access {
  open: boolean
  writer?: Field['writer']
  anchors: Anchor[] | null
  part?: Anchor[] | null
  given?: readonly GivenPart[]
}

/** Whether this cell or row can be written; the server judges again. An evaluator's cells are never the office's, nor the reverse. */
export function isWritable(
  { open, writer: own = 'office', anchors, part = null, given = [] }: Access,
  tree: StoredTree,
  pointer: string,
  writer: Field['writer'] = 'office',
): boolean {
  if (!open || writer !== own) return false
  if (anchors === null && part === null && given.length === 0) return true
  const { table, row } = segmentsOf(pointer)
  const target = { address: pointer as `/${string}/${string}`, line: lineOf(tree, { table, row }) }
  return (
    [anchors, part].every(within => within === null || opens(within, target)) &&
    !given.some(other => opens(other.anchors, target))
  )
}
