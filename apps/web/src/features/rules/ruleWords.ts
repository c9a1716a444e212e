import { ruleParts } from '@sepakat/rules/kinds/ruleParts.ts'
import { choiceAt } from '@sepakat/rules/rule-sets/choiceAt.ts'
import { scaleLabel } from '@sepakat/rules/scales/scaleLabel.ts'
import type { RuleChoice } from '@sepakat/rules/types/RulePart.ts'
import type { RuleSet, Scale } from '@sepakat/rules/types/RuleSet.ts'
import { formatNumber } from '#ui/numbers.ts'

/** One choice of the region: the question, and what was chosen. */
export interface Choice {
  question: string
  chosen: string
}
export interface ChoiceGroup {
  title: string
  choices: Choice[]
}

const upTo = (cap: string | null): string =>
  cap === null ? 'Tidak dibatasi; boleh di atas 100.' : `Paling tinggi ${formatNumber(cap)}; nilai asli tetap disimpan.`

/** The bands of a scale, highest first: `≥ 90 Tuntas Utama`. */
export function bandsText({ bands, bandOn }: Scale): string {
  const parts = bands.map(({ label, from, above }) =>
    from === null ? `selebihnya ${label}` : `${above ? 'di atas' : 'mulai'} ${formatNumber(from)} ${label}`,
  )
  return `${parts.join('; ')}. ${bandOn === 'exact' ? 'Dibandingkan sebelum dibulatkan.' : 'Dibandingkan setelah dibulatkan dua angka desimal.'}`
}

const boundText = (side: 'upper' | 'lower', bound: string | null): string => {
  if (side === 'upper') return upTo(bound)
  return bound === null ? 'Tidak dibatasi; boleh di bawah nol.' : `Paling rendah ${formatNumber(bound)}.`
}

/** What a part of a rule set chose, in words. */
function chosenIn(part: object, choice: RuleChoice): string {
  const value = choiceAt(part, choice.path)
  switch (choice.type) {
    case 'option':
      return choice.options[value as string] ?? ''
    case 'bound':
      return boundText(choice.side, value as string | null)
    case 'scale':
      return bandsText(value as Scale)
    case 'shares':
      return `${Object.entries(choice.shares)
        .map(([id, { said }]) => `${said} ${formatNumber((value as Record<string, string>)[id] ?? '')} persen`)
        .join(', ')}.`
  }
}

/** A rule set as questions and answers, by report. */
export const choicesOf = (rules: RuleSet): ChoiceGroup[] =>
  ruleParts.map(({ name, title, choices }) => ({
    title,
    choices: choices.map(choice => ({ question: choice.question, chosen: chosenIn(rules[name], choice) })),
  }))

export interface OrdinalText {
  id: string
  steps: string
}

/** Scales of steps with the value each counts as: `WDP Wajar Dengan Pengecualian = 3`. */
export const ordinalsOf = ({ ordinals }: RuleSet): OrdinalText[] =>
  Object.entries(ordinals).map(([id, steps]) => ({
    id,
    steps: steps
      .map(step => `${step.label === step.id ? step.id : `${step.id} (${step.label})`} = ${formatNumber(step.value)}`)
      .join('; '),
  }))

/** A choice that two rule sets make differently. */
export interface OtherChoice {
  question: string
  before: string
  after: string
}

export function otherChoices(before: RuleSet, after: RuleSet): OtherChoice[] {
  const lines = (rules: RuleSet) => [
    ...choicesOf(rules).flatMap(({ title, choices }) =>
      choices.map(({ question, chosen }) => [`${title} · ${question}`, chosen] as const),
    ),
    ...ordinalsOf(rules).map(({ id, steps }) => [`Skala ${scaleLabel(id)}`, steps] as const),
  ]
  const old = new Map(lines(before))
  return lines(after)
    .map(([question, chosen]) => ({ question, before: old.get(question) ?? '', after: chosen }))
    .filter(line => line.before !== line.after)
}
