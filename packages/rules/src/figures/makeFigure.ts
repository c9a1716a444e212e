import { bandOf } from '../scales/bandOf.ts'
import type { Context } from '../types/Context.ts'
import type { Decimal } from '../types/Decimal.ts'
import type { Figure } from '../types/Figure.ts'
import type { Scale } from '../types/RuleSet.ts'
import { recompute } from './recompute.ts'

/** What a figure is computed from; the caller names `unit` and the rule set. */
export type FigureSpec = Parameters<Context['figure']>[0] & { unit: string }

const band = (given: Scale | Figure['band'] | undefined, value: Decimal | null): Figure['band'] => {
  if (!given || value === null) return null
  if ('scale' in given) return given
  const { id, label } = bandOf(given, value)
  return { scale: given.id, id, label }
}

/** The only way to make a figure: first the derivation, then the figure computed from it. */
export function makeFigure(spec: FigureSpec, ruleSet: string): Figure {
  const derivation = {
    formula: spec.formula,
    inputs: spec.inputs,
    left: spec.left ?? [],
    params: spec.params ?? {},
    cap: spec.cap ?? null,
    floor: spec.floor ?? null,
    ruleSet,
    legal: spec.legal ?? null,
  }
  const computed = recompute(derivation)
  return {
    code: spec.code,
    row: spec.row ?? '',
    ...computed,
    unit: spec.unit,
    band: band(spec.band, computed.value),
    basis: spec.basis ?? null,
    derivation,
  }
}
