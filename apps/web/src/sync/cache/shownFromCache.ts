// Which responses on screen came from the cache, and of when.
import { useStore } from '@nanostores/react'
import { atom } from 'nanostores'

const copies = atom<ReadonlyMap<string, { page: string; at: number }>>(new Map())

export function shownFromDevice(address: string, at: number): void {
  copies.set(new Map(copies.get()).set(address, { page: location.pathname, at }))
}
export function cameFromServer(address: string): void {
  const left = new Map(copies.get())
  if (left.delete(address)) copies.set(left)
}

/** The age of the oldest cached response on this page (ms); null where all came from the server now. */
export function useCacheTime(page: string): number | null {
  const shown = [...useStore(copies).values()].filter(copy => copy.page === page)
  return shown.length > 0 ? Math.min(...shown.map(({ at }) => at)) : null
}
