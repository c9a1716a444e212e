import { z } from 'zod'
import { ruleParts } from '../kinds/ruleParts.ts'
import { decimalPattern, exact } from '../numbers/decimal.ts'
import { stepPattern } from '../scales/stepsOf.ts'
import { shapedAs } from '../schemas/shapedAs.ts'
import { isBlank } from '../text/isBlank.ts'
import type { RuleChoice } from '../types/RulePart.ts'
import type { RuleSet, Scale } from '../types/RuleSet.ts'
import { choiceAt } from './choiceAt.ts'
import type { RuleSetOverrides } from './mergeRuleSet.ts'

/** What looks at several numbers is asked only where each of them is one. */
const decimal = z.string().regex(decimalPattern, { abort: true })
const limit = decimal.nullable()
/** NUL cannot be stored by PostgreSQL; lone surrogates cannot be hashed. */
const name = z
  .string()
  .max(120)
  .refine(text => !isBlank(text) && !text.includes('\u0000') && text.isWellFormed(), 'Tulis namanya.')
const stepId = z.string().regex(stepPattern)

const scale: z.ZodType<Scale> = z
  .strictObject({
    id: name,
    bandOn: z.enum(['exact', 'rounded2']),
    bands: z
      .array(z.strictObject({ id: name, label: name, from: limit, above: z.literal(true).optional() }))
      .min(1)
      .max(20),
  })
  .refine(({ bands }) => bands.every(({ from }, at) => (from === null) === (at === bands.length - 1)), {
    message: 'Hanya jenjang terakhir yang tanpa batas bawah.',
  })
  .refine(({ bands }) => bands.every((band, at) => at === 0 || isLower(band.from, bands[at - 1]?.from ?? null)), {
    message: 'Jenjang ditulis dari yang tertinggi, masing-masing dengan batas yang lebih rendah.',
  })

const isLower = (from: string | null, before: string | null) =>
  from === null || (before !== null && exact(from).lt(exact(before)))

const ordinals = z
  .record(
    z.string().regex(/^[a-z][a-z0-9-]{0,47}$/),
    z
      .array(z.strictObject({ id: stepId, label: name, value: decimal }))
      .min(1)
      .max(50),
  )
  .refine(scales => Object.keys(scales).length <= 50)

const ruleSetIdPattern = /^\d{4}\.[1-9]\d*(\+uji)?$/

const schemaOf = (choice: Exclude<RuleChoice, { type: 'shares' }>): z.ZodType => {
  if (choice.type === 'option') return z.enum(Object.keys(choice.options))
  return choice.type === 'bound' ? limit : scale
}
const mapped = <T, U>(record: Record<string, T>, of: (value: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, of(value)]))

/** A part as its choices say; `partial`: any of them, and any of a group. */
function partSchema(choices: readonly RuleChoice[], partial = false) {
  const groups: Record<string, z.ZodType | Record<string, z.ZodType>> = {}
  for (const choice of choices) {
    const [key = '', inner] = choice.path.split('.')
    if (choice.type === 'shares') groups[key] = mapped(choice.shares, () => decimal)
    else if (inner === undefined) groups[key] = schemaOf(choice)
    else groups[key] = { ...(groups[key] as Record<string, z.ZodType>), [inner]: schemaOf(choice) }
  }
  const whole = (shape: Record<string, z.ZodType>) =>
    partial ? z.strictObject(shape).partial() : z.strictObject(shape)
  return whole(mapped(groups, one => (one instanceof z.ZodType ? one : whole(one))))
}
const partSchemas = (partial?: boolean) =>
  Object.fromEntries(ruleParts.map(({ name, choices }) => [name, partSchema(choices, partial)]))

const isShare = (weight: string) => exact(weight).gte(exact('0')) && exact(weight).lte(exact('100'))
const isWhole = (shares: Record<string, string>): boolean =>
  Object.values(shares).every(isShare) &&
  Object.values(shares)
    .reduce((sum, share) => sum.plus(exact(share)), exact('0'))
    .eq(exact('100'))

/** What looks at several choices of a set, each with where it is said. */
const checks = ruleParts.flatMap(({ name: part, choices, checks: own }) => [
  ...choices.flatMap(choice =>
    choice.type === 'shares'
      ? {
          path: [part, choice.path],
          message: choice.message,
          holds: (set: RuleSet) => isWhole(choiceAt(set[part], choice.path) as Record<string, string>),
        }
      : [],
  ),
  ...own.map(({ path, message, holds }) => ({ path: [part, path], message, holds })),
])

const shape = z.strictObject({ id: z.string().regex(ruleSetIdPattern), ...partSchemas(), ordinals })

/** A whole rule set, as a region approves and keeps it. */
export const ruleSetSchema: z.ZodType<RuleSet> = checks.reduce(
  (schema, { path, message, holds }) => schema.refine(holds, { path, message }),
  // a test parses the default with it
  shapedAs<RuleSet>(shape),
)

/** What `evaluate` may be given to try out: any part of a rule set; scales and ordinals are replaced whole. */
export const ruleSetOverridesSchema = shapedAs<RuleSetOverrides>(
  z.strictObject({ ...partSchemas(true), ordinals }).partial(),
)
