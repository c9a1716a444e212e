import { figureAddress } from '../figures/coverageOf.ts'
import { parsePlace } from '../figures/placeOf.ts'
import type { RegionContext } from '../types/Context.ts'
import type { Figure, NotComputable } from '../types/Figure.ts'
import type { RuleSet } from '../types/RuleSet.ts'

interface Made {
  figures: readonly Figure[]
  /** Those of an office that are the region's as they are: their inputs are answers of its report. */
  taken: ReadonlySet<Figure>
  rules: RuleSet
  offices: readonly string[]
  counted: RegionContext['counted']
}
/** What the figures of a region are made of, through the figures between. */
interface InputsOfRegion {
  /** The offices whose part of a figure is missing: not reported, or reported without what this figure needs. */
  lacking: (figure: Figure) => ReadonlySet<string>
  isMixed: (figure: Figure) => boolean
}

const isMissing = (why: NotComputable | null | undefined): boolean => why === 'empty' || why === 'unread'

export function inputsOfRegion({ figures, taken, rules, offices, counted }: Made): InputsOfRegion {
  const byAddress = new Map(figures.map(figure => [figureAddress(figure), figure]))
  const lackingOf = new Map<Figure, ReadonlySet<string>>()
  const mixed = new Map<Figure, boolean>()
  const lacking = (figure: Figure): ReadonlySet<string> => {
    const known = lackingOf.get(figure)
    if (known) return known
    const found = taken.has(figure) ? (isMissing(figure.why) ? new Set(offices) : new Set<string>()) : below(figure)
    lackingOf.set(figure, found)
    return found
  }
  const below = ({ derivation: { inputs, left } }: Figure): ReadonlySet<string> => {
    const found = new Set<string>()
    const take = (at: string, why: NotComputable | undefined) => {
      const office = parsePlace(at)?.office
      if (office !== undefined) {
        if (isMissing(why)) found.add(office)
        return
      }
      const made = byAddress.get(at)
      if (made) for (const one of lacking(made)) found.add(one)
    }
    for (const { at, state } of inputs) take(at, state)
    for (const { at, why } of left) take(at, why)
    return found
  }
  const isMixed = (figure: Figure): boolean => {
    const known = mixed.get(figure)
    if (known !== undefined) return known
    const ruleSets = taken.has(figure) ? [figure.derivation.ruleSet] : []
    const inputs = taken.has(figure) ? [] : figure.derivation.inputs
    const found =
      ruleSets.some(id => id !== rules.id) ||
      inputs.some(({ at }) => {
        const place = parsePlace(at)
        const made = place === null ? byAddress.get(at) : undefined
        if (made) return isMixed(made)
        const own = place && counted(place.office, place.code, place.row)
        return own !== null && own.derivation.ruleSet !== rules.id
      })
    mixed.set(figure, found)
    return found
  }
  return { lacking, isMixed }
}
