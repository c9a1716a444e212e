import { database, under } from '../vault/database.ts'
import { decryptJson, encryptJson } from '../vault/vault.ts'
import type { Learned, OutboxStore } from './pending.ts'
import { storedChangesOf } from './unsentReports.ts'

/**
 * Unsent changes in IndexedDB. `strict`: one disk write per transaction, so that a power cut loses nothing either.
 * Keyed by change, so that two windows of one user never remove each other's. A value the server accepted is learned in the
 * transaction that removes the change: an offline start never shows an older state.
 */
export const idbOutboxStore = (person: string, submission: string): OutboxStore => ({
  load: () => storedChangesOf(person, submission),
  async recall(version) {
    const { store, done } = (await database()).transaction('learned', 'readwrite')
    const found = await store.getAll(under(person, submission))
    const old = found.filter(({ rev }) => rev <= version)
    await Promise.all([...old.map(({ pointer }) => store.delete([person, submission, pointer])), done])
    const news = found.filter(({ rev }) => rev > version)
    const opened = await Promise.all(news.map(({ pointer, learned }) => decryptJson<Learned>(person, pointer, learned)))
    return opened.filter(one => one !== undefined)
  },
  async write(put, removed, learned = []) {
    // Encrypted before: a transaction ends as soon as anything else is awaited.
    const kept = await Promise.all(put.map(async one => [one, await encryptJson(person, one.changeId, one)] as const))
    const news = await Promise.all(
      learned.map(async one => [one, await encryptJson(person, one.pointer, one)] as const),
    )
    const transaction = (await database()).transaction(['unsent', 'learned'], 'readwrite', { durability: 'strict' })
    const unsent = transaction.objectStore('unsent')
    const known = transaction.objectStore('learned')
    await Promise.all([
      ...kept.map(([{ changeId }, content]) => unsent.put({ changeId, person, submission, kept: content })),
      ...removed.map(changeId => unsent.delete(changeId)),
      ...news.map(([{ pointer, rev }, content]) => known.put({ person, submission, pointer, rev, learned: content })),
      transaction.done,
    ])
  },
})
