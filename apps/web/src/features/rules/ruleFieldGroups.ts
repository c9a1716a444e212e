import { ruleParts } from '@sepakat/rules/kinds/ruleParts.ts'
import { choiceAt } from '@sepakat/rules/rule-sets/choiceAt.ts'
import { scaleLabel } from '@sepakat/rules/scales/scaleLabel.ts'
import type { RuleChoice, RulePart } from '@sepakat/rules/types/RulePart.ts'
import type { RuleSet, Scale } from '@sepakat/rules/types/RuleSet.ts'
import type { Choice } from '#ui/SelectField.tsx'

/** One choice of a rule set as a field. `path` is its place in the set, as `spm.weights.quality`. */
export interface RuleField {
  path: string
  label: string
  /** Absent: a number. */
  options?: readonly Choice[]
  /** A bound that may be empty. */
  open?: true
}
export interface RuleFieldGroup {
  title: string
  about?: string
  fields: RuleField[]
}

const number = (path: string, label: string): RuleField => ({ path, label })

const bands = (path: string, title: string, { bands: all }: Scale): RuleFieldGroup => ({
  title,
  about: 'Batas bawah tiap kategori, dari yang tertinggi. Yang terakhir tidak berbatas.',
  fields: all.slice(0, -1).map(({ label }, at) => number(`${path}.bands.${at}.from`, label)),
})

/** The fields of one choice; a scale is a group of its own. */
function fieldsOf(part: string, choice: RuleChoice): RuleField[] {
  const path = `${part}.${choice.path}`
  const label = choice.question
  switch (choice.type) {
    case 'option':
      return [{ path, label, options: Object.entries(choice.options).map(([value, text]) => ({ value, label: text })) }]
    case 'bound':
      return [{ path, label, open: true }]
    case 'scale':
      return []
    case 'shares':
      return Object.entries(choice.shares).map(([id, share]) => number(`${path}.${id}`, share.label))
  }
}

const partGroups = (rules: RuleSet, { name, title, choices }: RulePart): RuleFieldGroup[] => [
  { title, fields: choices.flatMap(choice => fieldsOf(name, choice)) },
  ...choices.flatMap(choice =>
    choice.type === 'scale'
      ? bands(`${name}.${choice.path}`, choice.title, choiceAt(rules[name], choice.path) as Scale)
      : [],
  ),
]

/** Every choice of a rule set as a field, by report type, scales by themselves. */
export const ruleFieldGroups = (rules: RuleSet): RuleFieldGroup[] => [
  ...ruleParts.flatMap(part => partGroups(rules, part)),
  ...Object.entries(rules.ordinals).map(([name, steps]) => ({
    title: `Skala ${scaleLabel(name)}`,
    about: 'Nilai tiap tingkat.',
    fields: steps.map(({ id, label }, at) =>
      number(`ordinals.${name}.${at}.value`, label === id ? id : `${id} (${label})`),
    ),
  })),
]
