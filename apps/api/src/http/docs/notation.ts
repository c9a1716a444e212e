import { idOf, text } from './html.ts'

/** The part of JSON Schema that the document uses. */
export interface Schema {
  $ref?: string
  description?: string
  type?: string | string[]
  format?: string
  contentMediaType?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | boolean
  default?: unknown
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  pattern?: string
}

const words: Record<string, string> = {
  string: 'teks',
  number: 'angka',
  integer: 'bilangan bulat',
  boolean: 'true | false',
  null: 'null',
  object: 'objek',
}
const formats: Record<string, string> = { uuid: 'UUID', date: 'tanggal', 'date-time': 'tanggal dan jam' }

const bounds = ({ minLength, maxLength, minimum, maximum, minItems, maxItems }: Schema): string => {
  const least = minLength ?? minimum ?? minItems
  const most = maxLength ?? maximum ?? maxItems
  if (least === undefined && most === undefined) return ''
  return ` <i>(${least ?? ''}…${most ?? ''})</i>`
}

const propertiesOf = (schema: Schema, depth: number): string => {
  const { properties = {}, required = [], additionalProperties } = schema
  const pad = '  '.repeat(depth + 1)
  const lines = Object.entries(properties).map(([name, inner]) => {
    const line = `${pad}${text(name)}${required.includes(name) ? '' : '?'}: ${notation(inner, depth + 1)}`
    if (inner.description === undefined) return line
    const said = `<i>// ${text(inner.description.replaceAll('`', ''))}</i>`
    return line.includes('\n') ? `${pad}${said}\n${line}` : `${line} ${said}`
  })
  if (typeof additionalProperties === 'object') lines.push(`${pad}[nama]: ${notation(additionalProperties, depth + 1)}`)
  return lines.length === 0 ? '{ }' : `{\n${lines.join('\n')}\n${'  '.repeat(depth)}}`
}

const bare = (schema: Schema, depth: number): string => {
  const { $ref, anyOf, oneOf, items, type } = schema
  if ($ref !== undefined) {
    const name = $ref.split('/').at(-1) ?? ''
    return `<a href="#${idOf('bentuk', name)}">${text(name)}</a>`
  }
  if (schema.const !== undefined) return text(JSON.stringify(schema.const))
  if (schema.contentMediaType !== undefined) return 'isi berkas'
  if (schema.enum) return schema.enum.map(value => text(JSON.stringify(value))).join(' | ')
  const branches = anyOf ?? oneOf
  if (branches) return branches.map(branch => notation(branch, depth)).join(' | ')
  if (items) return `[ ${notation(items, depth)} ]${bounds(schema)}`
  if (type === 'object') return propertiesOf(schema, depth)
  if (Array.isArray(type)) return type.map(one => words[one] ?? one).join(' | ')
  if (type === undefined) return 'apa saja'
  return `${formats[schema.format ?? ''] ?? words[type] ?? type}${bounds(schema)}`
}

/** A schema as one reads it: `{ nama: teks (1…160) // Nama, nip?: teks | null }`, shapes with a name as links to them. */
export const notation = (schema: Schema, depth = 0): string =>
  bare(schema, depth) + (schema.default === undefined ? '' : ` = ${text(JSON.stringify(schema.default))}`)
