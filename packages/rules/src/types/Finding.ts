import type { Anchor, Pointer } from './Pointer.ts'

export type Level = 'wrong' | 'empty' | 'explain' | 'notice'
export interface Finding {
  code: string
  level: Level
  at: Anchor
  message: string
  blocks: boolean
  why?: Pointer
}
