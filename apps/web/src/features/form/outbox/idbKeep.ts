import { database, under } from '../../../lib/device/database.ts'
import type { Keep, Kept, Learned } from './pending.ts'

/**
 * Unsent changes in IndexedDB. `strict`: one write to the disk per transaction, so that a power cut costs nothing either.
 * Keyed by change, so that two windows of one person never remove each other's. What the server accepted is learned in the
 * transaction that lets go of the change: a start without a line never shows a moment before.
 */
export const idbKeep = (person: string, submission: string): Keep => ({
  async load() {
    const found = await (await database()).getAllFromIndex('unsent', 'of', [person, submission])
    return found.map(({ kept }) => kept as Kept)
  },
  async recall(version) {
    const { store, done } = (await database()).transaction('learned', 'readwrite')
    const news: Learned[] = []
    for await (const cursor of store.iterate(under(person, submission))) {
      const learned = cursor.value.learned as Learned
      if (learned.rev > version) news.push(learned)
      else await cursor.delete()
    }
    await done
    return news
  },
  async write(put, removed, learned = []) {
    const transaction = (await database()).transaction(['unsent', 'learned'], 'readwrite', { durability: 'strict' })
    const unsent = transaction.objectStore('unsent')
    const known = transaction.objectStore('learned')
    await Promise.all([
      ...put.map(kept => unsent.put({ changeId: kept.changeId, person, submission, kept })),
      ...removed.map(changeId => unsent.delete(changeId)),
      ...learned.map(one => known.put({ person, submission, pointer: one.pointer, learned: one })),
      transaction.done,
    ])
  },
})
