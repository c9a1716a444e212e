// What the rules are until a region chooses otherwise: what each report type begins with, and the scales of steps.
import { ruleParts } from '../kinds/ruleParts.ts'
import type { RulePart, RulePartName } from '../types/RulePart.ts'
import type { RuleSet } from '../types/RuleSet.ts'

const step = (id: string, value: string, label = id) => ({ id, label, value })

export const defaultRuleSet: RuleSet = {
  id: '2021.1',
  ...initialParts(),
  ordinals: {
    'opini-bpk': [
      step('TMP', '1', 'Tidak Menyatakan Pendapat'),
      step('TW', '2', 'Tidak Wajar'),
      step('WDP', '3', 'Wajar Dengan Pengecualian'),
      step('WTP', '4', 'Wajar Tanpa Pengecualian'),
    ],
    'predikat-sakip': ['D', 'C', 'CC', 'B', 'BB', 'A', 'AA'].map((id, at) => step(id, String(at + 1))),
    'lke-grade': [
      step('E', '0'),
      step('D', '30'),
      step('C', '50'),
      step('CC', '60'),
      step('B', '70'),
      step('BB', '80'),
      step('A', '90'),
      step('AA', '100'),
    ],
  },
}

function initialParts(): Pick<RuleSet, RulePartName> {
  const parts = Object.values<RulePart>(ruleParts).map(({ name, choices }) => [name, initialPart(choices)])
  return Object.fromEntries(parts) as Pick<RuleSet, RulePartName>
}

function initialPart(choices: RulePart['choices']): object {
  const part: Record<string, unknown> = {}
  for (const choice of choices) {
    const [key = '', inner] = choice.path.split('.')
    if (choice.type === 'shares')
      part[key] = Object.fromEntries(Object.entries(choice.shares).map(([id, { initial }]) => [id, initial]))
    else part[key] = inner === undefined ? choice.initial : { ...(part[key] as object), [inner]: choice.initial }
  }
  return part
}
