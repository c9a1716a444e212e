import { startTransition, useEffect, useState } from 'react'

/** Rows rendered at first, and then per slice: a press or key never waits for more than these. */
const atOnce = 12

/** How many rows of a block are rendered yet; later additions, such as by the user, are rendered at once. */
export function useGrowing(all: number): number {
  const [drawn, setDrawn] = useState(() => (all > atOnce ? atOnce : Number.POSITIVE_INFINITY))
  useEffect(() => {
    if (drawn === Number.POSITIVE_INFINITY) return
    const next = drawn + atOnce
    startTransition(() => setDrawn(next < all ? next : Number.POSITIVE_INFINITY))
  }, [drawn, all])
  return drawn
}
