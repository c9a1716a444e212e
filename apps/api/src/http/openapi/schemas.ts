import { z } from 'zod'

export type Json = { [key: string]: unknown }
type Io = 'input' | 'output'

const isWithin = (bound: unknown): boolean => bound === Number.MAX_SAFE_INTEGER || bound === Number.MIN_SAFE_INTEGER

/** What the wire says and no more: no bounds that only JavaScript has, no pattern beside a format that says it. */
const tidy = (io: Io) => (context: { zodSchema: z.core.$ZodTypes; jsonSchema: Json }) => {
  const { jsonSchema: json, zodSchema } = context
  if (isWithin(json.maximum)) delete json.maximum
  if (isWithin(json.minimum)) delete json.minimum
  if (json.format !== undefined) delete json.pattern
  const { def } = zodSchema._zod
  if (def.type === 'record' && Array.isArray(json.required)) nameEach(json, json.required)
  // A client must bear a property that a later version adds to an answer.
  if (io === 'output' && def.type === 'object' && def.catchall === undefined) delete json.additionalProperties
}

/** A record of named keys is an object with these properties. */
const nameEach = (json: Json, required: string[]) => {
  json.properties = Object.fromEntries(required.map(name => [name, json.additionalProperties]))
  json.additionalProperties = false
  delete json.propertyNames
}

const pointAt = (value: unknown, names: Map<string, string>): unknown => {
  if (Array.isArray(value)) return value.map(item => pointAt(item, names))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const name = key === '$ref' && typeof item === 'string' ? item.replace('#/$defs/', '') : undefined
      return name === undefined ? [key, pointAt(item, names)] : [key, `#/components/schemas/${names.get(name) ?? name}`]
    }),
  )
}

type Defs = Record<string, Json>

/** A definition with all it leads to: two are the same only if everything under them is. */
const signatureOf = (defs: Defs, id: string): string => {
  const reached = new Set<string>()
  const visit = (name: string): void => {
    if (reached.has(name)) return
    reached.add(name)
    for (const [, next] of JSON.stringify(defs[name]).matchAll(/"#\/\$defs\/([^"]+)"/g)) visit(next ?? '')
  }
  visit(id)
  return JSON.stringify([id, ...[...reached].sort()].map(name => defs[name]))
}

/**
 * JSON Schemas of a document. Schemas with an id become components and are pointed at; one whose shape differs between request
 * and answer is there twice, as `Name` and `NameInput` (or `NameOutput`, where the request came first).
 */
export const createSchemas = () => {
  const components: Record<string, Json> = {}
  const signatures = new Map<string, string>()

  const nameOf = (id: string, io: Io, signature: string): string => {
    const free = (name: string) => (signatures.get(name) ?? signature) === signature
    const name = free(id) ? id : `${id}${io === 'input' ? 'Input' : 'Output'}`
    signatures.set(name, signature)
    return name
  }

  const of = (schema: z.ZodType, io: Io): Json => {
    const whole = z.toJSONSchema(z.object({ root: schema }), { io, unrepresentable: 'any', override: tidy(io) })
    const { $defs = {}, properties = {} } = whole as { $defs?: Defs; properties?: Defs }
    const defs = Object.fromEntries(Object.entries($defs).map(([key, { id: _, ...json }]) => [key, json]))
    const names = new Map(Object.keys(defs).map(id => [id, nameOf(id, io, signatureOf(defs, id))]))
    for (const [id, name] of names) components[name] = pointAt(defs[id], names) as Json
    return pointAt(properties.root ?? {}, names) as Json
  }

  return { components, request: (s: z.ZodType) => of(s, 'input'), answer: (s: z.ZodType) => of(s, 'output') }
}
export type Schemas = ReturnType<typeof createSchemas>
