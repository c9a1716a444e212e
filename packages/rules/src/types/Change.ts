import type { Cell } from './Answers.ts'
import type { FieldId, Pointer, RowId, RowPointer } from './Pointer.ts'

export type ActorId = `post:${string}` | `key:${string}` | 'system'
export interface StoredCell {
  v: Cell | null
  rev: number
  by: ActorId
  at: string
}
export type StoredRow = Record<FieldId, StoredCell> // AnswerRow.fields; $parent, $position and $removed are cells like the others
export type Place = { parent: RowId | null; position: string }
export type Change = { changeId: string; base?: number; via?: 'import' } & (
  | { op: 'set'; pointer: Pointer; value: Cell; seen?: Cell }
  | { op: 'clear'; pointer: Pointer; seen?: Cell }
  | { op: 'add'; pointer: RowPointer; value: Place }
  | { op: 'move'; pointer: RowPointer; value: Place }
  | { op: 'remove'; pointer: RowPointer }
)
/** Why a change is not taken. */
export const lockReasons = ['status', 'period', 'contribution', 'writer', 'claim'] as const
/** What is wrong with a change that can never be taken. */
export const badShapes = [
  'unknown-pointer',
  'wrong-type',
  'twice-in-batch',
  'change-id-reused',
  'no-parent',
  'too-many-rows',
] as const
export type Result = { changeId: string } & (
  | { result: 'applied' | 'already'; rev: number }
  | {
      result: 'conflict'
      yours: Cell | Place | null
      theirs: {
        pointer: Pointer | RowPointer
        value: Cell | Place | 'removed' | null
        rev: number
        by: ActorId
        at: string
      }
    }
  | {
      result: 'locked'
      why: (typeof lockReasons)[number]
      status: string
      since: string
      by: ActorId | null
    }
  | {
      result: 'bad-shape'
      code: (typeof badShapes)[number]
      message: string
    }
)
