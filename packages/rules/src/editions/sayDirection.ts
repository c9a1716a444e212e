import { exact } from '../numbers/decimal.ts'
import type { BookedFigure } from './figureBook.ts'
import type { DirectionPiece } from './Narrative.ts'

type Directed = Pick<BookedFigure, 'figure' | 'direction'>
type Words = { up: string; down: string; same: string }

const words: Record<DirectionPiece['words'], Words> = {
  naik: { up: 'naik', down: 'turun', same: 'tetap' },
  meningkat: { up: 'meningkat', down: 'menurun', same: 'tetap' },
  'lebih tinggi': { up: 'lebih tinggi', down: 'lebih rendah', same: 'sama' },
  membaik: { up: 'membaik', down: 'memburuk', same: 'tetap' },
}

/** Of two figures of which one has no value. */
const notComparable = '(belum dapat dibandingkan)'

/**
 * How a figure is beside another, by the exact values. `membaik` follows from which way is better: an indicator of which lower is
 * better improves as it falls; where nothing is said, higher is better.
 */
export function sayDirection(
  of: Directed | null,
  than: Directed | null,
  { words: chosen }: Pick<DirectionPiece, 'words'>,
): string {
  const now = of?.figure.value ?? null
  const then = than?.figure.value ?? null
  if (now === null || then === null) return notComparable
  const { up, down, same } = words[chosen]
  const order = exact(now).cmp(exact(then))
  if (order === 0) return same
  const isTurned = chosen === 'membaik' && of?.direction === 'lower'
  return order > 0 !== isTurned ? up : down
}
