import type { Anchor, Field } from '@sepakat/rules'
import { lineOf, type StoredTree } from '@sepakat/rules/saving/hanging.ts'
import { opens } from '@sepakat/rules/saving/lock.ts'
import { segmentsOf } from './cells.ts'

/** What may be written here now. `anchors`: what a partial return or reopening left open; null: all. */
export interface Access {
  open: boolean
  anchors: Anchor[] | null
}

/** Whether this cell or row can be written; the server judges again. An evaluator's cells are never the office's. */
export function isWritable(
  access: Access,
  tree: StoredTree,
  pointer: string,
  writer: Field['writer'] = 'office',
): boolean {
  if (!access.open || writer === 'evaluator') return false
  if (access.anchors === null) return true
  const { table, row } = segmentsOf(pointer)
  return opens(access.anchors, { address: pointer as `/${string}/${string}`, line: lineOf(tree, { table, row }) })
}
