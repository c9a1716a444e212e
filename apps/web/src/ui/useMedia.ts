import { useSyncExternalStore } from 'react'

/** Whether a media query matches, updated on rotation and resizing; `otherwise` where there is no screen. */
export function useMedia(query: string, otherwise = false): boolean {
  return useSyncExternalStore(
    listener => {
      const list = listOf(query)
      list?.addEventListener('change', listener)
      return () => list?.removeEventListener('change', listener)
    },
    () => listOf(query)?.matches ?? otherwise,
  )
}

const listOf = (query: string) => (typeof matchMedia === 'function' ? matchMedia(query) : null)
