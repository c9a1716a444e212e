// What pulls an index down: by how many points it would be higher if one part of it were full and all others as they are. Each is
// recomputed from the derivation, so it is right whatever the formula; where the index is linear they add up to all it lacks.
import { figureAddress } from '../figures/coverageOf.ts'
import { recompute } from '../figures/recompute.ts'
import { decimalText, exact } from '../numbers/decimal.ts'
import type { Decimal } from '../types/Decimal.ts'
import type { Derivation, Figure, Input } from '../types/Figure.ts'

/** A part of an index: its address, what it is, what it can be at most, and how many points the index loses by it. */
export interface Shortfall {
  at: string
  value: Decimal
  full: Decimal
  costs: Decimal
}

type Recomputed = ReturnType<typeof recompute>
interface Filled extends Omit<Shortfall, 'costs'> {
  /** The figure, were this part full. */
  filled: Recomputed
}

/** A share takes over the counts of a share below it, everything else its value. */
const sideOf = ({ name }: Input, { value, numerator }: Recomputed): Decimal | null =>
  name === 'numerator' ? numerator : value

/**
 * The parts of a figure, found through the figures that it is made of.
 * @param fullOf what an input can be at most; null: it is no part, but made of parts itself
 */
export function shortfallsIn(
  top: Figure,
  figures: readonly Figure[],
  fullOf: (input: Input, of: Derivation) => Decimal | null,
): Shortfall[] {
  const { value } = top
  if (value === null) return []
  const byAddress = new Map(figures.map(figure => [figureAddress(figure), figure]))
  const filledIn = ({ derivation }: Figure): Filled[] =>
    derivation.inputs.flatMap((input, n) => {
      if (input.name === 'denominator' || input.value === null) return []
      const put = (now: Decimal | null): Recomputed =>
        recompute({ ...derivation, inputs: derivation.inputs.with(n, { ...input, value: now }) })
      const full = fullOf(input, derivation)
      if (full !== null) return [{ at: input.at, value: input.value, full, filled: put(full) }]
      const below = byAddress.get(input.at)
      return below ? filledIn(below).map(part => ({ ...part, filled: put(sideOf(input, part.filled)) })) : []
    })
  return filledIn(top).map(({ filled, ...part }) => ({
    ...part,
    costs: decimalText(exact(filled.value ?? value).minus(exact(value))),
  }))
}
