import type { Cell, Change, Place } from '@sepakat/rules'
import type { ResponseOf } from '../../../lib/apiTypes.ts'

export type Saved = ResponseOf<'PATCH /submissions/:id/answers'>
export type SavedResult = Saved['results'][number]

/**
 * Why a change did not go through. `refused`: the request as a whole was (no right, no longer there). `aside`: the person took
 * what is stored and kept the own value on this device.
 */
export type Refusal =
  | Extract<SavedResult, { result: 'conflict' | 'locked' | 'bad-shape' }>
  | { result: 'refused'; message: string }
  | { result: 'aside' }

/** Whether the server's value is shown in its place, and the unsent one apart from it. */
export const isShownApart = ({ result }: Refusal): boolean => result === 'locked' || result === 'aside'

/** A change that the server has not accepted yet. `base`: the `rev` last seen when it was first made; `at`: when it was typed. */
export interface Pending {
  changeId: string
  pointer: string
  op: Change['op']
  value: Cell | Place | null
  base: number
  /** What stood there in a report that was begun here: the server may have begun it with another value under the same `base`. */
  seen?: Cell
  at: string
  /** Changes are sent in this order: a row before what is typed into it. */
  order: number
  /** Taken over from a spreadsheet, not typed. */
  via?: 'import'
}

export interface Stuck extends Pending {
  refusal: Refusal
}

/** One pending change as it is kept on the device. */
export type StoredChange = Pending & ({ state: 'waiting' | 'sent' } | { state: 'stuck'; refusal: Refusal })

/** What stands at a pointer by the word of the server. `known`: up to which change all was known when it was learned. */
export type Learned = Pick<Pending, 'pointer' | 'op' | 'value'> & { rev: number; known?: number }

/** Where unsent changes survive a reload or a crash; one per person and submission. */
export interface OutboxStore {
  load(): Promise<StoredChange[]>
  /** What was learned after `version` of the answers; what is older is let go. */
  recall(version: number): Promise<Learned[]>
  /** Durable when it resolves. `removed`: ids of changes. */
  write(put: StoredChange[], removed: string[], learned?: Learned[]): Promise<void>
}

const isEmptying = (op: Change['op']) => op === 'clear' || op === 'remove'

/** As it goes over the wire. */
export const wireOf = ({ changeId, pointer, op, value, base, seen, via }: Pending) =>
  ({
    changeId,
    pointer,
    op,
    ...(isEmptying(op) ? {} : { value }),
    base,
    ...(seen !== undefined && { seen }),
    ...(via && { via }),
  }) as unknown as Wire

export type Wire = { changeId: string; base: number; seen?: Cell; via?: 'import' } & (
  | { op: 'set'; pointer: string; value: Cell }
  | { op: 'clear' | 'remove'; pointer: string }
  | { op: 'add' | 'move'; pointer: string; value: Place }
)
