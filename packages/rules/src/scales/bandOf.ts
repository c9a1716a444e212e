import { exact } from '../numbers/decimal.ts'
import type { Decimal } from '../types/Decimal.ts'
import type { Scale } from '../types/RuleSet.ts'

// The last places of a quotient are lost to repeated division: a mean that is exactly 80 may come out as 79.99…9.
const comparedPlaces = { exact: 30, rounded2: 2 } as const

/** The band of a value on a scale, compared unrounded (at 30 places) unless the scale says `rounded2`. */
export function bandOf(scale: Scale, value: Decimal): Scale['bands'][number] {
  const compared = exact(value).round(comparedPlaces[scale.bandOn])
  const band = scale.bands.find(
    ({ from, above }) => from === null || (above ? compared.gt(exact(from)) : compared.gte(exact(from))),
  )
  if (!band) throw new Error(`scale ${scale.id} has no band for ${value}`)
  return band
}
