import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Keep, Kept } from './pending.ts'

interface Schema extends DBSchema {
  unsent: {
    key: string
    value: { changeId: string; person: string; submission: string; kept: Kept }
    indexes: { of: [person: string, submission: string] }
  }
}

let opened: Promise<IDBPDatabase<Schema>> | undefined

const database = (): Promise<IDBPDatabase<Schema>> => {
  opened ??= openDB<Schema>('sepakat', 1, {
    upgrade(db) {
      db.createObjectStore('unsent', { keyPath: 'changeId' }).createIndex('of', ['person', 'submission'])
    },
    blocking() {
      opened?.then(db => db.close())
      opened = undefined
    },
  }).catch((error: unknown) => {
    opened = undefined
    throw error
  })
  return opened
}

/**
 * Unsent changes in IndexedDB. `strict`: one write to the disk per transaction, so that a power cut costs nothing either.
 * Keyed by change, so that two windows of one person never remove each other's.
 */
export const idbKeep = (person: string, submission: string): Keep => ({
  async load() {
    const found = await (await database()).getAllFromIndex('unsent', 'of', [person, submission])
    return found.map(({ kept }) => kept)
  },
  async write(put, removed) {
    const transaction = (await database()).transaction('unsent', 'readwrite', { durability: 'strict' })
    const { store } = transaction
    await Promise.all([
      ...put.map(kept => store.put({ changeId: kept.changeId, person, submission, kept })),
      ...removed.map(changeId => store.delete(changeId)),
      transaction.done,
    ])
  },
})
