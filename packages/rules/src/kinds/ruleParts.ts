import { byOrderOfWork } from '../form/byOrderOfWork.ts'
import { reportTypeOf, reportTypes } from '../reportTypes.ts'
import type { KindRules, RulePart } from '../types/RulePart.ts'
import type { RulePartName, RuleSet } from '../types/RuleSet.ts'
import * as all from './allRules.ts'
import { kinds } from './index.ts'

const orderOf = ({ form }: KindRules) => kinds[form] ?? { form }
const rules = Object.values<KindRules>(all).sort((a, b) => byOrderOfWork(orderOf(a), orderOf(b)))

/** What each report type has to choose, in the order in which it is shown; those without a choice are left out. */
export const ruleParts: RulePart[] = reportTypes.flatMap(type => {
  const own = rules.filter(({ form }) => reportTypeOf(form) === type)
  const choices = own.flatMap(one => one.choices)
  if (choices.length === 0) return []
  // a type whose kinds have choices is a part of the rule set
  return {
    name: type as RulePartName,
    title: type.toUpperCase(),
    choices,
    checks: own.flatMap(one => one.checks ?? []),
  }
})

/** The scales of steps that kinds begin with, by name. */
export const initialOrdinals: RuleSet['ordinals'] = Object.assign({}, ...rules.map(({ ordinals }) => ordinals))
