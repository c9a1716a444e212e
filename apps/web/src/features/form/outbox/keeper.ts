import type { Keep, Kept, Learned } from './pending.ts'

export interface Keeper {
  put(kept: Kept): void
  remove(changeId: string): void
  learn(learned: Learned): void
  /** Settles when all that was put so far is on the device; never rejects. */
  settled(): Promise<void>
}

/** Writes to the device one transaction at a time, each with the latest of every change. `onLost`: the device takes nothing. */
export function keeperOf(keep: Keep, onLost: () => void): Keeper {
  const dirty = new Map<string, Kept | null>()
  const news = new Map<string, Learned>()
  let writing: Promise<void> | null = null

  async function write(): Promise<void> {
    while (dirty.size + news.size > 0) {
      const entries = [...dirty]
      const learned = [...news.values()]
      dirty.clear()
      news.clear()
      const put = entries.flatMap(([, kept]) => (kept ? [kept] : []))
      const removed = entries.filter(([, kept]) => !kept).map(([id]) => id)
      await keep.write(put, removed, learned).catch(onLost)
    }
    writing = null
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
  }
}
