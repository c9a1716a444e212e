// The database of this device, except for files to upload, which have one of their own. Ids, addresses and revision numbers
// are in clear, as keys; everything a user typed or read is encrypted (vault.ts).
import type { DBSchema, IDBPDatabase } from 'idb'
import { opener } from './opener.ts'
import type { Encrypted } from './vault.ts'

interface Schema extends DBSchema {
  /** Changes that are not on the server yet. */
  unsent: {
    key: string
    value: { changeId: string; person: string; submission: string; kept: Encrypted }
    indexes: { of: [person: string, submission: string] }
  }
  /** Values of cells since the cached answers of a report: accepted from here, or read from others. */
  learned: {
    key: [person: string, submission: string, pointer: string]
    value: { person: string; submission: string; pointer: string; rev: number; learned: Encrypted }
  }
  /** Submissions queued while offline. */
  handIns: {
    key: [person: string, submission: string]
    value: { person: string; submission: string; handIn: Encrypted }
  }
  /** Cached responses of the server. */
  copies: {
    key: [who: string, address: string]
    value: { who: string; address: string; at: number; copy: Encrypted }
  }
  /** Drafts of texts beside the form: notes, reasons. */
  texts: {
    key: [person: string, place: string]
    value: { person: string; place: string; text: Encrypted }
  }
  /** Reports created on this device that the server does not have yet. */
  begun: {
    key: [person: string, report: string]
    value: { person: string; report: string }
  }
  /** Keys of the encrypted data, wrapped by passwords. */
  locks: {
    key: string
    value: {
      id: string
      person: string
      sealed: Encrypted
      /** Of each key in it (vault.ts); locks of earlier releases have none. */
      marks?: string[]
    }
    indexes: { person: string }
  }
}
export const database = opener<Schema>('sepakat', 6, (db, before) => {
  // Later versions only add: unsent work outlives every version.
  if (before < 4) renew(db)
  if (before < 5) db.createObjectStore('begun', { keyPath: ['person', 'report'] })
  if (before < 6) db.createObjectStore('texts', { keyPath: ['person', 'place'] })
})

/** Before version 4, which was never deployed, nothing was encrypted. */
function renew(db: IDBPDatabase<Schema>): void {
  for (const name of [...db.objectStoreNames]) db.deleteObjectStore(name)
  db.createObjectStore('unsent', { keyPath: 'changeId' }).createIndex('of', ['person', 'submission'])
  db.createObjectStore('learned', { keyPath: ['person', 'submission', 'pointer'] })
  db.createObjectStore('handIns', { keyPath: ['person', 'submission'] })
  db.createObjectStore('copies', { keyPath: ['who', 'address'] })
  db.createObjectStore('locks', { keyPath: 'id' }).createIndex('person', 'person')
}

/** All keys that start with these parts. */
export const under = (...parts: string[]): IDBKeyRange => IDBKeyRange.bound(parts, [...parts, []])
