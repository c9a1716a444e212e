import { useSyncExternalStore } from 'react'

/** Whether the screen is as a media query says, also after it is turned or resized; `otherwise` where there is no screen. */
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
