import { useMedia } from '#ui/useMedia.ts'

/** A phone: one row is one card. */
export const useNarrow = (): boolean => useMedia('(max-width: 640px)')
