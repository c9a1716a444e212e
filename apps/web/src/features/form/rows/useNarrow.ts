import { useMedia } from '../../../lib/useMedia.ts'

/** A phone: one row is one card. */
export const useNarrow = (): boolean => useMedia('(max-width: 640px)')
/** Room for the panel of the current row beside the rows. */
export const useRoom = (): boolean => useMedia('(min-width: 1180px)', true)
/** Room for that panel and for a table on one line a row. */
export const useWide = (): boolean => useMedia('(min-width: 1440px)', true)
