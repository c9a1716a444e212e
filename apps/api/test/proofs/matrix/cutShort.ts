import { z } from 'zod'

const longest = 300
const cutText = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text)

/** Of what has no schema of its own: enough to see what it is like. */
const few = (value: unknown, depth = 0): unknown => {
  if (typeof value === 'string') return cutText(value)
  if (Array.isArray(value)) return depth > 3 ? [] : value.slice(0, 1).map(item => few(item, depth + 1))
  if (typeof value !== 'object' || value === null) return value
  if (depth > 3) return {}
  const entries = Object.entries(value).slice(0, 6)
  return Object.fromEntries(entries.map(([key, inner]) => [key, few(inner, depth + 1)]))
}

/** An answer with one item of each list, two entries of each record and the beginning of long texts, still of its schema. */
export const cutShort = (schema: z.core.$ZodType, value: unknown): unknown => {
  if (typeof value === 'string') return cutText(value)
  if (typeof value !== 'object' || value === null) return value
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return cutShort(schema._zod.def.innerType, value)
  if (schema instanceof z.ZodArray && Array.isArray(value))
    return value.slice(0, 1).map(item => cutShort(schema.element, item))
  if (schema instanceof z.ZodUnion) {
    const option = schema.options.find(one => z.safeParse(one, value).success)
    return option ? cutShort(option, value) : value
  }
  if (schema instanceof z.ZodRecord) {
    const isOpen = schema.keyType instanceof z.ZodString
    const entries = Object.entries(value).slice(0, isOpen ? 2 : undefined)
    return Object.fromEntries(entries.map(([key, inner]) => [key, cutShort(schema.valueType, inner)]))
  }
  if (schema instanceof z.ZodObject)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cutShort(schema.shape[key], inner)]))
  return few(value)
}
