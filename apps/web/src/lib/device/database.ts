// The one database of this device. A new store is a new version here; what is in the old ones stays.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

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
export type Device = IDBPDatabase<Schema>

let opened: Promise<Device> | undefined

/** On plain http the browser gives pages no lasting place, and the application keeps nothing. */
export const keepsOnDevice = (): boolean => globalThis.isSecureContext === true && 'indexedDB' in globalThis

/** @throws where the browser refuses to store anything (private windows, a full disk). */
export const database = (): Promise<Device> => {
  opened ??= openDB<Schema>('sepakat', 3, {
    upgrade(db, before) {
      if (before < 1)
        db.createObjectStore('unsent', { keyPath: 'changeId' }).createIndex('of', ['person', 'submission'])
      if (before < 2) {
        db.createObjectStore('learned', { keyPath: ['person', 'submission', 'pointer'] })
        db.createObjectStore('copies', { keyPath: ['who', 'address'] })
      }
      db.createObjectStore('handIns', { keyPath: ['person', 'submission'] })
    },
    blocking: close,
    terminated: close,
  }).catch((error: unknown) => {
    opened = undefined
    throw error
  })
  return opened
}

function close(): void {
  opened?.then(
    db => db.close(),
    () => undefined,
  )
  opened = undefined
}

/** All keys that begin with these parts. */
export const under = (...parts: string[]): IDBKeyRange => IDBKeyRange.bound(parts, [...parts, []])
