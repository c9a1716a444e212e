import { ruleParts } from '@sepakat/rules/kinds/ruleParts.ts'
import { exact } from '@sepakat/rules/numbers/decimal.ts'
import { readNumber } from '@sepakat/rules/numbers/readNumber.ts'
import type { RuleSet } from '@sepakat/rules/types/RuleSet.ts'
import type { Errors } from '#administration/useContractForm.ts'
import { formatNumber } from '#ui/numbers.ts'
import type { RuleChange } from './queries.ts'
import { type RuleFieldGroup, ruleFieldGroups } from './ruleFieldGroups.ts'

/** The choices while they are edited, as text by their paths. */
export type RuleDraft = Record<string, string>

const at = (node: unknown, path: readonly string[]): unknown =>
  path.reduce((inner, key) => (inner as Record<string, unknown>)[key], node)

const numberOf = (typed: string): string | null => {
  const reading = readNumber(typed, 'typed')
  return reading.kind === 'number' ? reading.value : null
}

export const ruleDraft = (rules: RuleSet): RuleDraft =>
  Object.fromEntries(
    ruleFieldGroups(rules)
      .flatMap(group => group.fields)
      .map(({ path, options }) => {
        const value = at(rules, path.split('.')) as string | null
        return [path, value === null ? '' : options ? value : formatNumber(value)]
      }),
  )

/** The set with the choices of a draft. */
const drafted = (base: RuleSet, draft: RuleDraft): RuleSet => {
  const rules = structuredClone(base)
  for (const { path, options } of ruleFieldGroups(base).flatMap(group => group.fields)) {
    const keys = path.split('.')
    const holder = at(rules, keys.slice(0, -1)) as Record<string, string | null>
    const typed = draft[path] ?? ''
    holder[keys.at(-1)!] = options ? typed : numberOf(typed)
  }
  return rules
}

const differing = <T extends object>(before: T, after: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(after).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof T])),
  ) as Partial<T>

/** Only the differences from the base, as the API takes them. */
export function ruleChange(base: RuleSet, draft: RuleDraft): RuleChange {
  const next = drafted(base, draft)
  const names = [...ruleParts.map(({ name }) => name), 'ordinals' as const]
  const parts = Object.fromEntries(names.map(name => [name, differing(base[name], next[name])]))
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => Object.keys(part).length > 0))
}

const unread = 'Tulis dengan angka, misalnya 80 atau 62,5.'

const groupErrors = ({ fields }: RuleFieldGroup, draft: RuleDraft): [string, string][] =>
  fields.flatMap(({ path, options, open }, index): [string, string][] => {
    const typed = (draft[path] ?? '').trim()
    if (options || (open && typed === '')) return []
    const value = numberOf(typed)
    if (value === null) return [[path, unread]]
    const above = path.endsWith('.from') && index > 0 ? numberOf(draft[fields[index - 1]!.path] ?? '') : null
    return above !== null && !exact(value).lt(exact(above))
      ? [[path, 'Batas ini harus di bawah batas di atasnya.']]
      : []
  })

/** Percentages that do not add up to 100, once all of them are readable. */
function shareErrors(path: string, shares: object, draft: RuleDraft): Errors {
  const paths = Object.keys(shares).map(id => `${path}.${id}`)
  const values = paths.map(one => numberOf(draft[one] ?? ''))
  const sum = values.reduce((all, value) => all.plus(exact(value ?? '0')), exact('0'))
  if (values.includes(null) || sum.eq(exact('100'))) return {}
  return { [paths.at(-1) ?? path]: `${values.length === 2 ? 'Kedua' : 'Semua'} bobot harus berjumlah 100.` }
}

/** Errors by path. */
export function ruleErrors(base: RuleSet, draft: RuleDraft): Errors {
  const errors: Errors = Object.fromEntries(ruleFieldGroups(base).flatMap(group => groupErrors(group, draft)))
  for (const { name, choices } of ruleParts)
    for (const choice of choices)
      if (choice.type === 'shares') Object.assign(errors, shareErrors(`${name}.${choice.path}`, choice.shares, draft))
  return errors
}
