import type { Anchor, Pointer } from './Pointer.ts'

/** `wrong` blocks submitting, `explain` asks for words, `notice` for nothing. */
export const levels = ['wrong', 'empty', 'explain', 'notice'] as const
export type Level = (typeof levels)[number]
export interface Finding {
  code: string
  level: Level
  at: Anchor
  message: string
  blocks: boolean
  why?: Pointer
}
