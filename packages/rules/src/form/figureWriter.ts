import { figureAddress } from '../figures/coverageOf.ts'
import { makeFigure } from '../figures/makeFigure.ts'
import { isPractice } from '../periods/period.ts'
import type { Context } from '../types/Context.ts'
import type { Figure } from '../types/Figure.ts'
import type { Kind } from '../types/Kind.ts'
import type { PeriodKey } from '../types/Pointer.ts'
import type { RuleSet } from '../types/RuleSet.ts'

/** How a kind makes figures: each once, with its declared unit, and with others as inputs. */
export function figureWriter(
  kind: Kind,
  rules: RuleSet,
  period: PeriodKey,
  into: Figure[],
): Pick<Context, 'of' | 'figure'> {
  const practice = isPractice(period)
  const known = new Set<string>()
  return {
    of: (name, figure, more) => ({
      name,
      at: figureAddress(figure),
      value: figure.value,
      ...(figure.why && { state: figure.why }),
      ...more,
    }),
    figure(spec) {
      const key = `${spec.code}/${spec.row ?? ''}`
      if (known.has(key)) throw new Error(`${kind.form}: figure ${key} is computed twice`)
      known.add(key)
      const declared = kind.figures[spec.code]
      if (!declared) throw new Error(`${kind.form} has no figure ${spec.code}`)
      const basis = practice ? 'practice' : spec.basis
      const figure = makeFigure({ ...spec, unit: spec.unit ?? declared.unit, basis }, rules.id)
      into.push(figure)
      return figure
    },
  }
}
