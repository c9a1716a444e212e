import type { Learned, OutboxStore, StoredChange } from './pending.ts'

export interface OutboxWriter {
  put(kept: StoredChange): void
  remove(changeId: string): void
  learn(learned: Learned): void
  /** Settles when everything put so far is stored, or was refused by the device; never rejects. */
  settled(): Promise<void>
  /** The device has refused this change, so far. */
  isRefused(changeId: string): boolean
  /** Stops retrying by itself. */
  stop(): void
}

/** What the device refused is retried after this time (ms), or with the next write. */
const again = 10_000

/**
 * Writes to the device one transaction at a time, each with the latest state of every change. `onRoom`: the device refuses (a full
 * disk) more or less than before.
 */
export function outboxWriterOf(disk: OutboxStore, onRoom: () => void): OutboxWriter {
  const dirty = new Map<string, StoredChange | null>()
  const news = new Map<string, Learned>()
  let refused: ReadonlySet<string> = new Set()
  let writing: Promise<void> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  async function write(): Promise<void> {
    while (dirty.size + news.size > 0) {
      const entries = [...dirty]
      const learned = [...news.values()]
      dirty.clear()
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
    writing ??= Promise.resolve().then(write)
  }
  return {
    put(kept) {
      dirty.set(kept.changeId, kept)
      begin()
    },
    remove(changeId) {
      dirty.set(changeId, null)
      begin()
    },
    learn(learned) {
      news.set(learned.pointer, learned)
      begin()
    },
    settled: () => writing ?? Promise.resolve(),
    isRefused: changeId => refused.has(changeId),
    stop: () => clearTimeout(timer),
  }
}
