// The pending changes, each stored on the device as it changes. Knows nothing of time or network.
import { newId } from '../newId.ts'
import type { OutboxWriter } from './outboxWriter.ts'
import { type Pending, type Refusal, routeOf, type StoredChange, type Stuck } from './pending.ts'

/** What is unsent at one pointer. A waiting change is `ready` when it is no longer being typed. */
export interface PendingAt {
  waiting?: Pending & { ready: boolean }
  sent?: Pending
  stuck?: Stuck
}

export type NewChange = Pick<Pending, 'pointer' | 'op' | 'value' | 'base' | 'seen' | 'via' | 'route'>

type Base = Pick<Pending, 'base' | 'seen'>
/** What it was based on. */
const baseOf = ({ base, seen }: Base): Base => ({ base, ...(seen !== undefined && { seen }) })
const unbased = <T extends Base>({ base: _, seen: __, ...rest }: T) => rest
const bare = ({ changeId, pointer, op, value, base, seen, at, order, via, route }: Pending): Pending => ({
  changeId,
  pointer,
  op,
  value,
  ...baseOf({ base, seen }),
  at,
  order,
  ...(via && { via }),
  ...(route && { route }),
})
/** Its value was never sent, or is replaced by the one typed now: it conflicts with nothing. */
const isHeld = ({ stuck }: PendingAt) => stuck?.refusal.result === 'bad-shape'
/** The base of a removal is the last change up to which all was known, that of any other the cell's `rev`. */
const isRemoval = ({ op }: Pick<Pending, 'op'>) => op === 'remove'
/** Those that go the same way as the first. */
const together = (all: Pending[]): Pending[] => all.filter(one => routeOf(one) === routeOf(all[0]!))
const byOrder = (a: Pending, b: Pending) => a.order - b.order || (a.at < b.at ? -1 : 1)

export type PendingChanges = ReturnType<typeof pendingChangesOf>

export function pendingChangesOf(writer: OutboxWriter) {
  const entries = new Map<string, PendingAt>()
  let order = 0

  function entryAt(pointer: string): PendingAt {
    const entry = entries.get(pointer) ?? {}
    entries.set(pointer, entry)
    return entry
  }
  function tidy(pointer: string): void {
    const entry = entries.get(pointer)
    if (entry && !entry.waiting && !entry.sent && !entry.stuck) entries.delete(pointer)
  }
  const save = (pending: Pending, state: 'waiting' | 'sent') => writer.put({ ...bare(pending), state })
  const forget = (pending: Pending | undefined) => pending && writer.remove(pending.changeId)
  function wait(entry: PendingAt, waiting: NonNullable<PendingAt['waiting']>): void {
    entry.waiting = waiting
    save(waiting, 'waiting')
  }
  function block(entry: PendingAt, stuck: Stuck): Stuck {
    entry.stuck = stuck
    writer.put({ ...stuck, state: 'stuck' })
    return stuck
  }
  /** The own change was accepted: a later one was made knowing it. For removals see `raise`. */
  function rebase(entry: PendingAt, base: number): void {
    const { waiting, stuck } = entry
    if (waiting && !isRemoval(waiting) && waiting.base < base) wait(entry, { ...unbased(waiting), base })
    if (stuck && isHeld(entry) && stuck.base < base) block(entry, { ...unbased(stuck), base })
  }

  return {
    at: (pointer: string): Readonly<PendingAt> | undefined => entries.get(pointer),
    pointers: (): string[] => [...entries.keys()],
    counts: () => {
      const all = [...entries.values()]
      return {
        waiting: all.filter(entry => entry.waiting || entry.sent).length,
        stuck: all.filter(entry => entry.stuck).length,
      }
    },
    hasReady: (): boolean => [...entries.values()].some(entry => entry.sent || entry.waiting?.ready),

    /** First base, last value; a new id, since the old one may have been sent from another window. */
    put(change: NewChange, ready: boolean): void {
      const entry = entryAt(change.pointer)
      const { waiting, sent, stuck } = entry
      const made = { changeId: newId(), at: new Date().toISOString() }
      forget(waiting)
      forget(stuck)
      if (stuck && !isHeld(entry)) {
        block(entry, { ...stuck, ...unbased(change), ...made })
        return
      }
      delete entry.stuck
      const first = waiting ?? sent ?? stuck
      const base = baseOf(first && isRemoval(first) === isRemoval(change) ? first : change)
      wait(entry, { ...unbased(change), ...made, ...base, order: waiting?.order ?? ++order, ready })
    },
    /** Stored on the device and marked as wrong, never sent. */
    hold(change: NewChange, message: string): void {
      const entry = entryAt(change.pointer)
      forget(entry.waiting)
      forget(entry.stuck)
      const base = baseOf(entry.waiting ?? entry.stuck ?? change)
      delete entry.waiting
      const refusal: Refusal = { changeId: '', result: 'bad-shape', code: 'wrong-type', message }
      const made = { changeId: newId(), at: new Date().toISOString(), order: ++order }
      block(entry, { ...unbased(change), ...base, ...made, refusal })
    },
    /** True when it was not ready before. */
    ready(pointer: string): boolean {
      const waiting = entries.get(pointer)?.waiting
      if (!waiting || waiting.ready) return false
      waiting.ready = true
      return true
    },
    /** Drops what was not sent yet. */
    drop(pointer: string): void {
      const entry = entries.get(pointer)
      if (!entry) return
      forget(entry.waiting)
      forget(entry.stuck)
      delete entry.waiting
      delete entry.stuck
      tidy(pointer)
    },
    /** Forgets all of it, also what is being sent: that may have arrived. */
    discard(pointer: string): void {
      const { waiting, sent, stuck } = entries.get(pointer) ?? {}
      for (const pending of [waiting, sent, stuck]) forget(pending)
      entries.delete(pointer)
    },
    /** Unanswered changes are sent again unchanged; else the ready ones, in order. All of one batch go the same way. */
    take(limit: number): Pending[] {
      const again = [...entries.values()].flatMap(({ sent }) => (sent ? [sent] : []))
      if (again.length > 0) return together(again.sort(byOrder)).slice(0, limit)
      const ready = [...entries.values()].flatMap(({ waiting }) => (waiting?.ready ? [waiting] : []))
      return together(ready.sort(byOrder))
        .slice(0, limit)
        .map(waiting => {
          const entry = entryAt(waiting.pointer)
          const pending = bare(waiting)
          entry.sent = pending
          delete entry.waiting
          save(pending, 'sent')
          return pending
        })
    },
    accept(pending: Pending, rev: number): void {
      const entry = entryAt(pending.pointer)
      delete entry.sent
      forget(pending)
      rebase(entry, rev)
      tidy(pending.pointer)
    },
    /** A conflict or a lock also applies to what was typed since; a value refused for its shape is replaced by it. */
    refuse(pending: Pending, refusal: Refusal): Stuck | null {
      const entry = entryAt(pending.pointer)
      delete entry.sent
      forget(pending)
      const since = entry.waiting ?? entry.stuck
      if (since && refusal.result === 'bad-shape') return null
      const latest = bare(since ?? pending)
      forget(since)
      delete entry.waiting
      return block(entry, { ...latest, refusal })
    },
    /** Stays on this device only, until it is used or discarded. */
    aside(pointer: string): void {
      const entry = entries.get(pointer)
      if (!entry?.stuck) return
      forget(entry.stuck)
      block(entry, { ...entry.stuck, changeId: newId(), refusal: { result: 'aside' } })
    },
    /** The removal pending there was made knowing this change too, if all changes before it were known. */
    raise(pointer: string, rev: number): void {
      const entry = entries.get(pointer)
      if (entry?.waiting?.base === rev - 1) wait(entry, { ...entry.waiting, base: rev })
    },
    restore(kept: readonly StoredChange[]): void {
      for (const one of [...kept].sort(byOrder)) {
        const entry = entryAt(one.pointer)
        order = Math.max(order, one.order)
        if (one.state === 'sent') entry.sent = bare(one)
        else if (one.state === 'stuck') entry.stuck = { ...bare(one), refusal: one.refusal }
        else {
          if (entry.waiting?.changeId !== one.changeId) forget(entry.waiting)
          entry.waiting = { ...bare(one), ready: true }
        }
      }
    },
  }
}
