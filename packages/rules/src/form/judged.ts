import type { Answers } from '../types/Answers.ts'
import type { Reader } from '../types/Context.ts'
import type { Level } from '../types/Finding.ts'
import type { Anchor } from '../types/Pointer.ts'
import type { Outline } from './formOutline.ts'
import type { Cells } from './reader.ts'
import type { Tree } from './rowTree.ts'

/** The answers to judge, with their form. */
export interface Judged {
  outline: Outline
  tree: Tree
  reader: Reader
  answers: Answers
  cells: Cells
}
/** The core findings of any form, whatever its kind. */
export type CoreFinding =
  | 'unread'
  | 'empty'
  | 'too-small'
  | 'too-large'
  | 'too-precise'
  | 'block-empty'
  | 'not-in-form'
  | 'reason-missing'
/** Reports a core finding; by default only a wrong one blocks. */
export type Found = (code: CoreFinding, level: Level, at: Anchor, message: string, blocks?: boolean) => void
/** Adds filled items of a section to its progress. */
export type Count = (section: string, filled: number, all: number) => void
