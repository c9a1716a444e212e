import fc from 'fast-check'
import type { z } from 'zod'

/** By the name of a field: values that mean something here, so that what is made of the contract gets past the first look. */
export type Hints = Record<string, readonly unknown[] | fc.Arbitrary<unknown>>

type Schema = z.core.$ZodType
interface Check {
  check: string
  minimum?: number
  maximum?: number
  value?: number
  format?: string
  pattern?: RegExp
}
/** What a schema of zod 4 says of itself, as far as the contract uses it. */
interface Def {
  type: string
  format?: string
  checks?: { _zod: { def: Check } }[]
  shape?: Record<string, Schema>
  element?: Schema
  options?: Schema[]
  entries?: Record<string, string>
  values?: unknown[]
  innerType?: Schema
  keyType?: Schema
  valueType?: Schema
  in?: Schema
}

const longestList = 6
const longestText = 400
const day = fc.date({ min: new Date('2015-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })

const textOf = (def: Def, checks: Check[]): fc.Arbitrary<unknown> => {
  if (def.format === 'uuid') return fc.uuid()
  if (def.format === 'date') return day.map(date => date.toISOString().slice(0, 10))
  if (def.format === 'datetime') return day.map(date => date.toISOString())
  const pattern = checks.find(({ check, format }) => check === 'string_format' && format === 'regex')?.pattern
  // Only decimals look ahead, for which the generator has no way.
  if (pattern?.source.includes('(?!')) return fc.constantFrom('0', '1', '-3', '12.5', '80', '100', '999999999999999999')
  if (pattern) return fc.stringMatching(new RegExp(pattern.source))
  const minLength = checks.find(({ check }) => check === 'min_length')?.minimum ?? 0
  const most = checks.find(({ check }) => check === 'max_length')?.maximum ?? longestText
  const maxLength = Math.max(minLength, Math.min(most, longestText))
  return fc.oneof(
    fc.string({ minLength, maxLength, unit: 'grapheme' }),
    fc.string({ minLength, maxLength, unit: 'binary' }).map(text => text.toWellFormed().replaceAll('\u0000', '')),
  )
}

const numberOf = (checks: Check[]): fc.Arbitrary<unknown> => {
  const min = checks.find(({ check }) => check === 'greater_than')?.value ?? -1000
  const max = checks.find(({ check }) => check === 'less_than')?.value ?? 1_000_000
  return fc.integer({ min, max })
}

const objectOf = (shape: Record<string, Schema>, hints: Hints): fc.Arbitrary<unknown> => {
  const isOptional = (schema: Schema): boolean => ['optional', 'default'].includes((schema._zod.def as Def).type)
  const fields = Object.entries(shape)
  const made = Object.fromEntries(fields.map(([name, schema]) => [name, hinted(schema, hints, name)]))
  const requiredKeys = fields.filter(([, schema]) => !isOptional(schema)).map(([name]) => name)
  return fc.record(made, { requiredKeys })
}

const hinted = (schema: Schema, hints: Hints, name: string): fc.Arbitrary<unknown> => {
  const known = Object.hasOwn(hints, name) ? hints[name]! : []
  const made = validBody(schema, hints, name)
  if (known instanceof fc.Arbitrary) return fc.oneof({ weight: 4, arbitrary: known }, { weight: 1, arbitrary: made })
  if (known.length === 0) return made
  return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: made })
}

/** Bodies that a schema of the contract takes, but for what its refinements ask between fields. */
export const validBody = (schema: Schema, hints: Hints, name = ''): fc.Arbitrary<unknown> => {
  const def = schema._zod.def as Def
  const checks = (def.checks ?? []).map(({ _zod }) => _zod.def)
  switch (def.type) {
    case 'string':
      return textOf(def, checks)
    case 'number':
      return numberOf(checks)
    case 'boolean':
      return fc.boolean()
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries ?? {}))
    case 'literal':
      return fc.constantFrom(...(def.values ?? []))
    case 'null':
      return fc.constant(null)
    case 'object':
      return objectOf(def.shape ?? {}, hints)
    case 'array': {
      const minLength = checks.find(({ check }) => check === 'min_length')?.minimum ?? 0
      return fc.array(hinted(def.element!, hints, name), { minLength, maxLength: Math.max(minLength, longestList) })
    }
    case 'union':
      return fc.oneof(...(def.options ?? []).map(option => validBody(option, hints, name)))
    case 'record': {
      const keys = validBody(def.keyType!, hints, `${name} key`) as fc.Arbitrary<string>
      const known = hints[`${name} key`] as readonly string[] | undefined
      const key = known ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...known) }, keys) : keys
      return fc.dictionary(key, hinted(def.valueType!, hints, `${name} value`), { maxKeys: 4 })
    }
    case 'nullable':
      return fc.option(validBody(def.innerType!, hints, name), { nil: null })
    case 'optional':
    case 'default':
      return validBody(def.innerType!, hints, name)
    case 'pipe':
      return validBody(def.in!, hints, name)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}
