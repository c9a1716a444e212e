import type { Learned, OutboxStore, StoredChange } from './pending.ts'

export interface OutboxWriter {
  /** `within`: of a new id, and written with what follows in so many ms. */
  put(kept: StoredChange, within?: number): void
  remove(changeId: string, within?: number): void
  learn(learned: Learned): void
  /** Writes everything put so far at once; settles when it is stored, or was refused by the device; never rejects. */
  settled(): Promise<void>
  /** The device has refused this change, so far. */
  isRefused(changeId: string): boolean
  /** Stops retrying by itself. */
  stop(): void
}

/** Writers that hold something back. */
const holding = new Set<() => Promise<void>>()
/** Writes what is held back, before nothing can be written any more. */
export const writeHeld = async (): Promise<void> => void (await Promise.all([...holding].map(write => write())))
// a hidden page may be closed, or ended by the phone
addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') void writeHeld()
})

/** What the device refused is retried after this time (ms), or with the next write. */
const again = 10_000

/**
 * Writes to the device one transaction at a time, each with the latest state of every change. `onRoom`: the device refuses (a full
 * disk) more or less than before.
 */
export function outboxWriterOf(disk: OutboxStore, onRoom: () => void): OutboxWriter {
  const dirty = new Map<string, StoredChange | null>()
  /** Held back, and not on the device in any form. */
  const unwritten = new Set<string>()
  const news = new Map<string, Learned>()
  let refused: ReadonlySet<string> = new Set()
  let writing: Promise<void> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let held: ReturnType<typeof setTimeout> | undefined

  async function write(): Promise<void> {
    while (dirty.size + news.size > 0) {
      const entries = [...dirty]
      const learned = [...news.values()]
      dirty.clear()
      unwritten.clear()
      news.clear()
      const put = entries.flatMap(([, kept]) => (kept ? [kept] : []))
      const removed = entries.filter(([, kept]) => !kept).map(([id]) => id)
      try {
        await disk.write(put, removed, learned)
        told(new Set())
      } catch {
        for (const [id, kept] of entries) if (!dirty.has(id)) dirty.set(id, kept)
        for (const one of learned) if (!news.has(one.pointer)) news.set(one.pointer, one)
        told(new Set([...dirty].flatMap(([id, kept]) => (kept ? [id] : []))))
        clearTimeout(timer)
        timer = setTimeout(begin, again)
        break
      }
    }
    writing = null
  }
  function told(next: ReadonlySet<string>): void {
    if (refused.size + next.size === 0) return
    refused = next
    onRoom()
  }
  // What is put and removed in one tick is one transaction: a change replaces another without a gap.
  const begin = () => {
    clearTimeout(held)
    held = undefined
    holding.delete(settled)
    writing ??= Promise.resolve().then(write)
  }
  function beginWithin(ms: number): void {
    if (ms === 0) begin()
    else {
      held ??= setTimeout(begin, ms)
      holding.add(settled)
    }
  }
  function settled(): Promise<void> {
    if (held !== undefined) begin()
    return writing ?? Promise.resolve()
  }
  return {
    put(kept, within = 0) {
      dirty.set(kept.changeId, kept)
      if (within > 0) unwritten.add(kept.changeId)
      beginWithin(within)
    },
    remove(changeId, within = 0) {
      if (unwritten.delete(changeId)) dirty.delete(changeId)
      else dirty.set(changeId, null)
      beginWithin(within)
    },
    learn(learned) {
      news.set(learned.pointer, learned)
      begin()
    },
    settled,
    isRefused: changeId => refused.has(changeId),
    stop() {
      if (held !== undefined) begin()
      clearTimeout(timer)
    },
  }
}
