import { useSyncExternalStore } from 'react'

const query = '(max-width: 640px)'
const wideQuery = '(min-width: 1180px)'

const media = (text: string) => (typeof matchMedia === 'function' ? matchMedia(text) : null)

const useMedia = (text: string, otherwise: boolean): boolean =>
  useSyncExternalStore(
    listener => {
      const list = media(text)
      list?.addEventListener('change', listener)
      return () => list?.removeEventListener('change', listener)
    },
    () => media(text)?.matches ?? otherwise,
  )

/** A phone: one row is one card. */
export const useNarrow = (): boolean => useMedia(query, false)
/** Room for the panel of the row in hand beside the rows. */
export const useRoom = (): boolean => useMedia(wideQuery, true)
