import { mergeRuleSet, type RuleSet, type RuleSetOverrides, ruleSetSchema } from '@sepakat/rules'
import { z } from 'zod'
import { parse } from './validate.ts'

/**
 * A rule set with some choices of it changed, whether they are tried out or proposed: a whole one that may be approved.
 * @param field of the body that holds the changes
 * @throws the problem `invalid` where the choices contradict each other
 */
export const mergeRules = (base: RuleSet, changes: RuleSetOverrides, field: string): RuleSet => {
  const merged = mergeRuleSet(base, changes)
  parse(z.object({ [field]: ruleSetSchema }), { [field]: merged })
  return merged
}
