// What the rules are until a region chooses otherwise: what each kind begins with.
import { initialOrdinals, ruleParts } from '../kinds/ruleParts.ts'
import type { RuleChoice } from '../types/RulePart.ts'
import type { RulePartName, RuleSet } from '../types/RuleSet.ts'

export const defaultRuleSet: RuleSet = {
  id: '2021.1',
  ...initialParts(),
  ordinals: initialOrdinals,
}

function initialParts(): Pick<RuleSet, RulePartName> {
  const parts = ruleParts.map(({ name, choices }) => [name, initialPart(choices)])
  return Object.fromEntries(parts) as Pick<RuleSet, RulePartName>
}

function initialPart(choices: RuleChoice[]): object {
  const part: Record<string, unknown> = {}
  for (const choice of choices) {
    const [key = '', inner] = choice.path.split('.')
    if (choice.type === 'shares')
      part[key] = Object.fromEntries(Object.entries(choice.shares).map(([id, { initial }]) => [id, initial]))
    else part[key] = inner === undefined ? choice.initial : { ...(part[key] as object), [inner]: choice.initial }
  }
  return part
}
