import type { Cell, Change, Place } from '@sepakat/rules'
import type { ResponseOf } from '../apiTypes.ts'

export type Saved = ResponseOf<'PATCH /submissions/:id/answers'>
export type SavedResult = Saved['results'][number]

/**
 * Why a change did not go through. `refused`: the whole request was (no permission, gone). `aside`: the user took the
 * stored value and kept the own one on this device.
 */
export type Refusal =
  | Extract<SavedResult, { result: 'conflict' | 'locked' | 'bad-shape' }>
  | { result: 'refused'; message: string }
  | { result: 'aside' }

/** Whether the server's value is shown in its place, and the unsent one apart from it. */
export const isShownApart = ({ result }: Refusal): boolean => result === 'locked' || result === 'aside'

/** Which of the two ways of saving a change goes: the office's answers, or the cells of the evaluator. */
export type Route = 'answers' | 'evaluation'

/** A change that the server has not accepted yet. `base`: the `rev` last seen when it was first made; `at`: when it was typed. */
export interface Pending {
  changeId: string
  pointer: string
  op: Change['op']
  value: Cell | Place | null
  base: number
  /** The value before it in a report created on this device: the server may have created it with another under the same `base`. */
  seen?: Cell
  at: string
  /** Changes are sent in this order: a row before its cells. */
  order: number
  /** Imported from a spreadsheet, not typed. */
  via?: 'import'
  /** Where it is sent; none is an office's answer. Changes of the version before this field was there are all of an office. */
  route?: 'evaluation'
}

export const routeOf = ({ route }: Pick<Pending, 'route'>): Route => route ?? 'answers'

export interface Stuck extends Pending {
  refusal: Refusal
}

/** One pending change as stored on the device. */
export type StoredChange = Pending & ({ state: 'waiting' | 'sent' } | { state: 'stuck'; refusal: Refusal })

/** The server's value at a pointer. `known`: the change up to which all was known when it was learned. */
export type Learned = Pick<Pending, 'pointer' | 'op' | 'value'> & { rev: number; known?: number }

/** Where unsent changes survive a reload or a crash; one per person and submission. */
export interface OutboxStore {
  load(): Promise<StoredChange[]>
  /** What was learned after `version` of the answers; older values are deleted. */
  recall(version: number): Promise<Learned[]>
  /** Durable when it resolves. `removed`: ids of changes. */
  write(put: StoredChange[], removed: string[], learned?: Learned[]): Promise<void>
}

const isEmptying = (op: Change['op']) => op === 'clear' || op === 'remove'

/** The change in its wire format. */
export const wireOf = ({ changeId, pointer, op, value, base, seen, via }: Pending) =>
  ({
    changeId,
    pointer,
    op,
    ...(isEmptying(op) ? {} : { value }),
    base,
    ...(seen !== undefined && { seen }),
    ...(via && { via }),
    // which value goes with which `op` was judged when it was typed; a pending change does not say it by its type
  }) as unknown as Wire

export type Wire = { changeId: string; base: number; seen?: Cell; via?: 'import' } & (
  | { op: 'set'; pointer: string; value: Cell }
  | { op: 'clear' | 'remove'; pointer: string }
  | { op: 'add' | 'move'; pointer: string; value: Place }
)
