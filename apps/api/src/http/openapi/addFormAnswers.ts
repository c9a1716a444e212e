import { answersSchema, type Field, type Kind } from '@sepakat/rules'
import { fieldOf } from '@sepakat/rules/saving/kindShape.ts'
import { described } from './describe.ts'
import type { Json, Schemas } from './schemas.ts'

/** Name of the component that holds the answers of a form: type/x-y → AnswersTypeXY. */
const nameOf = (form: string): string =>
  `Answers${form
    .split(/[/-]/)
    .map(part => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')}`

const labelOf = (field: Field | undefined, id: string): string => {
  if (id === '$parent') return 'Baris induknya'
  if (id === '$position') return 'Urutan di antara baris-baris daftar itu'
  return typeof field?.label === 'string' ? field.label : `Isian ${id}`
}

type Tables = {
  properties: Record<string, { additionalProperties: { properties: Record<string, Json> } }>
}

/** A table as its kind calls it, and what each of its fields asks. */
const named = (kind: Kind, { properties, ...json }: Tables): Json => ({
  ...json,
  properties: Object.fromEntries(
    Object.entries(properties).map(([table, { additionalProperties: row, ...rest }]) => {
      const fields = Object.entries(row.properties).map(([id, field]) => [
        id,
        { description: labelOf(fieldOf(kind, table, id, 'fixed'), id), ...field },
      ])
      const description = kind.tables[table]?.title ?? table
      return [table, { description, ...rest, additionalProperties: { ...row, properties: Object.fromEntries(fields) } }]
    }),
  ),
})

/** Puts the answers of a form among the components. @returns a pointer at them */
export const addFormAnswers = (kind: Kind, schemas: Schemas): Json => {
  const name = nameOf(kind.form)
  const json = described(named(kind, schemas.request(answersSchema(kind)) as Tables), name)
  schemas.components[name] = { title: kind.title, description: `Isian formulir \`${kind.form}\``, ...json }
  return { $ref: `#/components/schemas/${name}` }
}
