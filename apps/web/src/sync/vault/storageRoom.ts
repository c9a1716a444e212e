import { useEffect, useState } from 'react'
import { keepsOnDevice } from './keepsOnDevice.ts'

const storageOf = (): StorageManager | undefined => navigator.storage

/**
 * Bytes that may still be stored; null where the browser does not say. Newer Chromium browsers report ten gigabytes,
 * whatever the disk has.
 */
export async function roomLeft(): Promise<number | null> {
  const { quota, usage } =
    (await storageOf()
      ?.estimate?.()
      .catch(() => undefined)) ?? {}
  return quota === undefined || usage === undefined ? null : quota - usage
}

let asked: Promise<boolean | null> | undefined

/** Asks the browser once to delete nothing by itself: it grants it to applications in use, or asks the user. */
export function askToLast(): Promise<boolean | null> {
  asked ??=
    storageOf()
      ?.persist?.()
      .catch(() => null) ?? Promise.resolve(null)
  return asked
}

/** Bytes left, and whether the browser deletes nothing by itself; null until it is known, and where nothing can be stored. */
export function useStorageRoom(): { left: number | null; lasting: boolean | null } {
  const [left, setLeft] = useState<number | null>(null)
  const [lasting, setLasting] = useState<boolean | null>(null)
  useEffect(() => {
    if (!keepsOnDevice()) return
    void roomLeft().then(setLeft)
    void askToLast().then(setLasting)
  }, [])
  return { left, lasting }
}
