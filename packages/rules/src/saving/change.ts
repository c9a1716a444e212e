import type { Change } from '../types/Change.ts'

export const changeOps = ['set', 'clear', 'add', 'remove', 'move'] as const

/**
 * A change as it comes over the wire: only its envelope is certain. A wrong address or value is the `bad-shape` of that
 * one change and does not stop the others. Every `Change` is one.
 */
export interface SentChange {
  changeId: string
  op: Change['op']
  pointer: string
  value?: unknown
  base?: number
  /** The value read before the report was created: the same `base` may belong to other initial answers. */
  seen?: unknown
  /** Imported from lines that users had elsewhere. */
  via?: 'import'
}

/** Without `If-Match` every change but an `add` needs its `base`; where one lacks it, the request is answered 428. */
export const lacksBase = (changes: SentChange[]): boolean =>
  changes.some(change => change.base === undefined && change.op !== 'add')
