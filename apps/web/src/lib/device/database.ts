// What is kept on this device, but for files that wait, which have a database of their own. Ids, addresses and revision numbers
// stand in clear, since things are found by them; all that a person typed or read is sealed (vault.ts).
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
  /** What stands in cells since the copy of a report's answers was made: accepted from here, or brought by others. */
  learned: {
    key: [person: string, submission: string, pointer: string]
    value: { person: string; submission: string; pointer: string; rev: number; learned: Encrypted }
  }
  /** Handings in that wait for a line. */
  handIns: {
    key: [person: string, submission: string]
    value: { person: string; submission: string; handIn: Encrypted }
  }
  /** Answers of the server, as last given. */
  copies: {
    key: [who: string, address: string]
    value: { who: string; address: string; at: number; copy: Encrypted }
  }
  /** What is being written beside the form: notes, reasons. */
  texts: {
    key: [person: string, place: string]
    value: { person: string; place: string; text: Encrypted }
  }
  /** Reports begun here, of which the server has not heard. */
  begun: {
    key: [person: string, report: string]
    value: { person: string; report: string }
  }
  /** Keys of what is sealed, wrapped by passwords. */
  locks: {
    key: string
    value: { id: string; person: string; sealed: Encrypted }
    indexes: { person: string }
  }
}
/** On plain http the browser gives pages no lasting place, and the application keeps nothing. */
export const keepsOnDevice = (): boolean => globalThis.isSecureContext === true && 'indexedDB' in globalThis

export const database = opener<Schema>('sepakat', 6, (db, before) => {
  // What comes next is added to what is there: unsent work outlives every version.
  if (before < 4) renew(db)
  if (before < 5) db.createObjectStore('begun', { keyPath: ['person', 'report'] })
  if (before < 6) db.createObjectStore('texts', { keyPath: ['person', 'place'] })
})

/** Before version 4, which no office has used, nothing was sealed. */
function renew(db: IDBPDatabase<Schema>): void {
  for (const name of [...db.objectStoreNames]) db.deleteObjectStore(name)
  db.createObjectStore('unsent', { keyPath: 'changeId' }).createIndex('of', ['person', 'submission'])
  db.createObjectStore('learned', { keyPath: ['person', 'submission', 'pointer'] })
  db.createObjectStore('handIns', { keyPath: ['person', 'submission'] })
  db.createObjectStore('copies', { keyPath: ['who', 'address'] })
  db.createObjectStore('locks', { keyPath: 'id' }).createIndex('person', 'person')
}

/** All keys that begin with these parts. */
export const under = (...parts: string[]): IDBKeyRange => IDBKeyRange.bound(parts, [...parts, []])
