import { exact } from '@sepakat/rules/numbers/decimal.ts'
import { readNumber } from '@sepakat/rules/numbers/readNumber.ts'
import type { RuleSet } from '@sepakat/rules/types.ts'
import { formatNumber } from '../../../lib/numbers.ts'
import type { Errors } from '../useChecked.ts'
import type { RuleChange } from './queries.ts'
import { type RuleFieldGroup, ruleFieldGroups } from './ruleFields.ts'

/** The choices while they are proposed, as text by their paths. */
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

/** Only what differs from the base, as the API takes it. */
export function ruleChange(base: RuleSet, draft: RuleDraft): RuleChange {
  const next = drafted(base, draft)
  const parts = {
    spm: differing(base.spm, next.spm),
    sakip: differing(base.sakip, next.sakip),
    lkpj: differing(base.lkpj, next.lkpj),
    ordinals: differing(base.ordinals, next.ordinals),
  }
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

/** What must be put right before it can be proposed, by path. */
export function ruleErrors(base: RuleSet, draft: RuleDraft): Errors {
  const errors: Errors = Object.fromEntries(ruleFieldGroups(base).flatMap(group => groupErrors(group, draft)))
  const [recipients, quality] = ['spm.weights.recipients', 'spm.weights.quality'].map(path =>
    numberOf(draft[path] ?? ''),
  )
  if (recipients && quality && !exact(recipients).plus(exact(quality)).eq(exact('100')))
    errors['spm.weights.quality'] = 'Kedua bobot harus berjumlah 100.'
  return errors
}
