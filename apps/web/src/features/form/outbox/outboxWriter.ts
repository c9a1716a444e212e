import type { Learned, OutboxStore, StoredChange } from './pending.ts'

export interface OutboxWriter {
  put(kept: StoredChange): void
  remove(changeId: string): void
  learn(learned: Learned): void
  /** Settles when all that was put so far is on the device, or was refused by it; never rejects. */
  settled(): Promise<void>
  /** The device has refused to take this change, so far. */
  isRefused(changeId: string): boolean
  /** Tries nothing again by itself any more. */
  stop(): void
}

/** What the device refused is tried again after so long (ms), or with whatever comes next. */
const again = 10_000

/**
 * Writes to the device one transaction at a time, each with the latest of every change. `onRoom`: what the device refuses (a full
 * disk) is more or less than before.
 */
export function outboxWriterOf(storage: OutboxStore, onRoom: () => void): OutboxWriter {
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
        await storage.write(put, removed, learned)
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
  // What is put and removed in one go is one transaction: a change takes the place of another without a moment of neither.
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
