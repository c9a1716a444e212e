import type { RuleSet } from '../types.ts'
import type { RuleSetOverrides } from './ruleSetSchema.ts'

const trial = '+uji'

/** The rule set with some choices tried out; its id says that it is a trial. Scales and ordinal scales are replaced whole. */
export function mergeRuleSet(base: RuleSet, overrides: RuleSetOverrides): RuleSet {
  const { spm, sakip, lkpj, ordinals } = overrides
  return {
    id: base.id.endsWith(trial) ? base.id : base.id + trial,
    spm: {
      ...base.spm,
      ...spm,
      weights: { ...base.spm.weights, ...spm?.weights },
      caps: { ...base.spm.caps, ...spm?.caps },
    },
    sakip: { ...base.sakip, ...sakip },
    lkpj: { ...base.lkpj, ...lkpj },
    ordinals: { ...base.ordinals, ...ordinals },
  }
}
