import type { Learned, OutboxStore, StoredChange } from '#sync/outbox/pending.ts'

/** How long (ms) the device takes to write. */
const takes = 20

/** A device's storage. It outlives its page: a write pending when the page died is lost. */
export function durableOutboxStore() {
  const unsent = new Map<string, StoredChange>()
  const learned = new Map<string, Learned>()

  return {
    unsent: (): StoredChange[] => [...unsent.values()],
    /** One page's access to it while that lives; `begins` is called for each write, and returns what to call at its end. */
    of: (isAlive: () => boolean, begins: () => () => void = () => () => {}): OutboxStore => ({
      load: async () => [...unsent.values()],
      async recall(version) {
        for (const [pointer, { rev }] of learned) if (rev <= version) learned.delete(pointer)
        return [...learned.values()]
      },
      async write(put, removed, news = []) {
        const ends = begins()
        await new Promise(resolve => setTimeout(resolve, takes))
        if (!isAlive()) return new Promise<never>(() => {})
        for (const one of put) unsent.set(one.changeId, one)
        for (const id of removed) unsent.delete(id)
        for (const one of news) learned.set(one.pointer, one)
        ends()
      },
    }),
  }
}
