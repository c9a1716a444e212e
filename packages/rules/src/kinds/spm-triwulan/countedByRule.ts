import type { Derivation, Input } from '../../types/Figure.ts'
import type { RuleSet } from '../../types/RuleSet.ts'

const inPlaceOfNil = { hundred: '100', zero: '0' } as const

/**
 * The inputs of a mean across services or urusan: those with a value; nil as the rule set says. Missing ones are left
 * out and named, never taken as 0.
 */
export function countedByRule(all: Input[], nil: RuleSet['spm']['nil']): { inputs: Input[]; left: Derivation['left'] } {
  const inputs: Input[] = []
  const left: Derivation['left'] = []
  for (const input of all) {
    if (input.value !== null) inputs.push(input)
    else if (input.state === 'nil' && nil !== 'exclude') inputs.push({ ...input, value: inPlaceOfNil[nil] })
    else left.push({ at: input.at, why: input.state ?? 'empty' })
  }
  return { inputs, left }
}
