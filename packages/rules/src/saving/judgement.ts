import { rowPointerOf } from '../pointers/pointer.ts'
import type { Cell } from '../types/Answers.ts'
import type { ActorId, Change, Place, Result, StoredCell } from '../types/Change.ts'
import type { FieldId, Pointer, RowId, RowPointer, TableId } from '../types/Pointer.ts'
import type { SentChange } from './change.ts'
import type { KnownRows } from './hanging.ts'
import type { KindShape } from './kindShape.ts'
import type { Lock } from './lock.ts'
import type { RowRef, Write } from './stored.ts'

/** A change accepted before, as its `AnswerChange` says. `here`: in this submission. */
export interface Accepted {
  here: boolean
  seq: number
  table: TableId
  row: RowId
  field: FieldId | null
  op: Change['op']
  to: Cell | Place | null
}

export interface JudgeContext {
  kind: KindShape
  lock: Lock
  /** the `rev` an accepted change gets: the submission's version + 1 */
  rev: number
  by: ActorId
  at: string
  /** the rows of the form that users did not add; without it any well-formed id is taken for a row of the catalogue */
  knownRows?: KnownRows
  /** how many rows may still be added; without it any number */
  room?: number
  /** the request came with an `If-Match` that holds: bases are not compared */
  ifMatch?: boolean
  /** what was accepted under the change ids of this request, ever and anywhere */
  accepted?: ReadonlyMap<string, Accepted>
  /** the first `rev` of this request: what it wrote itself, its sender knows */
  seenFrom?: number
  /** the pointers of the changes before this one in the request */
  before?: ReadonlySet<string>
}

/** The history entry of an accepted change; `seq` is its `rev`. `field` null: the row itself, with its places. */
export interface ChangeRecord extends Omit<Accepted, 'here'> {
  changeId: string
  from: Cell | Place | null
}

/** Only an `applied` result has `writes` and `record`. */
export interface Judgement {
  result: Result
  writes?: Write
  record?: ChangeRecord
}

type Code = (Result & { result: 'bad-shape' })['code']

export const badShape = ({ changeId }: SentChange, code: Code, message: string): Judgement => ({
  result: { changeId, result: 'bad-shape', code, message },
})

export const already = ({ changeId }: SentChange, rev: number): Judgement => ({
  result: { changeId, result: 'already', rev },
})

/** The change takes the next `rev`; every cell it writes carries it. */
export function applied(
  change: SentChange,
  { rev, by, at }: JudgeContext,
  ref: RowRef & { field: FieldId | null },
  moved: { from: Cell | Place | null; to: Cell | Place | null },
  cells: Record<FieldId, Cell | null>,
): Judgement {
  const { table, row, field } = ref
  const fields = Object.fromEntries(Object.entries(cells).map(([name, v]) => [name, { v, rev, by, at }]))
  return {
    result: { changeId: change.changeId, result: 'applied', rev },
    writes: { row: { table, row }, fields },
    record: { changeId: change.changeId, seq: rev, table, row, field, op: change.op, ...moved },
  }
}

type Theirs = (Result & { result: 'conflict' })['theirs']

export function conflict(
  { changeId }: SentChange,
  yours: Cell | Place | null,
  pointer: Pointer | RowPointer,
  value: Theirs['value'],
  cell: Pick<StoredCell, 'rev' | 'by' | 'at'>,
): Judgement {
  const { rev, by, at } = cell
  return { result: { changeId, result: 'conflict', yours, theirs: { pointer, value, rev, by, at } } }
}

export const gone = (
  change: SentChange,
  yours: Cell | Place | null,
  removed: { ref: RowRef; cell: StoredCell },
): Judgement => conflict(change, yours, rowPointerOf(removed.ref.table, removed.ref.row), 'removed', removed.cell)

/** The author where nothing was ever stored. */
export const nobody = (context: JudgeContext) => ({ rev: 0, by: 'system', at: context.at }) as const
