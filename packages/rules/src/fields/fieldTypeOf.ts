// A new type of field is its member of `Field` and its file here; the compiler reports the rest: this record, `sheet/fields` of
// the web, the answers that tests invent.
import type { Field } from '../types/Kind.ts'
import { boolean } from './boolean.ts'
import { choice } from './choice.ts'
import { office, ref } from './chosenById.ts'
import { date } from './date.ts'
import type { FieldOf, FieldType } from './FieldType.ts'
import { measure } from './measure.ts'
import { number } from './number.ts'
import { prose } from './prose.ts'
import { text } from './text.ts'

const fieldTypes: { [T in Field['type']]: FieldType<FieldOf<T>> } = {
  boolean,
  choice,
  date,
  measure,
  number,
  office,
  prose,
  ref,
  text,
}

/** The type of a field. */
export const fieldTypeOf = (field: Pick<Field, 'type'>): FieldType => fieldTypes[field.type]

/** Whether its values are numbers; false for an unknown field. */
export const isNumeric = (field: Pick<Field, 'type'> | undefined): boolean =>
  field !== undefined && fieldTypeOf(field).numeric
