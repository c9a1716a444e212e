import { type DBSchema, type IDBPDatabase, type OpenDBCallbacks, openDB } from 'idb'

/**
 * Opens a database of this device once for all callers. It is closed where another tab upgrades it or the
 * browser ends it, and opened again for the next caller.
 * @throws (the returned function) where the browser refuses to store anything (private windows, a full disk)
 */
export function opener<S extends DBSchema>(
  name: string,
  version: number,
  upgrade: NonNullable<OpenDBCallbacks<S>['upgrade']>,
): () => Promise<IDBPDatabase<S>> {
  let opened: Promise<IDBPDatabase<S>> | undefined
  const close = () => {
    opened?.then(
      db => db.close(),
      () => undefined,
    )
    opened = undefined
  }
  return () => {
    opened ??= openDB<S>(name, version, { upgrade, blocking: close, terminated: close }).catch((error: unknown) => {
      opened = undefined
      throw error
    })
    return opened
  }
}
