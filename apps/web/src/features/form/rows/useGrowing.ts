import { startTransition, useEffect, useState } from 'react'

/** So many rows are drawn at first, and then at a time: whoever presses or types meanwhile waits for no more than these. */
const atOnce = 12

/** How many of the rows of a block are drawn yet; what comes later, as when a person adds one, is drawn at once. */
export function useGrowing(all: number): number {
  const [drawn, setDrawn] = useState(() => (all > atOnce ? atOnce : Number.POSITIVE_INFINITY))
  useEffect(() => {
    if (drawn === Number.POSITIVE_INFINITY) return
    const next = drawn + atOnce
    startTransition(() => setDrawn(next < all ? next : Number.POSITIVE_INFINITY))
  }, [drawn, all])
  return drawn
}
