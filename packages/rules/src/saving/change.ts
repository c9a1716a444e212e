import { z } from 'zod'
import { changeIdSchema } from '../pointers/schemas.ts'
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
  /** What stood there, where it was read before the report had begun: a `base` alone may be that of another beginning. */
  seen?: unknown
  /** Taken over from lines that people had elsewhere. */
  via?: 'import'
}

export const sentChangeSchema: z.ZodType<SentChange, SentChange> = z.strictObject({
  changeId: changeIdSchema,
  op: z.enum(changeOps),
  pointer: z.string().max(300),
  value: z.unknown().optional(),
  base: z.int().min(0).optional(),
  seen: z.unknown().optional(),
  via: z.literal('import').optional(),
})

/** At most 200 changes; of several for one pointer the first counts, the others are `twice-in-batch`. */
export const sentChangesSchema = z.array(sentChangeSchema).min(1).max(200)

/** Without `If-Match` every change but an `add` needs its `base`; where one lacks it, the request is answered 428. */
export const lacksBase = (changes: SentChange[]): boolean =>
  changes.some(change => change.base === undefined && change.op !== 'add')
