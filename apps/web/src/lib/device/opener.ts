import { type DBSchema, type IDBPDatabase, type OpenDBCallbacks, openDB } from 'idb'

/**
 * The way to a database of this device, opened once for all who ask. It is let go where another tab brings a newer version or the
 * browser ends it, and opened again for whoever asks next.
 * @throws (the way) where the browser refuses to store anything (private windows, a full disk)
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
