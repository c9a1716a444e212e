// Changes that are not on the server yet. Per pointer at most one waits and one is in flight; the one in flight
// keeps its id and value until the server answered, so that a repeated request gets the answer of the first.

import { delayAfter, isFinal } from '../transport/refusalOf.ts'
import { outboxWriterOf } from './outboxWriter.ts'
import {
  type Learned,
  type OutboxStore,
  type Pending,
  type Route,
  routeOf,
  type Saved,
  type SavedResult,
  type StoredChange,
  type Stuck,
  type Wire,
  wireOf,
} from './pending.ts'
import { type NewChange, type PendingChanges, pendingChangesOf } from './pendingChanges.ts'

const most = 200
/** Edits made within this time (ms) are sent together. */
const together = 150
/** A change still being typed is sent after this pause (ms) at the latest. */
const pause = 2500

export interface OutboxState {
  /** Pointers with something to send or in flight · that need the user. */
  waiting: number
  stuck: number
  sending: boolean
  /** Why the last attempt failed; null after a success. */
  failure: unknown
  /** Pointers whose change the device refuses to store: only this page has it. */
  onPage: number
  /** The device cannot be read: unsent changes of an earlier visit may be there. */
  unread: boolean
}

export interface OutboxDeps {
  /** `typedAt`: when the oldest of them was typed. All of them go the same way. */
  send: (changes: Wire[], typedAt: string, route: Route) => Promise<Saved>
  disk: OutboxStore
  /** Where a change at this pointer is sent; undefined: it is an office's answer. */
  goesTo?: (pointer: string) => Pending['route']
  /** The server accepted it as `rev`. */
  onAccepted: (pending: Pending, rev: number) => void
  /** It did not go through and is stuck now. */
  onRefused: (stuck: Stuck) => void
  /** The save state of this pointer, or (null) of the whole, has changed. */
  onChange: (pointer: string | null) => void
}

export interface Outbox extends Pick<PendingChanges, 'at' | 'pointers' | 'raise'> {
  /** `typing`: held back until `settle`, or a pause. */
  put(change: NewChange, options?: { typing?: boolean }): void
  hold(change: NewChange, message: string): void
  /** Changes put inside were imported from a spreadsheet, not typed. */
  importing(work: () => void): void
  drop(pointer: string): void
  /** Forgets everything, also what is in flight. Returns the pointers. */
  discard(): string[]
  aside(pointer: string): void
  settle(pointer: string): void
  /** The device refuses to store what is unsent here. */
  isOnPage(pointer: string): boolean
  /** Sends everything pending, now. */
  flush(): void
  state(): OutboxState
  /** Settles when everything put is on the device. */
  saved(): Promise<void>
  /** The server has it: stored beside the cached answers. */
  learn(learned: Learned): void
  /** What an earlier visit left unsent on the device. */
  left(): Promise<StoredChange[]>
  /** Takes it up. */
  restore(left: readonly StoredChange[]): void
  stop(): void
}

const oldest = (batch: readonly Pending[]): string => batch.map(({ at }) => at).sort()[0] ?? ''

export function outboxOf({
  send,
  disk,
  goesTo = () => undefined,
  onAccepted,
  onRefused,
  onChange,
}: OutboxDeps): Outbox {
  const writer = outboxWriterOf(disk, () => {
    tell(null)
    for (const pointer of entries.pointers()) onChange(pointer)
  })
  function isOnPage(pointer: string): boolean {
    const { waiting, sent, stuck } = entries.at(pointer) ?? {}
    return [waiting, sent, stuck].some(change => change && writer.isRefused(change.changeId))
  }
  const entries = pendingChangesOf(writer)
  const typing = new Map<string, ReturnType<typeof setTimeout>>()
  let state: OutboxState = { waiting: 0, stuck: 0, sending: false, failure: null, onPage: 0, unread: false }
  let timer: ReturnType<typeof setTimeout> | undefined
  let due = Number.POSITIVE_INFINITY
  let failures = 0
  let limit = most
  let stopped = false
  let via: 'import' | undefined

  const routed = (change: NewChange): NewChange => {
    const route = goesTo(change.pointer)
    return { ...change, ...(via && { via }), ...(route && { route }) }
  }
  function tell(pointer: string | null, more: Partial<OutboxState> = {}): void {
    state = { ...state, ...entries.counts(), onPage: entries.pointers().filter(isOnPage).length, ...more }
    onChange(pointer)
  }
  function stopTyping(pointer: string): void {
    clearTimeout(typing.get(pointer))
    typing.delete(pointer)
  }
  function settle(pointer: string): void {
    stopTyping(pointer)
    if (entries.ready(pointer)) runIn(together)
  }
  function runIn(ms: number): void {
    const at = Date.now() + ms
    if (stopped || (timer !== undefined && due <= at)) return
    clearTimeout(timer)
    due = at
    timer = setTimeout(() => {
      timer = undefined
      due = Number.POSITIVE_INFINITY
      void run()
    }, ms)
  }

  async function run(): Promise<void> {
    if (state.sending || stopped) return
    const batch = entries.take(limit)
    if (batch.length === 0) {
      limit = most
      return
    }
    tell(null, { sending: true })
    for (const { pointer } of batch) onChange(pointer)
    const wait = await deliver(batch)
    tell(null, { sending: false })
    if (entries.hasReady()) runIn(wait)
  }

  /** Returns the delay (ms) before the next batch. */
  async function deliver(batch: Pending[]): Promise<number> {
    try {
      await writer.settled()
      const { results } = await send(batch.map(wireOf), oldest(batch), routeOf(batch[0]!))
      failures = 0
      tell(null, { failure: null })
      for (const pending of batch)
        answered(
          pending,
          results.find(result => result.changeId === pending.changeId),
        )
      return together
    } catch (error) {
      if (isFinal(error)) {
        refusedWhole(batch, error.problem)
        return together
      }
      failures += 1
      tell(null, { failure: error })
      for (const { pointer } of batch) onChange(pointer)
      return delayAfter(error, failures)
    }
  }

  /** A request that cannot be parsed may be the fault of one change: each is then sent alone. */
  function refusedWhole(batch: Pending[], { status, detail }: { status: number; detail: string }): void {
    if (status === 422 && batch.length > 1) limit = 1
    else for (const pending of batch) refused(pending, { result: 'refused', message: detail })
  }

  function answered(pending: Pending, result: SavedResult | undefined): void {
    if (result && 'rev' in result) {
      entries.accept(pending, result.rev)
      onAccepted(pending, result.rev)
      tell(pending.pointer)
    } else refused(pending, result ?? { result: 'refused', message: 'Server tidak menjawab isian ini.' })
  }
  function refused(pending: Pending, refusal: Stuck['refusal']): void {
    const stuck = entries.refuse(pending, refusal)
    if (stuck) onRefused(stuck)
    tell(pending.pointer)
  }

  return {
    at: entries.at,
    pointers: entries.pointers,
    raise: entries.raise,
    put(change, { typing: still = false } = {}) {
      stopTyping(change.pointer)
      entries.put(routed(change), !still)
      tell(change.pointer)
      if (still) typing.set(change.pointer, setTimeout(settle, pause, change.pointer))
      else runIn(together)
    },
    hold(change, message) {
      stopTyping(change.pointer)
      entries.hold(routed(change), message)
      tell(change.pointer)
    },
    importing(work) {
      via = 'import'
      try {
        work()
      } finally {
        via = undefined
      }
    },
    drop(pointer) {
      stopTyping(pointer)
      entries.drop(pointer)
      tell(pointer)
    },
    discard() {
      const pointers = entries.pointers()
      for (const pointer of pointers) {
        stopTyping(pointer)
        entries.discard(pointer)
      }
      tell(null)
      return pointers
    },
    aside(pointer) {
      entries.aside(pointer)
      tell(pointer)
    },
    settle,
    isOnPage,
    flush() {
      for (const pointer of [...typing.keys()]) settle(pointer)
      // an earlier failure says nothing of now: if this attempt is too early, the next is soon
      failures = 0
      runIn(0)
    },
    state: () => state,
    saved: writer.settled,
    learn: writer.learn,
    left: () =>
      disk.load().catch(() => {
        tell(null, { unread: true })
        return []
      }),
    restore(left) {
      entries.restore(left)
      tell(null)
      if (entries.hasReady()) runIn(0)
    },
    stop() {
      stopped = true
      clearTimeout(timer)
      writer.stop()
      for (const pointer of [...typing.keys()]) stopTyping(pointer)
    },
  }
}
