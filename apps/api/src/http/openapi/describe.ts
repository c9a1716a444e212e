import type { Json } from './schemas.ts'
import { exactWords } from './words/exactWords.ts'
import { wordsOfDashboards } from './words/wordsOfDashboards.ts'
import { wordsOfEditions } from './words/wordsOfEditions.ts'
import { wordsOfReports } from './words/wordsOfReports.ts'
import { wordsOfWork } from './words/wordsOfWork.ts'

/** What a property or parameter is, in the shape (or operation) that has it; undefined where it is not described. */
export const wordsFor = (place: string, name: string): string | undefined =>
  exactWords[`${place}.${name}`] ??
  wordsOfDashboards[`${place}.${name}`] ??
  wordsOfEditions[`${place}.${name}`] ??
  wordsOfReports[name] ??
  wordsOfWork[name]

const isShape = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('$ref' in value)

/** The schema with a description at each property that has none; one that points at a named shape has that shape's. */
export const described = <T>(value: T, place: string): T => {
  if (Array.isArray(value)) return value.map(item => described(item, place)) as T
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, described(inner, place)] as const)
  const { properties, ...rest } = Object.fromEntries(entries) as { properties?: Record<string, unknown> }
  if (!isShape(properties)) return Object.fromEntries(entries) as T
  // who did it, in any shape
  const here = 'actor' in properties ? 'By' : place
  const named = Object.entries(properties).map(([name, schema]) => {
    const description = isShape(schema) && !('description' in schema) ? wordsFor(here, name) : undefined
    return [name, description === undefined ? schema : { description, ...(schema as Json) }]
  })
  return { ...rest, properties: Object.fromEntries(named) } as T
}
