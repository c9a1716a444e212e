// Which responses on screen came from the cache, and of when.
import { useSyncExternalStore } from 'react'

const copies = new Map<string, { page: string; at: number }>()
const listeners = new Set<() => void>()

function tell(): void {
  for (const listener of listeners) listener()
}

export function shownFromDevice(address: string, at: number): void {
  copies.set(address, { page: location.pathname, at })
  tell()
}
export function cameFromServer(address: string): void {
  if (copies.delete(address)) tell()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function oldest(page: string): number | null {
  const times = [...copies.values()].filter(copy => copy.page === page).map(({ at }) => at)
  return times.length > 0 ? Math.min(...times) : null
}

/** The age of the oldest cached response on this page (ms); null where all came from the server now. */
export const useCacheTime = (page: string): number | null => useSyncExternalStore(subscribe, () => oldest(page))
