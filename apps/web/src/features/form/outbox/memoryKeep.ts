import type { Keep, Kept } from './pending.ts'

const kept = new Map<string, Map<string, Kept>>()

/** Where the device may store nothing (plain http, private windows): survives leaving the page, not a reload. */
export function memoryKeep(person: string, submission: string): Keep {
  const key = `${person}/${submission}`
  const own = kept.get(key) ?? new Map<string, Kept>()
  kept.set(key, own)
  return {
    load: async () => [...own.values()],
    // answers are read anew where nothing of them is kept
    recall: async () => [],
    async write(put, removed) {
      for (const one of put) own.set(one.changeId, one)
      for (const id of removed) own.delete(id)
    },
  }
}
