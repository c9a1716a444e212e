import { ruleParts } from '../kinds/ruleParts.ts'
import type { RulePartName, RuleSet, Scale } from '../types/RuleSet.ts'

type Some<T> = { [K in keyof T]?: T[K] extends Scale ? T[K] : T[K] extends object ? Partial<T[K]> : T[K] }
/** Any choices of a rule set: scales and ordinals whole, of a group any of it. */
export type RuleSetOverrides = { [N in RulePartName]?: Some<RuleSet[N]> } & { ordinals?: RuleSet['ordinals'] }

const trial = '+uji'

/** The rule set with some choices tried out; its id says that it is a trial. Scales and ordinal scales are replaced whole. */
export function mergeRuleSet(base: RuleSet, overrides: RuleSetOverrides): RuleSet {
  const parts = ruleParts.map(({ name, choices }) => {
    const isGroup = (key: string) =>
      choices.some(({ type, path }) => path.startsWith(`${key}.`) || (type === 'shares' && path === key))
    return [name, mergePart({ ...base[name] }, { ...overrides[name] }, isGroup)]
  })
  return {
    ...base,
    id: base.id.endsWith(trial) ? base.id : base.id + trial,
    ...Object.fromEntries(parts),
    ordinals: { ...base.ordinals, ...overrides.ordinals },
  }
}

type Part = Record<string, unknown>
const mergePart = (base: Part, part: Part, isGroup: (key: string) => boolean): Part => ({
  ...base,
  ...Object.fromEntries(
    Object.entries(part).map(([key, value]) => [
      key,
      isGroup(key) ? { ...(base[key] as object), ...(value as object) } : value,
    ]),
  ),
})
