import { decimalText, exact } from '../numbers/decimal.ts'
import type { Derivation, Figure } from '../types/Figure.ts'
import { applyFormula } from './applyFormula.ts'

/** The figure recomputed from its derivation alone. `raw` is before cap and floor. */
export function recompute(derivation: Derivation): Pick<Figure, 'value' | 'raw' | 'why' | 'numerator' | 'denominator'> {
  const { raw, why, numerator, denominator } = applyFormula(derivation)
  const { cap, floor } = derivation
  const capped = raw && cap !== null && raw.gt(exact(cap)) ? exact(cap) : raw
  const value = capped && floor !== null && capped.lt(exact(floor)) ? exact(floor) : capped
  return {
    value: value && decimalText(value),
    raw: raw && decimalText(raw),
    why,
    numerator: numerator ? decimalText(numerator) : null,
    denominator: denominator ? decimalText(denominator) : null,
  }
}
