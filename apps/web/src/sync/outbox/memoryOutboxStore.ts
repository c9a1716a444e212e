import type { OutboxStore, StoredChange } from './pending.ts'

const kept = new Map<string, Map<string, StoredChange>>()

/** Where nothing can be stored (plain http, private windows): survives leaving the page, not a reload. */
export function memoryOutboxStore(person: string, submission: string): OutboxStore {
  const key = `${person}/${submission}`
  const own = kept.get(key) ?? new Map<string, StoredChange>()
  kept.set(key, own)
  return {
    load: async () => [...own.values()],
    // without a cache the answers are always fetched
    recall: async () => [],
    async write(put, removed) {
      for (const one of put) own.set(one.changeId, one)
      for (const id of removed) own.delete(id)
    },
  }
}
