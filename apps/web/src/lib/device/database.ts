// What is kept on this device, but for files that wait, which have a database of their own. A new store is a new version here; what
// is in the old ones stays.
import type { DBSchema } from 'idb'
import { opener } from './opener.ts'

interface Schema extends DBSchema {
  /** Changes that are not on the server yet. */
  unsent: {
    key: string
    value: { changeId: string; person: string; submission: string; kept: unknown }
    indexes: { of: [person: string, submission: string] }
  }
  /** What stands in cells since the copy of a report's answers was made: accepted from here, or brought by others. */
  learned: {
    key: [person: string, submission: string, pointer: string]
    value: { person: string; submission: string; pointer: string; learned: unknown }
  }
  /** Handings in that wait for a line. */
  handIns: {
    key: [person: string, submission: string]
    value: { person: string; submission: string; handIn: unknown }
  }
  /** Answers of the server, as last given. */
  copies: {
    key: [who: string, address: string]
    value: { who: string; address: string; at: number; copy: unknown }
  }
}
/** On plain http the browser gives pages no lasting place, and the application keeps nothing. */
export const keepsOnDevice = (): boolean => globalThis.isSecureContext === true && 'indexedDB' in globalThis

export const database = opener<Schema>('sepakat', 3, (db, before) => {
  if (before < 1) db.createObjectStore('unsent', { keyPath: 'changeId' }).createIndex('of', ['person', 'submission'])
  if (before < 2) {
    db.createObjectStore('learned', { keyPath: ['person', 'submission', 'pointer'] })
    db.createObjectStore('copies', { keyPath: ['who', 'address'] })
  }
  db.createObjectStore('handIns', { keyPath: ['person', 'submission'] })
})

/** All keys that begin with these parts. */
export const under = (...parts: string[]): IDBKeyRange => IDBKeyRange.bound(parts, [...parts, []])
